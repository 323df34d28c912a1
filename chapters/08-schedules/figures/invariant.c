/* invariant.c: a fixed rate with weight decay, and a growing rate without, on a network
 * that does not see the length of its weights.
 *
 *     θ ← (1 - w) θ - η g(θ)       φ ← φ - η α^(1 - 2t) g(φ),   α = 1 - w
 *
 * Invariant: θ_t = α^t φ_t. */
#include "lab/dataset.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "shared.h"

enum { hidden = 16, epochs = 10, epoch_steps = 41, steps = epochs * epoch_steps };

/* Steps on weights whose direction is all that the network sees. */
struct sphere {
    size_t n;
    double size;  /* of what the network sees */
    real *raw;    /* the weights */
    real rate;    /* η */
    real share;   /* w: decayed by this, or if it grows, by its inverse */
    bool growing; /* the rate instead of the decay */
    size_t t;
    real *path; /* what the network saw after each step */
};

static void sphere_see(const struct sphere *sphere, real *theta)
{
    const real scale = (real)(sphere->size / length(sphere->n, sphere->raw));
    for (size_t i = 0; i < sphere->n; i++)
        theta[i] = scale * sphere->raw[i];
}

static real sphere_rate(const struct sphere *sphere)
{
    const double alpha = 1 - (double)sphere->share;
    double power = sphere->growing ? pow(alpha, 1 - 2 * (double)sphere->t) : 1;
    return (real)(power * (double)sphere->rate);
}

/* The gradient of the raw weights is that of the seen ones, without its part along them,
 * over their length. */
static void sphere_step(void *state, real *theta, const real *g)
{
    struct sphere *sphere = state;
    const size_t n = sphere->n;
    real along = 0;
    sphere->t++;
    for (size_t i = 0; i < n; i++)
        along += g[i] * theta[i];
    along /= (real)square(sphere->size);
    const real scale = (real)(sphere->size / length(n, sphere->raw));
    const real rate = sphere_rate(sphere), keep = sphere->growing ? 1 : 1 - sphere->share;
    for (size_t i = 0; i < n; i++)
        sphere->raw[i] = keep * sphere->raw[i] - rate * scale * (g[i] - along * theta[i]);
    sphere_see(sphere, theta);
    memcpy(sphere->path + (sphere->t - 1) * n, theta, n * sizeof *theta);
}

/* Trains the weights; biases stay 0. */
static void run(const struct dataset *data, bool growing, struct sphere *sphere,
                struct train_epoch *record)
{
    struct mlp mlp;
    const size_t width[] = {64, hidden, 10};
    struct rng rng = rng_seed(1000 + FIRST_SEED);
    require(mlp_init(&mlp, 2, width, 128));
    real *theta = allocate(mlp.n, sizeof *theta);
    mlp_init_he(&mlp, theta, &rng);
    *sphere = (struct sphere){.n = mlp.weights,
                              .size = length(mlp.weights, theta),
                              .rate = 1,
                              .share = (real)0.01,
                              .growing = growing};
    sphere->raw = allocate(mlp.weights, sizeof(real));
    sphere->path = allocate(steps * mlp.weights, sizeof(real));
    memcpy(sphere->raw, theta, mlp.weights * sizeof *theta);
    const struct train_group group = {
        0, mlp.weights, {sphere, sphere_step, NULL, &sphere->rate, &sphere->rate}};
    struct train_config config = train_defaults();
    config.epochs = epochs;
    config.seed = FIRST_SEED;
    require(train(&mlp, theta, data, NULL, 1, &group, &config, record));
    free(theta);
    mlp_free(&mlp);
}

static double largest_difference(const struct sphere *a, const struct sphere *b)
{
    double largest = 0;
    for (size_t i = 0; i < steps * a->n; i++)
        largest = fmax(largest, fabs((double)(a->path[i] - b->path[i])));
    return largest;
}

static void write_rates(const char *directory, struct sphere *both)
{
    FILE *file = figure_open(directory, "invariant-rates.dat");
    fprintf(file, "# step, fixed rate, growing rate\n");
    for (size_t t = 1; t <= steps; t++) {
        both[0].t = both[1].t = t;
        fprintf(file, "%zu %.6g %.6g\n", t, (double)sphere_rate(&both[0]),
                (double)sphere_rate(&both[1]));
    }
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    struct sphere both[2];
    struct train_epoch record[2][epochs + 1];
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    for (int k = 0; k < 2; k++)
        run(&data, k == 1, &both[k], record[k]);
    FILE *file = figure_open(directory, "invariant-costs.dat");
    fprintf(file, "# epoch, cost with the fixed rate, with the growing rate\n");
    for (int e = 0; e <= epochs; e++)
        fprintf(file, "%d %.9g %.9g\n", e, (double)record[0][e].train.cost,
                (double)record[1][e].train.cost);
    figure_close(file);
    figure_fact(facts, "invariant-difference", "%.0e",
                largest_difference(&both[0], &both[1]));
    write_rates(directory, both);
    figure_fact(facts, "invariant-growth", "%.0f",
                (double)sphere_rate(&both[1]) / (double)both[1].rate);
    figure_fact(facts, "invariant-start", "%.2f", (double)record[0][0].train.cost);
    figure_fact(facts, "invariant-end", "%.3f", (double)record[0][epochs].train.cost);
    for (int k = 0; k < 2; k++) {
        free(both[k].raw);
        free(both[k].path);
    }
    dataset_free(&data);
    dataset_free(&test);
}
