/* saddle.c: a symmetric network on saddles, and what makes it leave them.
 *
 *     Two units, output Σ_j (w_jᵀx)², squared error, target x_1² + 2 x_2². Samples come
 *     in mirrored pairs (x_1, x_2), (x_1, -x_2). Both units start equal, on axis 1. */
#include "optim/perturbed.h"
#include "shared.h"

enum { PAIRS = 100, SAMPLES = 2 * PAIRS, N = 4, STEPS = 2000, SETTLED = 20000 };
enum { SEEDS = 10, SIZES = 8, LIMIT = 100000 };

static const double lr = 0.002;

struct samples {
    real x[SAMPLES][2], y[SAMPLES];
};

/* Adds the loss and the gradient of one sample. */
static double add_sample(const struct samples *data, size_t i, const real *w, real *g)
{
    const real *x = data->x[i];
    const real u = w[0] * x[0] + w[1] * x[1], v = w[2] * x[0] + w[3] * x[1];
    const real r = u * u + v * v - data->y[i];
    g[0] += 2 * r * u * x[0];
    g[1] += 2 * r * u * x[1];
    g[2] += 2 * r * v * x[0];
    g[3] += 2 * r * v * x[1];
    return square(r) / 2;
}

static real loss(size_t n, const real *w, real *g, void *context)
{
    real sum[N] = {0};
    double value = 0;
    for (size_t i = 0; i < SAMPLES; i++)
        value += add_sample(context, i, w, sum);
    for (size_t k = 0; g && k < n; k++)
        g[k] = sum[k] / SAMPLES;
    return (real)(value / SAMPLES);
}

static void draw_samples(struct samples *data)
{
    struct rng rng = rng_seed(1);
    for (size_t i = 0; i < SAMPLES; i += 2) {
        data->x[i][0] = data->x[i + 1][0] = (real)rng_normal(&rng);
        data->x[i][1] = (real)rng_normal(&rng);
        data->x[i + 1][1] = -data->x[i][1];
        for (size_t k = i; k < i + 2; k++)
            data->y[k] = (real)(square(data->x[k][0]) + 2 * square(data->x[k][1]));
    }
}

static void start(real *w)
{
    w[0] = w[2] = (real)0.5;
    w[1] = w[3] = 0;
}

/* A step on samples drawn with replacement. */
static void sampled_step(struct samples *data, size_t batch, real *w, struct rng *rng)
{
    real g[N] = {0};
    for (size_t k = 0; k < batch; k++)
        add_sample(data, rng_below(rng, SAMPLES), w, g);
    for (size_t k = 0; k < N; k++)
        w[k] -= (real)lr * g[k] / (real)batch;
}

static void noisy_step(struct samples *data, double sigma, real *w, struct rng *rng)
{
    real g[N];
    descend(N, loss, data, lr, w, g);
    for (size_t k = 0; k < N; k++)
        w[k] -= (real)(lr * sigma * rng_normal(rng));
}

static void run_paths(struct samples *data, const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "saddle.dat");
    struct rng rng = rng_seed(2), other = rng_seed(2);
    real w[3][N], g[N];
    for (size_t k = 0; k < 3; k++)
        start(w[k]);
    fprintf(file, "# t descent sampled noisy\n");
    for (size_t t = 0; t <= STEPS; t++) {
        if (t % 10 == 0) {
            fprintf(file, "%zu", t);
            for (size_t k = 0; k < 3; k++)
                fprintf(file, " %.6g", loss(N, w[k], NULL, data));
            fprintf(file, "\n");
        }
        descend(N, loss, data, lr, w[0], g);
        sampled_step(data, 4, w[1], &rng);
        noisy_step(data, 0.01, w[2], &other);
    }
    figure_close(file);
    figure_fact(facts, "saddle-high", "%.3f", loss(N, w[0], NULL, data));
    figure_fact(facts, "saddle-low", "%.3f", loss(N, w[1], NULL, data));
    figure_fact(facts, "saddle-apart", "%.0f",
                fabs(w[1][0] - w[1][2]) + fabs(w[1][1] - w[1][3]));
}

/* The Hessian by central differences of the gradient. */
static double most_negative_curvature(struct samples *data, const real *w)
{
    real hessian[N * N], at[N], g[2][N], values[N];
    const double h = cbrt(REAL_EPSILON);
    for (size_t i = 0; i < N; i++) {
        for (size_t side = 0; side < 2; side++) {
            memcpy(at, w, sizeof at);
            at[i] += (real)(side ? -h : h);
            loss(N, at, g[side], data);
        }
        for (size_t j = 0; j < N; j++)
            hessian[i * N + j] = (g[0][j] - g[1][j]) / (real)(2 * h);
    }
    eigenvalues(N, hessian, values);
    return values[0];
}

