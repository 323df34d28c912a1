/* l1.c: sub-gradient and proximal steps on least squares with an L1 penalty. */
#include "optim/ista.h"
#include "shared.h"

enum { M = 100, N = 40, TRUE = 5, STEPS = 5000, SEEDS = 10 };
static const double lambda = 0.1, lr = 0.05;

struct data {
    real x[M][N], y[M];
};

/* Five features count, the others are noise. */
static struct data draw_data(uint64_t seed)
{
    struct data data;
    struct rng rng = rng_seed(seed);
    for (size_t r = 0; r < M; r++) {
        data.y[r] = (real)(0.5 * rng_normal(&rng));
        for (size_t i = 0; i < N; i++) {
            data.x[r][i] = (real)rng_normal(&rng);
            data.y[r] += i < TRUE ? data.x[r][i] * (real)(i % 2 ? -1 : 1) : 0;
        }
    }
    return data;
}

/* The gradient of 1/(2m) Σ (x·θ - y)². */
static void gradient(const struct data *data, const real *theta, real *g)
{
    memset(g, 0, N * sizeof *g);
    for (size_t r = 0; r < M; r++) {
        real error = -data->y[r];
        for (size_t i = 0; i < N; i++)
            error += data->x[r][i] * theta[i];
        for (size_t i = 0; i < N; i++)
            g[i] += error * data->x[r][i] / M;
    }
}

/* λ sign θ is added to the gradient; the rate stays or falls as 1/√t. */
static void run_subgradient(const struct data *data, bool falling, real *theta)
{
    real g[N];
    for (size_t t = 1; t <= STEPS; t++) {
        const real rate = (real)(falling ? lr / sqrt((double)t) : lr);
        gradient(data, theta, g);
        for (size_t i = 0; i < N; i++)
            theta[i] -=
                rate * (g[i] + (real)lambda * (real)((theta[i] > 0) - (theta[i] < 0)));
    }
}

static double run_proximal(const struct data *data, real *theta)
{
    struct ista ista;
    real g[N];
    require(ista_init(&ista, N, (struct ista_config){(real)lr, (real)lambda, 0}));
    for (size_t t = 0; t < STEPS; t++) {
        gradient(data, theta, g);
        ista_step(&ista, theta, g);
    }
    gradient(data, theta, g);
    return (double)ista_residual(&ista, theta, g);
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

/* Sizes from the largest to the smallest; @return how many are 0. */
static double sort_sizes(const real *theta, double *size)
{
    double zeros = 0;
    for (size_t i = 0; i < N; i++) {
        size[i] = fabs((double)theta[i]);
        zeros += theta[i] == 0;
    }
    qsort(size, N, sizeof *size, by_size);
    return zeros;
}

void experiment(const char *directory, FILE *facts)
{
    double zeros[3][SEEDS], smallest[2][SEEDS], worst = 0, size[3][N];
    FILE *file = figure_open(directory, "l1.dat");
    for (size_t s = SEEDS; s-- > 0;) {
        struct data data = draw_data(FIRST_SEED + s);
        for (int k = 0; k < 3; k++) {
            real theta[N];
            for (size_t i = 0; i < N; i++)
                theta[i] = (real)0.01 * (real)(i % 7 + 1);
            if (k < 2)
                run_subgradient(&data, k == 1, theta);
            else
                worst = fmax(worst, run_proximal(&data, theta));
            zeros[k][s] = sort_sizes(theta, size[k]);
            if (k < 2)
                smallest[k][s] = log10(size[k][N / 2]);
        }
    }
    fprintf(file, "# rank, sizes: sub-gradient, falling rate, proximal; seed %d\n",
            FIRST_SEED);
    for (size_t i = 0; i < N; i++)
        fprintf(file, "%zu %.6g %.6g %.6g\n", i + 1, size[0][i], size[1][i], size[2][i]);
    figure_close(file);
    figure_fact(facts, "l1-zeros-subgradient", "%.0f", spread_of(SEEDS, zeros[0]).mean);
    figure_fact(facts, "l1-zeros-falling", "%.0f", spread_of(SEEDS, zeros[1]).mean);
    spread_facts(facts, "l1-zeros", "proximal", "%.1f", spread_of(SEEDS, zeros[2]));
    figure_fact(facts, "l1-median-subgradient", "%.1g",
                pow(10, spread_of(SEEDS, smallest[0]).mean));
    figure_fact(facts, "l1-median-falling", "%.1g",
                pow(10, spread_of(SEEDS, smallest[1]).mean));
    figure_fact(facts, "l1-residual", "%.0e", fmax(worst, 1e-16));
}
