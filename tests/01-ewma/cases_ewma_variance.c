/* cases_ewma_variance.c: weighted means and variances, near zero and far from it. */
#include "judge/driver.h"
#include "lab/series.h"
#include "optim/ewma_variance.h"

#include <math.h>
#include <string.h>

enum {
    N = 150,
    SHORT = 20,
    LATER = SHORT - 1,
    LONG = 100000,
    STEPS = 5,
    RUNS = 4000,
    RUN = 5
};

typedef real reading(const struct ewma_variance *);

/* Takes in x and reads after every sample. */
static void estimate(size_t n, const real *x, real lambda, reading *read, real *value)
{
    struct ewma_variance ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_variance_init(&ewma, lambda);
    for (size_t i = 0; i < n; i++) {
        ewma_variance_update(&ewma, x[i]);
        value[i] = read(&ewma);
    }
}

/* One reading of one series: whoever has written that one can test it. The corrected
 * variance is read from the second sample on. What it is after one is left to `edges`:
 * who guards that in another way is still told of other mistakes. */
static void record(FILE *trace, size_t n, const real *x, real lambda, const char *name,
                   reading *read)
{
    real t[N], value[N];
    const size_t skip = read == ewma_variance_corrected;
    for (size_t i = 0; i < n; i++)
        t[i] = (real)(i + 1);
    estimate(n, x, lambda, read, value);
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "first-x", 1, x);
    trace_input(trace, "t", n - skip, t + skip);
    trace_input(trace, "x", n - skip, x + skip);
    trace_column(trace, name, n - skip, value + skip);
}

static void normal(size_t n, real *x, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = 3 + rng_normal(rng);
}

static void means(FILE *trace, struct rng *rng)
{
    real x[SHORT];
    normal(SHORT, x, rng);
    record(trace, SHORT, x, 0.5 + 0.49 * rng_uniform(rng), "mean", ewma_variance_mean);
}

static void biased(FILE *trace, struct rng *rng)
{
    real x[SHORT];
    normal(SHORT, x, rng);
    record(trace, SHORT, x, 0.5 + 0.49 * rng_uniform(rng), "biased",
           ewma_variance_biased);
}

static void noisy(FILE *trace, struct rng *rng)
{
    real x[N];
    series_noisy(N, x, 0.3, rng);
    record(trace, N, x, 0.9 + 0.05 * rng_uniform(rng), "corrected",
           ewma_variance_corrected);
}

/* One reading near 0 and far away, from the second sample on. */
static void record_both(FILE *trace, const real *near, const real *far, real lambda,
                        const char *name, reading *read)
{
    real at_near[SHORT], at_far[SHORT], both[2 * LATER];
    estimate(SHORT, near, lambda, read, at_near);
    estimate(SHORT, far, lambda, read, at_far);
    memcpy(both, at_near + 1, LATER * sizeof *both);
    memcpy(both + LATER, at_far + 1, LATER * sizeof *both);
    trace_rough(trace, name, 2 * LATER, both);
}

/* The same samples near 0 and then near 1e8, where x² has lost all digits of the spread.
 * They are multiples of 2^-20, so that adding 1e8 rounds nothing. */
static void far_away(FILE *trace, struct rng *rng)
{
    real lambda = 0.8 + 0.15 * rng_uniform(rng), near[SHORT], far[SHORT];
    real offset[2 * LATER], t[2 * LATER];
    for (size_t i = 0; i < SHORT; i++) {
        near[i] = floor(0x1p20 * rng_normal(rng)) * 0x1p-20;
        far[i] = near[i] + 1e8;
    }
    for (size_t i = 0; i < LATER; i++) {
        t[i] = t[i + LATER] = (real)(i + 2);
        offset[i] = 0;
        offset[i + LATER] = 1e8;
    }
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "offset", 2 * LATER, offset);
    trace_input(trace, "t", 2 * LATER, t);
    record_both(trace, near, far, lambda, "biased", ewma_variance_biased);
    record_both(trace, near, far, lambda, "corrected", ewma_variance_corrected);
}

/* The average of many estimates from five normal samples with variance 1 each. */
static void unbiased(FILE *trace, struct rng *rng)
{
    real lambda = 0.3 + 0.4 * rng_uniform(rng), sum = 0, corrected[RUN];
    for (size_t i = 0; i < RUNS; i++) {
        real x[RUN];
        normal(RUN, x, rng);
        estimate(RUN, x, lambda, ewma_variance_corrected, corrected);
        sum += corrected[RUN - 1];
    }
    trace_input(trace, "lambda", 1, &lambda);
    trace_column(trace, "corrected-in-the-last-run", RUN - 1, corrected + 1);
    trace_number(trace, "average-of-corrected", sum / RUNS);
}

/* With λ this close to 1 all weights are equal. */
static void equal_weights(FILE *trace, struct rng *rng)
{
    real x[SHORT];
    normal(SHORT, x, rng);
    record(trace, SHORT, x, 1 - 0x1p-50, "corrected", ewma_variance_corrected);
}

