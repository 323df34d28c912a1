/* cases_bce.c: costs and gradients of logits of any size, alone and in a batch. */
#include "draw.h"
#include "optim/bce.h"

#include <math.h>
#include <string.h>

enum { SAMPLES = 24, SWEEP = 161, MANY = 100000 };

/* Logits and targets; the first targets are 0 and 1 by turns, the others in between. */
static void draw_samples(real *z, real *y, real spread, size_t hard, struct rng *rng)
{
    draw(SAMPLES, z, 0, spread, rng);
    for (size_t i = 0; i < SAMPLES; i++)
        y[i] = i < hard ? (real)(i % 2) : rng_uniform(rng);
}

/* Every sample alone, so that each has a row. */
static void record_each(FILE *trace, const real *z, const real *y, const real *weight)
{
    real cost[SAMPLES], dz[SAMPLES];
    for (size_t i = 0; i < SAMPLES; i++)
        cost[i] = bce_with_logits(1, &z[i], &y[i], weight[i], &dz[i]);
    trace_input(trace, "z", SAMPLES, z);
    trace_input(trace, "y", SAMPLES, y);
    trace_input(trace, "weight", SAMPLES, weight);
    trace_column(trace, "cost", SAMPLES, cost);
    trace_column(trace, "dz", SAMPLES, dz);
}

static void plain(FILE *trace, struct rng *rng)
{
    real z[SAMPLES], y[SAMPLES], weight[SAMPLES];
    draw_samples(z, y, 3, 8, rng);
    for (size_t i = 0; i < SAMPLES; i++)
        weight[i] = 1;
    record_each(trace, z, y, weight);
}

static void weighted(FILE *trace, struct rng *rng)
{
    real z[SAMPLES], y[SAMPLES], weight[SAMPLES];
    draw_samples(z, y, 3, 8, rng);
    for (size_t i = 0; i < SAMPLES; i++)
        weight[i] = i % 6 == 0 ? 0 : 5 * rng_uniform(rng);
    record_each(trace, z, y, weight);
}

/* Wrong and right, from 20 to 10,000 from the border. */
static void large(FILE *trace, struct rng *rng)
{
    real z[SAMPLES], y[SAMPLES], weight[SAMPLES];
    for (size_t i = 0; i < SAMPLES; i++) {
        const real size = i < 4 ? 1e4 : 20 * pow(1.35, (real)i + rng_uniform(rng));
        z[i] = i / 2 % 2 ? -size : size;
        y[i] = i < 16 ? (real)(i % 2) : rng_uniform(rng);
        weight[i] = i < 12 ? 1 : 3 * rng_uniform(rng);
    }
    record_each(trace, z, y, weight);
}

static void batch(FILE *trace, struct rng *rng)
{
    real z[SAMPLES], y[SAMPLES], dz[SAMPLES];
    draw_samples(z, y, 3, 8, rng);
    trace_input(trace, "z", SAMPLES, z);
    trace_input(trace, "y", SAMPLES, y);
    trace_number(trace, "mean-cost", bce_with_logits(SAMPLES, z, y, 2.5, dz));
    trace_column(trace, "dz-of-the-mean", SAMPLES, dz);
    trace_number(trace, "mean-cost-without-dz",
                 bce_with_logits(SAMPLES, z, y, 2.5, NULL));
}

struct samples {
    real z[SAMPLES], y[SAMPLES];
};

static real mean_cost(const void *context)
{
    const struct samples *samples = context;
    return bce_with_logits(SAMPLES, samples->z, samples->y, 1.5, NULL);
}

static void differences(FILE *trace, struct rng *rng)
{
    struct samples samples;
    real dz[SAMPLES], quotient[SAMPLES];
    draw_samples(samples.z, samples.y, 2, 8, rng);
    bce_with_logits(SAMPLES, samples.z, samples.y, 1.5, dz);
    quotients(SAMPLES, samples.z, mean_cost, &samples, quotient);
    trace_column(trace, "dz-by-differences", SAMPLES, quotient);
    trace_column(trace, "dz-of-the-batch", SAMPLES, dz);
}

