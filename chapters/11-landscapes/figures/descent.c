/* descent.c: least squares with more and more features, and the peak where they are as
 * many as the samples. */
#include "lab/features.h"
#include "lab/sorting.h"
#include "optim/blas.h"
#include "optim/minimum_norm.h"
#include "shared.h"

enum { TRIALS = 31, TEST = 400, MOST = 800 };

/* --- Polynomials: twenty noisy samples of a smooth function. ------------------------ */

enum { POINTS = 20, ORDERS = 14 };
static const size_t orders[ORDERS] = {2,  4,  6,  8,  10, 14,  18,
                                      20, 22, 26, 40, 80, 200, MOST};

static double curve(double x)
{
    return sin(3 * x) + 0.5 * cos(5 * x);
}

/* --- Random features: 100 noisy samples of a linear function of ten numbers. -------- */

enum { SAMPLES = 100, INPUTS = 10, COUNTS = 14 };
static const size_t counts[COUNTS] = {10,  20,  40,  60,  80,  90,  96,
                                      100, 104, 110, 130, 200, 400, MOST};

/* A problem: features of training and test samples, and what is to be predicted. */
struct problem_data {
    size_t rows;
    real *x, *y, *test_x, *test_y, *w, *phi, *test_phi, *theta;
};

static struct problem_data allocate_data(size_t rows, size_t inputs)
{
    struct problem_data d = {.rows = rows};
    d.x = allocate(rows * inputs, sizeof(real));
    d.y = allocate(rows, sizeof(real));
    d.test_x = allocate((size_t)TEST * inputs, sizeof(real));
    d.test_y = allocate(TEST, sizeof(real));
    d.w = allocate((size_t)MOST * inputs, sizeof(real));
    d.phi = allocate(rows * MOST, sizeof(real));
    d.test_phi = allocate((size_t)TEST * MOST, sizeof(real));
    d.theta = allocate(MOST, sizeof(real));
    return d;
}

static void free_data(struct problem_data *d)
{
    real *all[] = {d->x, d->y, d->test_x, d->test_y, d->w, d->phi, d->test_phi, d->theta};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]);
}

static void draw_curve(struct problem_data *d, struct rng *rng)
{
    for (size_t i = 0; i < d->rows; i++) {
        d->x[i] = (real)(2 * rng_uniform(rng) - 1);
        d->y[i] = (real)(curve((double)d->x[i]) + 0.2 * rng_normal(rng));
    }
    for (size_t i = 0; i < TEST; i++) {
        d->test_x[i] = (real)(2 * rng_uniform(rng) - 1);
        d->test_y[i] = (real)curve((double)d->test_x[i]);
    }
}

static void draw_linear(struct problem_data *d, struct rng *rng)
{
    real truth[INPUTS];
    draw_normal(INPUTS, truth, rng);
    blas_scale(INPUTS, 1 / blas_norm(INPUTS, truth), truth);
    draw_normal(d->rows * INPUTS, d->x, rng);
    draw_normal((size_t)TEST * INPUTS, d->test_x, rng);
    draw_normal((size_t)MOST * INPUTS, d->w, rng);
    blas_apply(d->rows, INPUTS, d->x, truth, d->y);
    blas_apply(TEST, INPUTS, d->test_x, truth, d->test_y);
    for (size_t i = 0; i < d->rows; i++)
        d->y[i] += (real)(0.5 * rng_normal(rng));
}

/* What the shortest least-squares solution makes of training and test samples. */
struct outcome {
    double train, test, norm;
};

static double mean_square(size_t rows, size_t p, const real *phi, const real *theta,
                          const real *y)
{
    double sum = 0;
    for (size_t r = 0; r < rows; r++)
        sum += square((double)(blas_dot(p, phi + r * p, theta) - y[r]));
    return sum / (double)rows;
}

static struct outcome fit(struct problem_data *d, size_t p, double rcond)
{
    require(minimum_norm(d->rows, p, d->phi, d->y, (real)rcond, d->theta, NULL));
    return (struct outcome){mean_square(d->rows, p, d->phi, d->theta, d->y),
                            mean_square(TEST, p, d->test_phi, d->theta, d->test_y),
                            (double)blas_norm(p, d->theta)};
}

static struct outcome fit_polynomial(struct problem_data *d, size_t p)
{
    legendre_features(d->rows, d->x, p, d->phi);
    legendre_features(TEST, d->test_x, p, d->test_phi);
    return fit(d, p, 1e-12);
}

static struct outcome fit_random(struct problem_data *d, size_t p)
{
    random_features(d->rows, INPUTS, d->x, p, d->w, d->phi);
    random_features(TEST, INPUTS, d->test_x, p, d->w, d->test_phi);
    return fit(d, p, 1e-12);
}

/* --- Medians, since near the peak a mean is that of its worst trial. ---------------- */

/* A quantile of the trials, which get sorted. */
static double quantile(double *x, double share)
{
    sort_ascending(TRIALS, x);
    return x[(size_t)(share * (TRIALS - 1))];
}

static void sweep(const char *directory, FILE *facts, bool random, size_t sizes,
                  const size_t *size)
{
    static double train[COUNTS][TRIALS], test[COUNTS][TRIALS], norm[COUNTS][TRIALS];
    double cut[TRIALS];
    struct problem_data d = allocate_data(random ? SAMPLES : POINTS, random ? INPUTS : 1);
    for (size_t t = 0; t < TRIALS; t++) {
        struct rng rng = rng_seed(1000 * FIRST_SEED + t);
        (random ? draw_linear : draw_curve)(&d, &rng);
        for (size_t i = 0; i < sizes; i++) {
            const struct outcome o = (random ? fit_random : fit_polynomial)(&d, size[i]);
            train[i][t] = o.train;
            test[i][t] = o.test;
            norm[i][t] = o.norm;
            if (random && size[i] == SAMPLES)
                cut[t] = fit(&d, SAMPLES, 0.1).test;
        }
    }
    FILE *file = figure_open(directory, random ? "random.dat" : "polynomial.dat");
    fprintf(file, "# features, test error: median, quartiles; training error, norm\n");
    for (size_t i = 0; i < sizes; i++) {
        const double middle = quantile(test[i], 0.5);
        char suffix[16];
        snprintf(suffix, sizeof suffix, "%zu", size[i]);
        fprintf(file, "%zu %.4g %.4g %.4g %.4g %.4g\n", size[i], middle,
                quantile(test[i], 0.25), quantile(test[i], 0.75), quantile(train[i], 0.5),
                quantile(norm[i], 0.5));
        if (random && (size[i] == 40 || size[i] == SAMPLES || size[i] == MOST)) {
            figure_fact_of(facts, "random-test", suffix, "%.2g", middle);
            figure_fact_of(facts, "random-norm", suffix, "%.2g", quantile(norm[i], 0.5));
        }
        if (!random && (size[i] == 6 || size[i] == POINTS || size[i] == MOST))
            figure_fact_of(facts, "polynomial-test", suffix, "%.2g", middle);
    }
    if (random)
        figure_fact(facts, "random-cut", "%.2g", quantile(cut, 0.5));
    figure_close(file);
    free_data(&d);
}

void experiment(const char *directory, FILE *facts)
{
    sweep(directory, facts, false, ORDERS, orders);
    sweep(directory, facts, true, COUNTS, counts);
}
