/* rates.c: the three rates of gradient descent with the step 1/L, beside their bounds.
 *
 *     convex             L/4 (½ [x_1² + Σ (x_i - x_(i+1))² + x_n²] - x_1), from 0
 *     PL, not convex     x² + 3 sin² x
 *     strongly convex    logistic regression with a penalty, on the breast-cancer samples
 *     not convex         Σ ψ(r_i)/m with ψ(r) = r²/(2(1 + r²)), residuals of a line fit
 *                        in which a part of the samples are outliers, with features of
 *                        different sizes */
#include "lab/dataset.h"
#include "lab/logistic.h"
#include "optim/blas.h"
#include "shared.h"

enum { CHAIN = 100, CHAIN_STEPS = 10000, STEPS = 600, ROBUST_STEPS = 20000 };
enum { SAMPLES = 200, FEATURES = 10, OUTLIERS = 60 };

/* L = 4: the matrix of second differences has eigenvalues below 4. */
static real chain(size_t n, const real *x, real *g, void *context)
{
    (void)context;
    double sum = square(x[0]) + square(x[n - 1]);
    for (size_t i = 0; i + 1 < n; i++)
        sum += square(x[i] - x[i + 1]);
    for (size_t i = 0; g && i < n; i++)
        g[i] = 2 * x[i] - (i > 0 ? x[i - 1] : 1) - (i + 1 < n ? x[i + 1] : 0);
    return (real)(sum / 2) - x[0];
}

/* Huber's function with L = 1: a parabola up to the width, straight beyond. */
static real huber(size_t n, const real *x, real *g, void *context)
{
    (void)n;
    const real width = *(const real *)context, size = fabs(*x);
    if (g)
        *g = size > width ? copysign(width, *x) : *x;
    return size > width ? width * (size - width / 2) : size * size / 2;
}

/* For each k the Huber function that is worst after k steps from 1. */
static void run_huber(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "rates-huber.dat");
    fprintf(file, "# k gap-over-L-r2\n");
    for (size_t k = 1; k <= CHAIN_STEPS; k *= 10) {
        real width = 1 / (real)(2 * k + 1), x = 1, g;
        for (size_t t = 0; t < k; t++)
            descend(1, huber, &width, 1, &x, &g);
        const double gap = huber(1, &x, NULL, &width);
        fprintf(file, "%zu %.6g\n", k, gap);
        if (k == 100)
            figure_fact(facts, "huber-share", "%.3f", gap * 2 * (double)k);
    }
    figure_close(file);
}

/* The minimum is at x_i = 1 - i/(n+1), with the value -n/(2(n+1)). */
static void run_chain(const char *directory, FILE *facts)
{
    real *x = allocate(CHAIN, sizeof *x), *g = allocate(CHAIN, sizeof *g);
    const double ell = 4, n = CHAIN, best = -n / (n + 1) / 2;
    double radius = 0, worst = 0;
    for (size_t i = 1; i <= CHAIN; i++)
        radius += square(1 - (double)i / (n + 1));
    FILE *file = figure_open(directory, "rates-convex.dat");
    fprintf(file, "# k gap bound, over L r²\n");
    for (size_t k = 0; k <= CHAIN_STEPS; k++) {
        const double bound = ell * radius / 2 / (double)(k > 0 ? k : 1);
        const double gap = chain(CHAIN, x, NULL, NULL) - best;
        worst = fmax(worst, gap / bound);
        if (k > 0 && is_drawn(k))
            fprintf(file, "%zu %.6g %.6g\n", k, gap / ell / radius, bound / ell / radius);
        descend(CHAIN, chain, NULL, 1 / ell, x, g);
    }
    figure_fact(facts, "convex-worst-share", "%.2f", worst);
    figure_close(file);
    free(x);
    free(g);
}

static real wavy(size_t n, const real *x, real *g, void *context)
{
    (void)n, (void)context;
    if (g)
        g[0] = 2 * x[0] + 3 * sin(2 * x[0]);
    return x[0] * x[0] + 3 * sin(x[0]) * sin(x[0]);
}

static real problem_of(size_t n, const real *theta, real *g, void *problem)
{
    return problem_objective(n, theta, g, problem);
}

/* λ_max(XᵀX)/m */
static double largest_curvature(size_t m, size_t n, const real *x)
{
    real *gram = allocate(n * n, sizeof *gram), *values = allocate(n, sizeof *values);
    blas_product_tn(n, n, m, x, x, gram);
    eigenvalues(n, gram, values);
    const double largest = (double)values[n - 1] / (double)m;
    free(gram);
    free(values);
    return largest;
}

struct linear {
    double mu, ell, start, best;
};

/* f - f* after each step, and the bound of the PL inequality. Returns how many steps it
 * takes to a millionth of the start, and writes how many the bound allows. */
static double run_linear(FILE *file, size_t n, objective_fn *f, void *context, real *x,
                         struct linear c, double *allowed)
{
    real *g = allocate(n, sizeof *g);
    double steps = 0;
    *allowed = ceil(log(1e-6) / log1p(-c.mu / c.ell));
    for (size_t k = 0; k <= STEPS; k++) {
        const double bound = pow(1 - c.mu / c.ell, (double)k) * (c.start - c.best);
        const double gap = f(n, x, NULL, context) - c.best;
        if (gap > 1e-6 * (c.start - c.best))
            steps = (double)k + 1;
        if (k % 5 == 0)
            fprintf(file, "%zu %.6g %.6g\n", k, fmax(gap, 1e-15), bound);
        descend(n, f, context, 1 / c.ell, x, g);
    }
    fprintf(file, "\n\n");
    free(g);
    return steps;
}

