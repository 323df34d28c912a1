/* warmup.c: how uncertain Adam's divisor is in the first steps, and what a warm-up does
 * about it. */
#include "lab/dataset.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "optim/schedules.h"
#include "shared.h"

enum {
    streams = 20000,
    longest = 1000,
    epochs = 10,
    rates = 8,
    seeds = 10,
    hidden = 8,
    shown = 6 /* the rate of the facts */
};

static const double beta1 = 0.9, beta2 = 0.999, first_rate = 2e-3;

/* The variance of the corrected average of t independent numbers of variance 1. */
static double left_of_noise(double beta, double t)
{
    double power = pow(beta, t);
    return (1 - beta) / (1 + beta) * (1 + power) / (1 - power);
}

/* The averages of Adam on gradients that are noise alone, many at a time. */
struct noise {
    double m[streams], v[streams], corrected[streams], direction[streams];
};

static void noise_step(struct noise *noise, double t, struct rng *rng)
{
    for (size_t i = 0; i < streams; i++) {
        const double g = rng_normal(rng);
        noise->m[i] = beta1 * noise->m[i] + (1 - beta1) * g;
        noise->v[i] = beta2 * noise->v[i] + (1 - beta2) * g * g;
        noise->corrected[i] = noise->v[i] / (1 - pow(beta2, t));
        noise->direction[i] =
            noise->m[i] / (1 - pow(beta1, t)) / sqrt(noise->corrected[i]);
    }
}

static void run_spread(const char *directory, FILE *facts)
{
    static struct noise noise;
    struct rng rng = rng_seed(FIRST_SEED);
    FILE *file = figure_open(directory, "warmup-spread.dat");
    fprintf(file,
            "# step, relative deviation of v, theory, size of the direction, theory\n");
    for (int t = 1; t <= longest; t++) {
        noise_step(&noise, t, &rng);
        if (t > 10 && t % (t > 100 ? 100 : 10) != 0)
            continue;
        const double spread =
            deviation(streams, noise.corrected) / mean(streams, noise.corrected);
        const double size = deviation(streams, noise.direction);
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, spread,
                sqrt(2 * left_of_noise(beta2, t)), size, sqrt(left_of_noise(beta1, t)));
        char step[8];
        snprintf(step, sizeof step, "%d", t);
        if (t == 1 || t == 10 || t == longest) {
            figure_fact_of(facts, "spread", step, "%.0f", 100 * spread);
            figure_fact_of(facts, "size", step, "%.2f", size);
        }
    }
    figure_close(file);
}

/* How a run begins. */
enum start { COLD, WARM, FILLED, STARTS };

static const char *const start_name[STARTS] = {"cold", "warm", "filled"};

/* A constant rate; over the first steps it rises, or is 0 while v fills. */
static real multiplier(size_t step, size_t steps, void *context)
{
    const enum start *start = context;
    const size_t warmup = steps / 10;
    if (*start == WARM)
        return linear_warmup(warmup, step);
    return *start == FILLED && step <= warmup / 2 ? 0 : 1;
}

static double final_cost(enum start start, double rate, uint64_t seed,
                         const struct dataset *data)
{
    struct mlp mlp;
    struct train_epoch record[epochs + 1];
    const size_t width[] = {64, hidden, 10};
    struct rng rng = rng_seed(1000 + seed);
    struct train_config config = train_defaults();
    require(mlp_init(&mlp, 2, width, 128));
    real *theta = allocate(mlp.n, sizeof *theta);
    mlp_init_he(&mlp, theta, &rng);
    struct train_group group = {0, mlp.n, {0}};
    require(method_make(&group.optimizer, "adam", mlp.n));
    *group.optimizer.lr = (real)rate;
    config.epochs = epochs;
    config.seed = seed;
    config.schedule = multiplier;
    config.context = &start;
    enum descent_status status =
        train(&mlp, theta, data, NULL, 1, &group, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
    optimizer_drop(&group.optimizer);
    free(theta);
    mlp_free(&mlp);
    return (double)record[epochs].train.cost;
}

static void run_starts(const char *directory, FILE *facts, const struct dataset *data)
{
    static double cost[STARTS][rates][seeds];
    FILE *file = figure_open(directory, "warmup-costs.dat");
    fprintf(file,
            "# rate, then final cost and its deviation without warm-up, with it, and "
            "with v filled first\n");
    for (size_t r = 0; r < rates; r++, fprintf(file, "\n")) {
        const double rate = ldexp(first_rate, (int)r);
        fprintf(file, "%.6g", rate);
        for (enum start k = 0; k < STARTS; k++) {
            for (size_t s = 0; s < seeds; s++)
                cost[k][r][s] = final_cost(k, rate, FIRST_SEED + s, data);
            fprintf(file, " %.6g %.6g", mean(seeds, cost[k][r]),
                    deviation(seeds, cost[k][r]));
        }
    }
    figure_close(file);
    for (enum start k = 0; k < STARTS; k++)
        figure_fact_of(facts, "start-cost", start_name[k], "%.3f",
                       mean(seeds, cost[k][shown]));
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    run_spread(directory, facts);
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    run_starts(directory, facts, &data);
    dataset_free(&data);
    dataset_free(&test);
}