/* Steps until the loss has fallen to half of that of the saddle. */
static double escape(struct samples *data, const real *saddle, double sigma, size_t batch,
                     uint64_t seed)
{
    struct rng rng = rng_seed(seed);
    real w[N];
    memcpy(w, saddle, sizeof w);
    const double half = loss(N, w, NULL, data) / 2;
    for (size_t t = 1; t <= LIMIT; t++) {
        if (batch)
            sampled_step(data, batch, w, &rng);
        else
            noisy_step(data, sigma, w, &rng);
        if (loss(N, w, NULL, data) < half)
            return (double)t;
    }
    figure_fail("the saddle was not left");
}

/* Mean, least and most over the seeds. */
static double escapes(FILE *file, struct samples *data, const real *saddle, double sigma,
                      size_t batch)
{
    double sum = 0, least = LIMIT, most = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        const double t = escape(data, saddle, sigma, batch, seed);
        sum += t;
        least = fmin(least, t);
        most = fmax(most, t);
    }
    fprintf(file, "%g %.6g %.6g %.6g\n", batch ? (double)batch : sigma, sum / SEEDS,
            least, most);
    return sum / SEEDS;
}

static void run_escapes(struct samples *data, const real *saddle, const char *directory,
                        FILE *facts)
{
    FILE *file = figure_open(directory, "escape.dat");
    const double curvature = most_negative_curvature(data, saddle);
    double mean[SIZES];
    fprintf(file, "# sigma mean least most; then batches\n");
    for (int k = 0; k < SIZES; k++)
        mean[k] = escapes(file, data, saddle, pow(10, -1 - 2 * k), 0);
    fprintf(file, "\n\n");
    for (size_t batch = 1; batch <= 64; batch *= 4)
        escapes(file, data, saddle, 0, batch);
    figure_close(file);
    figure_fact(facts, "escape-curvature", "%.3f", curvature);
    figure_fact(facts, "escape-theory", "%.0f", log(10) / log1p(-lr * curvature));
    figure_fact(facts, "escape-measured", "%.0f", (mean[5] - mean[2]) / 6);
    figure_fact(facts, "escape-large", "%.0f", mean[0]);
    figure_fact(facts, "escape-small", "%.0f", mean[SIZES - 1]);
}

static void draw_ball(size_t n, real radius, real *noise, void *rng)
{
    for (size_t i = 0; i < n; i++)
        noise[i] = (real)rng_normal(rng);
    const double length = sqrt(squared(n, noise));
    const double to = radius * pow(rng_uniform(rng), 1 / (double)n);
    for (size_t i = 0; i < n; i++)
        noise[i] *= (real)(to / length);
}

/* Perturbed gradient descent, from the same start to its end. */
static void run_perturbed(struct samples *data, FILE *facts)
{
    struct perturbed_config config = {.lr = (real)lr,
                                      .flat = (real)1e-3,
                                      .radius = (real)1e-2,
                                      .drop = (real)1e-3,
                                      .wait = 2000};
    struct perturbed p;
    struct rng rng = rng_seed(3);
    real w[N];
    start(w);
    require(perturbed_init(&p, N, loss, data, draw_ball, &rng, w, config));
    while (perturbed_step(&p) == PERTURBED_RUNNING && p.t < LIMIT)
        continue;
    figure_fact(facts, "perturbed-pushes", "%.0f", (double)p.noises);
    figure_fact(facts, "perturbed-loss", "%.0e", loss(N, w, NULL, data));
    figure_fact(facts, "perturbed-steps", "%.0f", (double)p.t);
    perturbed_free(&p);
}

void experiment(const char *directory, FILE *facts)
{
    static struct samples data;
    real saddle[N], g[N];
    draw_samples(&data);
    run_paths(&data, directory, facts);
    start(saddle);
    for (size_t t = 0; t < SETTLED; t++)
        descend(N, loss, &data, lr, saddle, g);
    figure_fact(facts, "saddle-off-axis", "%.0f", fabs(saddle[1]) + fabs(saddle[3]));
    run_escapes(&data, saddle, directory, facts);
    run_perturbed(&data, facts);
}
