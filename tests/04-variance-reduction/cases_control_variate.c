/* cases_control_variate.c: estimates with a control variate, and what is known of them
 * beforehand: for pairs that are alike or not, far from zero, and alone. */
#include "judge/driver.h"
#include "optim/control_variate.h"
#include <math.h>

enum { M = 20, GRID = 21, LARGE = 20000 };

/* Pairs: y is a part of x, and noise. */
static void draw_pairs(real *x, real *y, real offset, struct rng *rng)
{
    const real part = rng_uniform(rng), shift = 1 + rng_uniform(rng);
    for (size_t i = 0; i < M; i++) {
        real common = rng_normal(rng);
        x[i] = offset + common + 0.5 * rng_normal(rng);
        y[i] = offset + shift + part * common + 0.3 * rng_normal(rng);
    }
}

static void record_law(FILE *trace, const real *x, const real *y, const real *alpha)
{
    real mean[GRID], variance[GRID], error[GRID];
    for (size_t k = 0; k < GRID; k++) {
        struct control_variate_law law = control_variate_law(M, x, y, alpha[k]);
        mean[k] = law.mean;
        variance[k] = law.variance;
        error[k] = law.error;
    }
    trace_column(trace, "mean", GRID, mean);
    trace_column(trace, "variance", GRID, variance);
    trace_column(trace, "error", GRID, error);
    trace_number(trace, "best", control_variate_best(M, x, y));
}

static void record(FILE *trace, real offset, struct rng *rng)
{
    real x[M], y[M], alpha[GRID];
    draw_pairs(x, y, offset, rng);
    for (size_t k = 0; k < GRID; k++)
        alpha[k] = -0.5 + 0.1 * (real)k;
    trace_input(trace, "x", M, x);
    trace_input(trace, "y", M, y);
    trace_input(trace, "alpha", GRID, alpha);
    record_law(trace, x, y, alpha);
}

static void error(FILE *trace, struct rng *rng)
{
    record(trace, 0, rng);
}

static void far(FILE *trace, struct rng *rng)
{
    record(trace, 0x1p27, rng);
}

static void draws(FILE *trace, struct rng *rng)
{
    real x[M], y[M], mean_y[M], alpha[M], z[M];
    draw_pairs(x, y, 0, rng);
    for (size_t i = 0; i < M; i++) {
        mean_y[i] = rng_normal(rng);
        alpha[i] = 2 * rng_uniform(rng) - 0.5;
        z[i] = control_variate(x[i], y[i], mean_y[i], alpha[i]);
    }
    trace_input(trace, "x", M, x);
    trace_input(trace, "y", M, y);
    trace_input(trace, "mean-y", M, mean_y);
    trace_input(trace, "alpha", M, alpha);
    trace_column(trace, "z", M, z);
}

/* All draws, so that the law can be compared with what happens. */
static void happens(FILE *trace, struct rng *rng)
{
    real x[M], y[M], z[M], mean_y = 0, alpha = 0.2 + rng_uniform(rng);
    draw_pairs(x, y, 0, rng);
    for (size_t i = 0; i < M; i++)
        mean_y += y[i] / M;
    for (size_t i = 0; i < M; i++)
        z[i] = control_variate(x[i], y[i], mean_y, alpha);
    struct control_variate_law law = control_variate_law(M, x, y, alpha);
    trace_input(trace, "x", M, x);
    trace_input(trace, "alpha", 1, &alpha);
    trace_column(trace, "z", M, z);
    trace_number(trace, "mean", law.mean);
    trace_number(trace, "variance", law.variance);
    trace_number(trace, "error", law.error);
}

static void record_best(FILE *trace, const char *name, size_t m, const real *x,
                        const real *y)
{
    trace_number(trace, name, control_variate_best(m, x, y));
}

static void edges(FILE *trace, struct rng *rng)
{
    real x[4], y[4], shifted[4], swapped[4];
    for (size_t i = 0; i < 4; i++) {
        x[i] = (real)rng_below(rng, 100);
        shifted[i] = x[i] - 3;
        y[i] = (real)rng_below(rng, 100);
    }
    for (size_t i = 0; i < 4; i++)
        swapped[i] = x[(i + 1) % 4];
    trace_input(trace, "x", 4, x);
    trace_input(trace, "y", 4, y);
    record_best(trace, "best-for-equal-numbers", 4, x, x);
    record_best(trace, "best-for-a-constant-difference", 4, x, shifted);
    record_best(trace, "best-for-equal-means", 4, x, swapped);
    record_best(trace, "best-for-one-pair", 1, x, y);
    struct control_variate_law one = control_variate_law(1, x, y, 0.25);
    struct control_variate_law none = control_variate_law(4, x, y, 0);
    struct control_variate_law twice = control_variate_law(4, x, y, 2);
    const real laws[] = {one.mean,   one.variance,   one.error,
                         none.mean,  none.variance,  none.error,
                         twice.mean, twice.variance, twice.error};
    trace_column(trace, "laws-at-the-edges", 9, laws);
    x[0] += 50; /* other numbers in the same place */
    record_best(trace, "best-after-a-change", 4, x, y);
}

/* What is not finite, as the formula has it. */
static void not_finite(FILE *trace, struct rng *rng)
{
    const real inf = (real)INFINITY, nan = (real)NAN, some = 1 + rng_uniform(rng);
    const real x[] = {inf, some, some, nan, inf, -inf}, y[] = {1, inf, 1, 1, 1, 1};
    const real mean_y[] = {0, 0, nan, 0, 0, some}, alpha[] = {1, 0.5, 1, 1, 0, 2};
    real z[6];
    for (size_t i = 0; i < 6; i++)
        z[i] = control_variate(x[i], y[i], mean_y[i], alpha[i]);
    trace_input(trace, "x", 6, x);
    trace_input(trace, "y", 6, y);
    trace_input(trace, "mean-y", 6, mean_y);
    trace_input(trace, "alpha", 6, alpha);
    trace_column(trace, "z", 6, z);
    trace_number(trace, "control_variate(2,1,1,some)", control_variate(2, 1, 1, some));
}

/* Many pairs, whose sums are exact, and which must stay as they are. */
static void large(FILE *trace, struct rng *rng)
{
    static real x[LARGE], y[LARGE], given[2][LARGE];
    for (size_t i = 0; i < LARGE; i++) {
        x[i] = given[0][i] = (real)rng_below(rng, 100);
        y[i] = given[1][i] = (real)rng_below(rng, 50);
    }
    struct control_variate_law law = control_variate_law(LARGE, x, y, 0.5);
    trace_number(trace, "mean-of-20000", law.mean);
    trace_number(trace, "variance-of-20000", law.variance);
    trace_number(trace, "error-of-20000", law.error);
    trace_number(trace, "best-for-20000", control_variate_best(LARGE, x, y));
    trace_number(trace, "numbers-of-x-and-y-overwritten",
                 (double)(driver_overwritten(LARGE, x, given[0]) +
                          driver_overwritten(LARGE, y, given[1])));
}

const struct driver_case driver_cases[] = {
    {"error", error},     {"far", far},     {"draws", draws},
    {"happens", happens}, {"edges", edges}, {"not-finite", not_finite},
    {"large", large},     {NULL, NULL},
};
