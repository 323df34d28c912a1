/* cases_escape.c: chains in valleys, with noise that is written down. */
#include "draw.h"
#include "optim/escape.h"

#include <math.h>

enum { RUNS = 30, LIMIT = 300, SWEEP = 12, BATCHES = 8 };

/* Noise from a generator, or none; and how often it was asked for. */
struct source {
    struct rng rng;
    size_t draws;
};

static real draw_normal(void *context)
{
    struct source *source = context;
    source->draws++;
    return (real)rng_normal(&source->rng);
}

/* f = h x² / 2. */
static real bowl_slope(real x, void *context)
{
    return *(const real *)context * x;
}

static struct source source_of(struct rng *rng)
{
    return (struct source){rng_seed(rng_next(rng)), 0};
}

/* Times from one valley with batches of different sizes. */
static void times(FILE *trace, struct rng *rng)
{
    real h = 0.5 + rng_uniform(rng), t[RUNS], batch[RUNS], draws[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        struct source source = source_of(rng);
        const struct escape_chain chain = {bowl_slope, &h, 0.3, 2, 1 + i % 3, -1, 1.2};
        batch[i] = (real)chain.batch;
        t[i] = (real)escape_time(&chain, 0.1, LIMIT, draw_normal, &source);
        draws[i] = (real)source.draws;
    }
    trace_input(trace, "h", 1, &h);
    trace_input(trace, "batch", RUNS, batch);
    trace_column(trace, "time", RUNS, t);
    trace_column(trace, "draws", RUNS, draws);
}

/* Large batches, little noise: the times tell what the root of the batch is. */
static void batches(FILE *trace, struct rng *rng)
{
    real h = 1, batch[BATCHES], mean[BATCHES];
    for (size_t k = 0; k < BATCHES; k++) {
        const struct escape_chain chain = {bowl_slope, &h, 0.2, 3, k + 1, -1, 1};
        real sum = 0;
        for (size_t i = 0; i < 60; i++) {
            struct source source = source_of(rng);
            sum += (real)escape_time(&chain, 0, 20000, draw_normal, &source);
        }
        mean[k] = log10(sum / 60);
        batch[k] = (real)(k + 1);
    }
    trace_input(trace, "batch", BATCHES, batch);
    trace_column(trace, "mean", BATCHES, mean);
}

/* Without noise: a rate of more than 2 / h leaves, a smaller one never does. */
static void quiet(FILE *trace, struct rng *rng)
{
    real h = 1 + rng_uniform(rng), factor[SWEEP], t[SWEEP], draws[SWEEP];
    for (size_t k = 0; k < SWEEP; k++) {
        struct source source = source_of(rng);
        factor[k] = 1.5 + 0.1 * (real)k + 0.05;
        const struct escape_chain chain = {bowl_slope, &h, factor[k] / h, 0, 1, -1, 1};
        t[k] = (real)escape_time(&chain, 1e-3, LIMIT, draw_normal, &source);
        draws[k] = (real)source.draws;
    }
    trace_input(trace, "h", 1, &h);
    trace_input(trace, "rate-times-curvature", SWEEP, factor);
    trace_column(trace, "time-without-noise", SWEEP, t);
    trace_column(trace, "draws-without-noise", SWEEP, draws);
}

/* A slope that drives x to the right by a known length each step. */
static real ramp(real x, void *context)
{
    (void)x;
    return *(const real *)context;
}

/* Starts at and beyond the borders, limits that are met or not, and NaN. */
static void borders(FILE *trace, struct rng *rng)
{
    enum { POINTS = 9 };
    const real start[POINTS] = {-1, 1, -2, 2, 0, 0, 0, (real)NAN, rng_uniform(rng) / 2};
    const size_t limit[POINTS] = {9, 9, 9, 9, 3, 4, 0, 9, 9};
    real t[POINTS], limits[POINTS];
    real down = -0.25, nan = (real)NAN;
    for (size_t k = 0; k < POINTS; k++) {
        struct source source = source_of(rng);
        const struct escape_chain chain = {ramp, k == 8 ? &nan : &down, 1, 0, 1, -1, 1};
        t[k] = (real)escape_time(&chain, start[k], limit[k], draw_normal, &source);
        limits[k] = (real)limit[k];
    }
    trace_input(trace, "start", POINTS, start);
    trace_input(trace, "limit", POINTS, limits);
    trace_column(trace, "time-at-the-borders", POINTS, t);
}

static void record_estimate(FILE *trace, const char *const names[3],
                            struct escape_estimate estimate)
{
    trace_number(trace, names[0], estimate.mean);
    trace_number(trace, names[1], estimate.error);
    trace_number(trace, names[2], (double)estimate.escaped);
}

/* Times that are known to be exponential, cut off at half of their mean. */
static void means(FILE *trace, struct rng *rng)
{
    enum { MANY = 2000 };
    static const char *const names[4][3] = {
        {"mean", "error", "escaped"},
        {"mean-cut-off", "error-cut-off", "escaped-cut-off"},
        {"mean-of-none", "error-of-none", "escaped-of-none"},
        {"mean-of-nothing", "error-of-nothing", "escaped-of-nothing"}};
    const real truth = 1000 * (1 + rng_uniform(rng));
    size_t time[MANY], cut[MANY], none[2] = {500, 500};
    const size_t limit = (size_t)(truth / 2);
    for (size_t i = 0; i < MANY; i++) {
        time[i] = (size_t)ceil(-truth * log(1 - rng_uniform(rng)));
        cut[i] = time[i] <= limit ? time[i] : limit + 1;
    }
    trace_input(trace, "true-mean", 1, &truth);
    record_estimate(trace, names[0], escape_mean(MANY, time, 1000000));
    record_estimate(trace, names[1], escape_mean(MANY, cut, limit));
    record_estimate(trace, names[2], escape_mean(2, none, 499));
    record_estimate(trace, names[3], escape_mean(0, NULL, 10));
    const size_t some[4] = {3, 10, 11, 11};
    const struct escape_estimate small = escape_mean(4, some, 10);
    trace_number(trace, "mean-of-3-10-and-two-more", small.mean);
    trace_number(trace, "escaped-of-3-10-and-two-more", (double)small.escaped);
}

const struct driver_case driver_cases[] = {
    {"times", times},     {"batches", batches}, {"quiet", quiet},
    {"borders", borders}, {"means", means},     {NULL, NULL},
};
