/* cases_ewma_corrected.c: a corrected average from its first sample to its hundred
 * thousandth, read and unread. */
#include "judge/driver.h"
#include "lab/series.h"
#include "optim/ewma_corrected.h"

#include <math.h>
#include <string.h>

enum { N = 150, SHORT = 12, LONG = 100000, STEPS = 6 };

/* Averages x and reads after every sample. */
static void average(size_t n, const real *x, real lambda, real *value)
{
    struct ewma_corrected ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_corrected_init(&ewma, lambda);
    for (size_t i = 0; i < n; i++) {
        ewma_corrected_update(&ewma, x[i]);
        value[i] = ewma_corrected_value(&ewma);
    }
}

static void record(FILE *trace, size_t n, const real *x, real lambda)
{
    real t[N], value[N];
    for (size_t i = 0; i < n; i++)
        t[i] = (real)(i + 1);
    average(n, x, lambda, value);
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "t", n, t);
    trace_input(trace, "x", n, x);
    trace_column(trace, "value", n, value);
}

static void noisy(FILE *trace, struct rng *rng)
{
    real x[N];
    series_noisy(N, x, 0.3, rng);
    record(trace, N, x, 0.9 + 0.08 * rng_uniform(rng));
}

/* The samples that a start at zero spoils most. */
static void start(FILE *trace, struct rng *rng)
{
    real x[SHORT];
    for (size_t i = 0; i < SHORT; i++)
        x[i] = 2 + rng_uniform(rng);
    record(trace, SHORT, x, 0.5 + 0.49 * rng_uniform(rng));
}

static void constant(FILE *trace, struct rng *rng)
{
    real x[N], c = 1 + rng_uniform(rng);
    for (size_t i = 0; i < N; i++)
        x[i] = c;
    record(trace, N, x, 0.999 * (1 - 0.5 * pow(rng_uniform(rng), 3)));
}

/* The same samples, and the same samples in other units: scale · x + shift. */
static void units(FILE *trace, struct rng *rng)
{
    real x[SHORT], y[SHORT], value[SHORT], in_units[SHORT];
    real lambda = 0.5 + 0.4 * rng_uniform(rng);
    real scale = 2 + rng_uniform(rng), shift = 30 + rng_uniform(rng);
    for (size_t i = 0; i < SHORT; i++) {
        x[i] = rng_normal(rng);
        y[i] = scale * x[i] + shift;
    }
    average(SHORT, x, lambda, value);
    average(SHORT, y, lambda, in_units);
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "scale", 1, &scale);
    trace_input(trace, "shift", 1, &shift);
    trace_input(trace, "x", SHORT, x);
    trace_column(trace, "value", SHORT, value);
    trace_column(trace, "value-in-units", SHORT, in_units);
}

/* Two averages side by side, one read twice after every sample and one only at the
 * end. */
static void reading(FILE *trace, struct rng *rng)
{
    real lambda = 0.8 + 0.1 * rng_uniform(rng), first[SHORT], second[SHORT];
    struct ewma_corrected often, once, other;
    driver_scramble(&often, sizeof often);
    driver_scramble(&once, sizeof once);
    driver_scramble(&other, sizeof other);
    ewma_corrected_init(&often, lambda);
    ewma_corrected_init(&once, lambda);
    ewma_corrected_init(&other, lambda / 2);
    for (size_t i = 0; i < SHORT; i++) {
        real x = 1 + rng_uniform(rng);
        ewma_corrected_update(&often, x);
        ewma_corrected_update(&once, x);
        ewma_corrected_update(&other, -x);
        first[i] = ewma_corrected_value(&often);
        second[i] = ewma_corrected_value(&often);
    }
    trace_input(trace, "lambda", 1, &lambda);
    trace_column(trace, "first", SHORT, first);
    trace_column(trace, "second", SHORT, second);
    trace_number(trace, "read-only-at-the-end", ewma_corrected_value(&once));
    trace_number(trace, "of-another-average", ewma_corrected_value(&other));
}

