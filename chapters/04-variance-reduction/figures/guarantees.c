/* guarantees.c: what is proven of SAG with the step 1/(16L) and a table that starts
 * centered, over what is measured, on a convex sum and on a strongly convex one. */
#include "optim/sag_table.h"
#include "shared.h"

enum { PASSES = 200, M = 100, N = 5, FIRST = 30 };

static void draw(struct sums *sums, real l2)
{
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(2);
    config.m = M, config.n = N, config.l2 = l2, config.noise = 2;
    require(sums_draw(sums, &config, &rng));
}

static double distance(const struct sums *sums, const real *theta)
{
    double sum = 0;
    for (size_t j = 0; j < N; j++)
        sum += square((double)(theta[j] - sums->optimum[j]));
    return sum;
}

/* The gaps of θ and of the mean of all θ so far, after each pass. */
static void run_sag(const struct sums *sums, const real *start, uint64_t seed,
                    double *last, double *averaged)
{
    struct finite_sum sum = glm_sum(&sums->glm);
    struct rng rng = rng_seed(seed);
    struct sag_table sag;
    real theta[N], total[N] = {0}, mean[N];
    memcpy(theta, start, sizeof theta);
    require(
        sag_table_init(&sag, &sum, theta, (struct sag_table_config){1 / (16 * sums->L)}));
    last[0] = averaged[0] = sums_suboptimality(sums, theta);
    for (size_t k = 1; k <= PASSES * M; k++) {
        blas_add(N, 1, theta, total);
        sag_table_step(&sag, theta, (size_t)rng_below(&rng, M));
        if (k % M)
            continue;
        for (size_t j = 0; j < N; j++)
            mean[j] = total[j] / (real)k;
        last[k / M] = sums_suboptimality(sums, theta);
        averaged[k / M] = sums_suboptimality(sums, mean);
    }
    sag_table_free(&sag);
}

/* m steps of SGD from 0 with steps D / (G √t): D the distance to the optimum and G² the
 * mean square of the gradients there, both known here; and the mean of its path. */
static void run_sgd(const struct sums *sums, uint64_t seed, real *mean)
{
    struct finite_sum sum = glm_sum(&sums->glm);
    struct rng rng = rng_seed(seed);
    real theta[N] = {0}, g[N];
    double squares = 0;
    for (size_t i = 0; i < M; i++) {
        sum.sample(&sum, i, sums->optimum, g);
        squares += (double)blas_dot(N, g, g) / M;
    }
    const double length = sqrt(distance(sums, theta) / squares);
    memset(mean, 0, N * sizeof *mean);
    for (size_t t = 1; t <= M; t++) {
        sum.sample(&sum, (size_t)rng_below(&rng, M), theta, g);
        double lr = fmin(length / sqrt((double)t), 1 / (double)sums->L);
        blas_add(N, -(real)lr, g, theta);
        blas_add(N, 1 / (real)M, theta, mean);
    }
}

/* The constant of the bound for convex sums over m: the bound is this over passes. */
static double convex_constant(const struct sums *sums, const real *start)
{
    return 48 * sums_suboptimality(sums, start) +
           128 * sums->L / M * distance(sums, start);
}

static void convex(const char *directory, FILE *facts)
{
    static double last[SEEDS][PASSES + 1], mean[SEEDS][PASSES + 1];
    struct sums sums;
    real zero[N] = {0}, warm[N];
    draw(&sums, 0);
    double constant = convex_constant(&sums, zero), closest = INFINITY, warmed = 0;
    for (int s = 0; s < SEEDS; s++) {
        run_sag(&sums, zero, (uint64_t)s + 1, last[s], mean[s]);
        run_sgd(&sums, (uint64_t)s + 1, warm);
        warmed += convex_constant(&sums, warm) / SEEDS;
    }
    FILE *data = figure_open(directory, "convex.dat");
    for (size_t k = 1; k <= PASSES; k++) {
        double average = 0, high = 0;
        for (int s = 0; s < SEEDS; s++) {
            average += mean[s][k] / SEEDS;
            high = fmax(high, mean[s][k]);
        }
        closest = fmin(closest, constant / (double)k / high);
        fprintf(data, "%zu %.6g %.6g %.6g %.6g\n", k, average, constant / (double)k,
                warmed / (double)k,
                (double)sums.L_f * distance(&sums, zero) / 2 / (double)k);
    }
    figure_close(data);
    figure_fact(facts, "convex-closest", "%.0f", closest);
    figure_fact(facts, "convex-warm", "%.1f", constant / warmed);
    sums_free(&sums);
}

static void strong(const char *directory, FILE *facts)
{
    static double last[SEEDS][PASSES + 1], mean[SEEDS][PASSES + 1];
    struct sums sums;
    real zero[N] = {0};
    draw(&sums, (real)0.1);
    const double L = (double)sums.L, mu = (double)sums.mu;
    const double rate = 1 - fmin(mu / (16 * L), 1.0 / (8 * M));
    const double constant =
        1.5 * (double)sums_suboptimality(&sums, zero) + 4 * L / M * distance(&sums, zero);
    double closest = INFINITY, average[PASSES + 1] = {0};
    size_t where = 0;
    for (int s = 0; s < SEEDS; s++)
        run_sag(&sums, zero, (uint64_t)s + 1, last[s], mean[s]);
    FILE *data = figure_open(directory, "strong.dat");
    for (size_t k = 0; k <= PASSES; k++) {
        double high = 0, bound = constant * pow(rate, (double)(k * M));
        for (int s = 0; s < SEEDS; s++) {
            average[k] += last[s][k] / SEEDS;
            high = fmax(high, last[s][k]);
        }
        if (bound / high < closest)
            closest = bound / high, where = k;
        fprintf(data, "%zu %.6g %.6g %.6g\n", k, average[k], bound,
                average[0] * pow(1 - mu / (double)sums.L_f, (double)k));
    }
    figure_close(data);
    figure_fact(facts, "strong-closest", "%.1f", closest);
    figure_fact(facts, "strong-closest-pass", "%zu", where);
    figure_fact(facts, "strong-factor", "%.2f",
                pow(average[FIRST] / average[0], 1.0 / FIRST));
    figure_fact(facts, "strong-bound", "%.4f", pow(rate, M));
    sums_free(&sums);
}

void experiment(const char *directory, FILE *facts)
{
    convex(directory, facts);
    strong(directory, facts);
}