static void run_cancer(FILE *file, FILE *facts)
{
    struct dataset data;
    struct dataset_error error;
    struct logistic logistic;
    if (dataset_read(&data, BREAST_CANCER_PATH, &error))
        figure_fail(error.message);
    const size_t n = data.features;
    real *mean = allocate(n, sizeof *mean), *deviation = allocate(n, sizeof *deviation),
         *x = allocate(n, sizeof *x), *g = allocate(n, sizeof *g);
    dataset_moments(&data, mean, deviation);
    dataset_standardize(&data, mean, deviation);
    struct linear c = {.mu = 0.1};
    require(logistic_init(&logistic, &data, (real)c.mu, false));
    struct problem problem = logistic_problem(&logistic);
    c.ell = largest_curvature(data.rows, n, data.x) / 4 + c.mu;
    c.start = problem_value(&problem, x);
    for (size_t k = 0; k < 20000; k++)
        c.best = descend(n, problem_of, &problem, 1 / c.ell, x, g);
    memset(x, 0, n * sizeof *x);
    double allowed;
    const double steps = run_linear(file, n, problem_of, &problem, x, c, &allowed);
    figure_fact(facts, "strong-kappa", "%.0f", c.ell / c.mu);
    figure_fact(facts, "strong-steps", "%.0f", steps);
    figure_fact(facts, "strong-allowed", "%.0f", allowed);
    free(mean);
    free(deviation);
    free(x);
    free(g);
    dataset_free(&data);
}

static void run_wavy(FILE *file, FILE *facts)
{
    real x = 3;
    struct linear c = {.mu = 0.17, .ell = 8};
    double allowed, ratio = HUGE_VAL;
    c.start = wavy(1, &x, NULL, NULL);
    for (int i = -4000; i <= 4000; i++) {
        real at = (real)i / 400, g;
        if (i == 0)
            continue;
        const double value = wavy(1, &at, &g, NULL);
        ratio = fmin(ratio, square(g) / 2 / value);
    }
    figure_fact(facts, "pl-smallest-ratio", "%.3f", ratio);
    const double steps = run_linear(file, 1, wavy, NULL, &x, c, &allowed);
    figure_fact(facts, "pl-steps", "%.0f", steps);
    figure_fact(facts, "pl-allowed", "%.0f", allowed);
}

/* A line fit whose loss levels off. */
struct robust {
    real x[SAMPLES * FEATURES], y[SAMPLES];
};

static real robust(size_t n, const real *theta, real *g, void *context)
{
    const struct robust *data = context;
    double sum = 0;
    for (size_t j = 0; g && j < n; j++)
        g[j] = 0;
    for (size_t i = 0; i < SAMPLES; i++) {
        const real *x = data->x + i * n;
        const double r = blas_dot(n, x, theta) - data->y[i], below = 1 + r * r;
        sum += r * r / below / 2;
        for (size_t j = 0; g && j < n; j++)
            g[j] += (real)(r / below / below / SAMPLES) * x[j];
    }
    return (real)(sum / SAMPLES);
}

static void draw_robust(struct robust *data, struct rng *rng)
{
    real truth[FEATURES];
    for (size_t j = 0; j < FEATURES; j++)
        truth[j] = (real)(2 * rng_normal(rng));
    for (size_t i = 0; i < SAMPLES; i++) {
        real *x = data->x + i * FEATURES;
        for (size_t j = 0; j < FEATURES; j++)
            x[j] = (real)(rng_normal(rng) * pow(10, -1.5 * (double)j / (FEATURES - 1)));
        data->y[i] = blas_dot(FEATURES, x, truth) + (real)(0.1 * rng_normal(rng));
        if (i < OUTLIERS)
            data->y[i] += (real)(20 * rng_normal(rng));
    }
}

/* |ψ''| = |1 - 3r²|/(1 + r²)³ ≤ 1, so L is the curvature of least squares; f ≥ 0. */
static void run_robust(const char *directory, FILE *facts)
{
    static struct robust data;
    struct rng rng = rng_seed(1);
    real theta[FEATURES] = {0}, g[FEATURES];
    draw_robust(&data, &rng);
    const double ell = largest_curvature(SAMPLES, FEATURES, data.x);
    const double gap = robust(FEATURES, theta, NULL, &data);
    double least = HUGE_VAL, worst = 0;
    FILE *file = figure_open(directory, "rates-any.dat");
    fprintf(file, "# k least-squared-gradient bound\n");
    for (size_t k = 1; k <= ROBUST_STEPS; k++) {
        descend(FEATURES, robust, &data, 1 / ell, theta, g);
        least = fmin(least, squared(FEATURES, g));
        const double bound = 2 * ell * gap / (double)k;
        worst = fmax(worst, least / bound);
        if (is_drawn(k))
            fprintf(file, "%zu %.6g %.6g\n", k, least, bound);
    }
    figure_fact(facts, "any-worst-share", "%.2g", worst);
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    run_chain(directory, facts);
    run_huber(directory, facts);
    FILE *file = figure_open(directory, "rates-linear.dat");
    fprintf(file, "# k gap bound: logistic regression; x² + 3 sin² x\n");
    run_cancer(file, facts);
    run_wavy(file, facts);
    figure_close(file);
    run_robust(directory, facts);
}