/* A long memory and a long run: λ^t underflows on the way. */
static void long_run(FILE *trace, struct rng *rng)
{
    static const real stops[STEPS] = {1, 10, 100, 1000, 10000, LONG};
    real lambda = 0.99 + 0.009 * rng_uniform(rng), value[STEPS];
    struct ewma_corrected ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_corrected_init(&ewma, lambda);
    for (size_t i = 0, stop = 0; i < LONG; i++) {
        ewma_corrected_update(&ewma, 1 + rng_uniform(rng));
        if (i + 1 == (size_t)stops[stop])
            value[stop++] = ewma_corrected_value(&ewma);
    }
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "t", STEPS, stops);
    trace_column(trace, "value", STEPS, value);
}

static void no_memory(FILE *trace, struct rng *rng)
{
    struct ewma_corrected ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_corrected_init(&ewma, 0.9);
    trace_number(trace, "value-before-the-first-sample", ewma_corrected_value(&ewma));
    real x[SHORT];
    for (size_t i = 0; i < SHORT; i++)
        x[i] = 1 + rng_uniform(rng);
    record(trace, SHORT, x, 0);
}

/* What the header says of the state, beside another average that takes turns. */
static void state(FILE *trace, struct rng *rng)
{
    real lambda = 0.6 + 0.3 * rng_uniform(rng), raw[SHORT], power[SHORT], t[SHORT];
    struct ewma_corrected ewma, other;
    driver_scramble(&ewma, sizeof ewma);
    driver_scramble(&other, sizeof other);
    ewma_corrected_init(&ewma, lambda);
    ewma_corrected_init(&other, lambda / 2);
    for (size_t i = 0; i < SHORT; i++) {
        ewma_corrected_update(&ewma, 1 + rng_uniform(rng));
        ewma_corrected_update(&other, -1);
        t[i] = (real)(i + 1);
        raw[i] = ewma.raw;
        power[i] = ewma.power;
    }
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "t", SHORT, t);
    trace_column(trace, "raw", SHORT, raw);
    trace_column(trace, "power", SHORT, power);
}

/* Samples of which one is NaN, with a memory and without. */
static void nan_sample(FILE *trace, struct rng *rng)
{
    enum { AT = 3, LENGTH = 6 };
    static const char *const names[] = {"value", "value-when-lambda-is-0"};
    real x[LENGTH], t[LENGTH], value[LENGTH];
    for (size_t i = 0; i < LENGTH; i++) {
        t[i] = (real)(i + 1);
        x[i] = i == AT ? (real)NAN : 1 + rng_uniform(rng);
    }
    trace_input(trace, "t", LENGTH, t);
    trace_input(trace, "x", LENGTH, x);
    for (size_t k = 0; k < 2; k++) {
        average(LENGTH, x, k == 0 ? 0.9 : 0, value);
        trace_column(trace, names[k], LENGTH, value);
    }
}

/* λ that must be refused, each offered to an average that is in use. */
static void invalid(FILE *trace, struct rng *rng)
{
    real lambda[] = {-0.1, 1, 1.5, NAN};
    real status[4], changed[4];
    struct ewma_corrected ewma;
    lambda[0] -= rng_uniform(rng);
    lambda[2] += rng_uniform(rng);
    driver_scramble(&ewma, sizeof ewma);
    ewma_corrected_init(&ewma, 0.5);
    for (size_t i = 0; i < 4; i++) {
        ewma_corrected_update(&ewma, (real)(i + 1));
        const struct ewma_corrected before = ewma;
        status[i] = (real)ewma_corrected_init(&ewma, lambda[i]);
        changed[i] = memcmp(&ewma, &before, sizeof ewma) != 0;
    }
    trace_input(trace, "lambda", 4, lambda);
    trace_column(trace, "status", 4, status);
    trace_column(trace, "state-changed", 4, changed);
    trace_number(trace, "status-when-lambda-is-0", ewma_corrected_init(&ewma, 0));
}

const struct driver_case driver_cases[] = {
    {"noisy", noisy},         {"start", start},     {"constant", constant},
    {"units", units},         {"reading", reading}, {"long", long_run},
    {"no-memory", no_memory}, {"state", state},     {"nan", nan_sample},
    {"invalid", invalid},     {NULL, NULL},
};