static void long_run(FILE *trace, struct rng *rng)
{
    static const real stops[STEPS] = {10, 100, 1000, 10000, LONG};
    real lambda = 0.99 + 0.009 * rng_uniform(rng);
    real mean[STEPS], biased[STEPS], corrected[STEPS];
    struct ewma_variance ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_variance_init(&ewma, lambda);
    for (size_t i = 0, stop = 0; i < LONG; i++) {
        ewma_variance_update(&ewma, 3 + rng_normal(rng));
        if (i + 1 < (size_t)stops[stop])
            continue;
        mean[stop] = ewma_variance_mean(&ewma);
        biased[stop] = ewma_variance_biased(&ewma);
        corrected[stop++] = ewma_variance_corrected(&ewma);
    }
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "t", STEPS, stops);
    trace_column(trace, "mean", STEPS, mean);
    trace_column(trace, "biased", STEPS, biased);
    trace_column(trace, "corrected", STEPS, corrected);
}

/* Samples of many sizes, so that x - m is rounded, and without memory. What a rounding
 * error is divided by is 0. */
static void record_no_memory(FILE *trace, struct rng *rng)
{
    real x[SHORT], corrected[SHORT];
    for (size_t i = 0; i < SHORT; i++)
        x[i] = rng_normal(rng) * pow(10, (real)(i % 5));
    estimate(SHORT, x, 0, ewma_variance_corrected, corrected);
    trace_rough(trace, "corrected-of-many-when-lambda-is-0", SHORT, corrected);
}

/* No sample, one sample, and a λ that forgets all but one. */
static void edges(FILE *trace, struct rng *rng)
{
    struct ewma_variance ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_variance_init(&ewma, 0.9);
    trace_number(trace, "mean-of-none", ewma_variance_mean(&ewma));
    trace_number(trace, "biased-of-none", ewma_variance_biased(&ewma));
    trace_number(trace, "corrected-of-none", ewma_variance_corrected(&ewma));
    ewma_variance_update(&ewma, 1);
    trace_number(trace, "mean-of-one", ewma_variance_mean(&ewma));
    trace_number(trace, "biased-of-one", ewma_variance_biased(&ewma));
    trace_number(trace, "corrected-of-one", ewma_variance_corrected(&ewma));
    ewma_variance_init(&ewma, 0);
    ewma_variance_update(&ewma, 1);
    ewma_variance_update(&ewma, 2 + floor(100 * rng_uniform(rng)));
    trace_number(trace, "mean-when-lambda-is-0", ewma_variance_mean(&ewma));
    trace_number(trace, "biased-when-lambda-is-0", ewma_variance_biased(&ewma));
    trace_number(trace, "corrected-when-lambda-is-0", ewma_variance_corrected(&ewma));
    record_no_memory(trace, rng);
    ewma_variance_init(&ewma, 0.9);
    ewma_variance_update(&ewma, 1);
    ewma_variance_update(&ewma, (real)NAN);
    ewma_variance_update(&ewma, 2);
    trace_number(trace, "mean-after-nan", ewma_variance_mean(&ewma));
    trace_number(trace, "biased-after-nan", ewma_variance_biased(&ewma));
    trace_number(trace, "corrected-after-nan", ewma_variance_corrected(&ewma));
}

/* What the header says of the state, beside another estimate that takes turns. */
static void state(FILE *trace, struct rng *rng)
{
    real lambda = 0.6 + 0.3 * rng_uniform(rng), t[SHORT], x[SHORT];
    real weight[SHORT], weight_sq[SHORT], mean[SHORT], deviations[SHORT];
    struct ewma_variance ewma, other;
    driver_scramble(&ewma, sizeof ewma);
    driver_scramble(&other, sizeof other);
    ewma_variance_init(&ewma, lambda);
    ewma_variance_init(&other, lambda / 2);
    normal(SHORT, x, rng);
    for (size_t i = 0; i < SHORT; i++) {
        ewma_variance_update(&ewma, x[i]);
        ewma_variance_update(&other, -x[i]);
        t[i] = (real)(i + 1);
        weight[i] = ewma.weight;
        weight_sq[i] = ewma.weight_sq;
        mean[i] = ewma.mean;
        deviations[i] = ewma.deviations;
    }
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "t", SHORT, t);
    trace_input(trace, "x", SHORT, x);
    trace_column(trace, "weight", SHORT, weight);
    trace_column(trace, "weight_sq", SHORT, weight_sq);
    trace_column(trace, "mean", SHORT, mean);
    trace_column(trace, "deviations", SHORT, deviations);
}

/* λ that must be refused, each offered to an estimate that is in use. */
static void invalid(FILE *trace, struct rng *rng)
{
    real lambda[] = {-0.1, 1, 1.5, NAN};
    real status[4], changed[4];
    struct ewma_variance ewma;
    lambda[0] -= rng_uniform(rng);
    lambda[2] += rng_uniform(rng);
    driver_scramble(&ewma, sizeof ewma);
    ewma_variance_init(&ewma, 0.5);
    for (size_t i = 0; i < 4; i++) {
        ewma_variance_update(&ewma, (real)(i + 1));
        const struct ewma_variance before = ewma;
        status[i] = (real)ewma_variance_init(&ewma, lambda[i]);
        changed[i] = memcmp(&ewma, &before, sizeof ewma) != 0;
    }
    trace_input(trace, "lambda", 4, lambda);
    trace_column(trace, "status", 4, status);
    trace_column(trace, "state-changed", 4, changed);
    trace_number(trace, "status-when-lambda-is-0", ewma_variance_init(&ewma, 0));
}

const struct driver_case driver_cases[] = {
    {"means", means},       {"biased", biased},     {"noisy", noisy},
    {"far-away", far_away}, {"unbiased", unbiased}, {"equal-weights", equal_weights},
    {"long", long_run},     {"state", state},       {"edges", edges},
    {"invalid", invalid},   {NULL, NULL},
};