/* Infinite logits, right, wrong and neither. */
static void infinite(FILE *trace, struct rng *rng)
{
    enum { POINTS = 8 };
    const real inf = (real)INFINITY, some = 0.1 + 0.8 * rng_uniform(rng);
    const real z[POINTS] = {inf, inf, -inf, -inf, inf, -inf, -inf, 0};
    const real y[POINTS] = {1, 0, 1, 0, some, some, 1, some};
    const real weight[POINTS] = {1, 1, 1, 1, 1, 1, 0, 1};
    real cost[POINTS], dz[POINTS];
    for (size_t i = 0; i < POINTS; i++)
        cost[i] = bce_with_logits(1, &z[i], &y[i], weight[i], &dz[i]);
    trace_input(trace, "z", POINTS, z);
    trace_input(trace, "y", POINTS, y);
    trace_input(trace, "weight", POINTS, weight);
    trace_column(trace, "cost-at-infinity", POINTS, cost);
    trace_column(trace, "dz-at-infinity", POINTS, dz);
}

/* Samples that are none; the first one is. */
static void invalid(FILE *trace, struct rng *rng)
{
    enum { POINTS = 10 };
    const real inf = (real)INFINITY, nan = (real)NAN, some = rng_normal(rng);
    const real z[POINTS] = {some, nan, some, some, some, some, some, some, some, nan};
    const real y[POINTS] = {0.5, 1, -0.01, 1.01, nan, inf, 1, 1, 0, 0};
    const real weight[POINTS] = {1, 1, 1, 1, 1, 1, -0.5, nan, inf, 0};
    real cost[POINTS], dz[POINTS], batch_dz[3] = {0}, other_dz[3] = {0};
    for (size_t i = 0; i < POINTS; i++)
        cost[i] = bce_with_logits(1, &z[i], &y[i], weight[i], &dz[i]);
    trace_input(trace, "z", POINTS, z);
    trace_input(trace, "y", POINTS, y);
    trace_input(trace, "weight", POINTS, weight);
    trace_rough(trace, "cost-of-none", POINTS, cost);
    trace_rough(trace, "dz-of-none", POINTS, dz);
    const real some_z[] = {some, nan, 1}, some_y[] = {1, 0, 0.25};
    trace_number(trace, "cost-of-a-batch-with-nan",
                 bce_with_logits(3, some_z, some_y, 2, batch_dz));
    trace_column(trace, "dz-of-a-batch-with-nan", 3, batch_dz);
    bce_with_logits(3, (const real[]){some, 0, 1}, some_y, -1, other_dz);
    trace_rough(trace, "dz-of-a-batch-with-a-bad-weight", 3, other_dz);
    trace_number(trace, "cost-of-no-sample", bce_with_logits(0, NULL, NULL, 1, NULL));
}

/* Many samples; inputs that are const; nothing allocated. */
static void many(FILE *trace, struct rng *rng)
{
    real *z = room(4 * MANY), *y = z + MANY, *dz = y + MANY, *given = dz + MANY;
    draw(MANY, z, 0, 2, rng);
    for (size_t i = 0; i < MANY; i++)
        y[i] = rng_uniform(rng);
    memcpy(given, z, MANY * sizeof *z);
    const size_t before = driver_allocations();
    trace_number(trace, "mean-cost-of-100000", bce_with_logits(MANY, z, y, 1, dz));
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    const real some[] = {dz[0], dz[1], dz[777], dz[MANY - 1]};
    trace_column(trace, "some-dz-of-100000", 4, some);
    trace_number(trace, "logits-overwritten", (double)driver_overwritten(MANY, z, given));
    free(z);
}

/* For the plot: the cost of a positive sample. */
static void sweep(FILE *trace, struct rng *rng)
{
    real z[SWEEP], cost[SWEEP];
    const real y = 1, weight = 0.5 + rng_uniform(rng);
    for (size_t i = 0; i < SWEEP; i++) {
        z[i] = 0.1 * ((real)i - (SWEEP - 1) / 2);
        cost[i] = bce_with_logits(1, &z[i], &y, weight, NULL);
    }
    trace_input(trace, "weight", 1, &weight);
    trace_input(trace, "z", SWEEP, z);
    trace_column(trace, "cost", SWEEP, cost);
}

const struct driver_case driver_cases[] = {
    {"plain", plain},
    {"weighted", weighted},
    {"large", large},
    {"batch", batch},
    {"differences", differences},
    {"infinite", infinite},
    {"invalid", invalid},
    {"many", many},
    {"sweep", sweep},
    {NULL, NULL},
};
