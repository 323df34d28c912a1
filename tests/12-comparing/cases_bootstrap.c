/* cases_bootstrap.c: intervals of differences, with pairs and without, and what the pairs
 * are worth. */
#include "draw.h"
#include "optim/bootstrap.h"

#include <string.h>

enum { N = 8, R = 101, LEVELS = 5 };

/* Costs of two methods on N seeds: the seed matters more than the method. */
struct results {
    real a[N], b[N], u[R * 2 * N], mean[R];
    struct interval interval;
};

static struct results draw_results(struct rng *rng)
{
    struct results x;
    for (size_t i = 0; i < N; i++) {
        const real seed = 3 * rng_normal(rng);
        x.a[i] = 5 + seed + (real)0.3 * rng_normal(rng);
        x.b[i] = 6 + seed + (real)0.3 * rng_normal(rng);
    }
    draw_uniform(R * 2 * N, x.u, rng);
    driver_scramble(x.mean, sizeof x.mean);
    driver_scramble(&x.interval, sizeof x.interval);
    return x;
}

static void record_results(FILE *trace, const struct results *x)
{
    trace_input(trace, "a", N, x->a);
    trace_input(trace, "b", N, x->b);
}

static void paired(FILE *trace, struct rng *rng)
{
    struct results x = draw_results(rng);
    const real level = 0.9;
    real q[R];
    for (size_t r = 0; r < R; r++)
        q[r] = (real)r / (R - 1);
    bootstrap_paired(N, x.a, x.b, level, R, x.u, x.mean, &x.interval);
    record_results(trace, &x);
    trace_input(trace, "q", R, q);
    trace_input(trace, "level", 1, &level);
    trace_column(trace, "difference", R, x.mean);
    trace_number(trace, "middle", x.interval.middle);
    trace_number(trace, "low", x.interval.low);
    trace_number(trace, "high", x.interval.high);
}

static void unpaired(FILE *trace, struct rng *rng)
{
    struct results x = draw_results(rng);
    bootstrap_unpaired(N, x.a, x.b, (real)0.9, R, x.u, x.mean, &x.interval);
    record_results(trace, &x);
    trace_column(trace, "difference-without-pairs", R, x.mean);
    trace_number(trace, "middle-without-pairs", x.interval.middle);
    trace_number(trace, "low-without-pairs", x.interval.low);
    trace_number(trace, "high-without-pairs", x.interval.high);
}

/* Levels, and numbers of resamples of which a quantile is one of them or lies between. */
static void levels(FILE *trace, struct rng *rng)
{
    const real level[LEVELS] = {0.5, 0.8, 0.9, 0.95, 0.99};
    const size_t count[LEVELS] = {R, 1, 2, 10, R};
    struct results x = draw_results(rng);
    real resamples[LEVELS], low[LEVELS], high[LEVELS];
    for (size_t k = 0; k < LEVELS; k++) {
        bootstrap_paired(N, x.a, x.b, level[k], count[k], x.u, x.mean, &x.interval);
        resamples[k] = (real)count[k];
        low[k] = x.interval.low;
        high[k] = x.interval.high;
    }
    trace_input(trace, "level", LEVELS, level);
    trace_input(trace, "resamples", LEVELS, resamples);
    trace_column(trace, "low-end", LEVELS, low);
    trace_column(trace, "high-end", LEVELS, high);
}

/* The methods exchanged; the seeds' share taken out of both; no difference at all. */
static void properties(FILE *trace, struct rng *rng)
{
    struct results x = draw_results(rng);
    bootstrap_paired(N, x.a, x.b, (real)0.9, R, x.u, x.mean, &x.interval);
    real ends[3][2] = {{x.interval.low, x.interval.high}};
    bootstrap_paired(N, x.b, x.a, (real)0.9, R, x.u, x.mean, &x.interval);
    ends[1][0] = x.interval.low;
    ends[1][1] = x.interval.high;
    bootstrap_unpaired(N, x.a, x.b, (real)0.9, R, x.u, x.mean, &x.interval);
    trace_number(trace, "width-without-pairs", x.interval.high - x.interval.low);
    for (size_t i = 0; i < N; i++) {
        const real hard = 1000 * rng_uniform(rng);
        x.a[i] += hard;
        x.b[i] += hard;
    }
    bootstrap_paired(N, x.a, x.b, (real)0.9, R, x.u, x.mean, &x.interval);
    ends[2][0] = x.interval.low;
    ends[2][1] = x.interval.high;
    trace_column(trace, "interval", 2, ends[0]);
    trace_column(trace, "interval-of-b-less-a", 2, ends[1]);
    trace_column(trace, "interval-with-harder-seeds", 2, ends[2]);
    bootstrap_paired(N, x.a, x.a, (real)0.9, R, x.u, x.mean, &x.interval);
    trace_number(trace, "width-of-no-difference", x.interval.high - x.interval.low);
}

/* One pair; random numbers next to 1; inputs that stay as they are. */
static void edges(FILE *trace, struct rng *rng)
{
    struct results x = draw_results(rng);
    const struct results before = x;
    bootstrap_paired(1, x.a, x.b, (real)0.9, R, x.u, x.mean, &x.interval);
    trace_input(trace, "first-of-a", 1, x.a);
    trace_input(trace, "first-of-b", 1, x.b);
    trace_number(trace, "low-of-one-pair", x.interval.low);
    trace_number(trace, "high-of-one-pair", x.interval.high);
    bootstrap_unpaired(1, x.a, x.b, (real)0.9, R, x.u, x.mean, &x.interval);
    trace_number(trace, "high-of-one-result-each", x.interval.high);
    trace_number(trace, "numbers-overwritten",
                 (double)(driver_overwritten(N, x.a, before.a) +
                          driver_overwritten(N, x.b, before.b) +
                          driver_overwritten(R * 2 * N, x.u, before.u)));
    for (size_t k = 0; k < R * 2 * N; k++)
        x.u[k] = k % 2 ? 0 : 1 - REAL_EPSILON / 2;
    bootstrap_paired(N, x.a, x.b, (real)0.9, R, x.u, x.mean, &x.interval);
    trace_number(trace, "high-of-first-and-last-pair", x.interval.high);
}

/* What is recorded of a call: its status, and how much of its outputs it left alone. Of
 * two resamples of three results number 7 of u is drawn without pairs only. */
static void refuse(const struct results *x, size_t n, real level, size_t resamples,
                   real result[4])
{
    real mean[2] = {7, 7};
    struct interval i = {7, 7, 7};
    result[0] = (real)bootstrap_paired(n, x->a, x->b, level, resamples, x->u, mean, &i);
    result[1] = (real)((mean[0] == 7) + (i.low == 7) + (i.high == 7) + (i.middle == 7));
    result[2] = (real)bootstrap_unpaired(n, x->a, x->b, level, resamples, x->u, mean, &i);
    result[3] = (real)((mean[0] == 7) + (i.low == 7) + (i.high == 7) + (i.middle == 7));
}

static void invalid(FILE *trace, struct rng *rng)
{
    enum { POINTS = 13 };
    const real inf = (real)INFINITY, nan = (real)NAN;
    const real level[POINTS] = {0, 1, -0.5, 1.5, nan, .9, .9, .9, .9, .9, .9, .9, .9};
    const real u[POINTS] = {0, 0, 0, 0, 0, 1, -0.25, nan, 0, 0, 0, 0, nan};
    const real result[POINTS] = {0, 0, 0, 0, 0, 0, 0, 0, nan, inf, -inf, 0, nan};
    real status[POINTS], kept[POINTS], other[POINTS], others_kept[POINTS], row[4];
    const struct results good = draw_results(rng);
    for (size_t k = 0; k < POINTS; k++) {
        struct results x = good;
        x.u[3] = u[k];
        if (k % 2)
            x.a[2] = result[k];
        else
            x.b[1] = result[k];
        refuse(&x, k == 11 ? 0 : 3, level[k], 2, row);
        status[k] = row[0];
        kept[k] = row[1];
        other[k] = row[2];
        others_kept[k] = row[3];
    }
    trace_input(trace, "level", POINTS, level);
    trace_input(trace, "a-random-number", POINTS, u);
    trace_input(trace, "a-result", POINTS, result);
    trace_input(trace, "other-results", 2, good.a);
    trace_column(trace, "status-with-pairs", POINTS, status);
    trace_column(trace, "outputs-left-alone-with-pairs", POINTS, kept);
    trace_column(trace, "status-without-pairs", POINTS, other);
    trace_column(trace, "outputs-left-alone-without-pairs", POINTS, others_kept);
    refuse(&good, 3, (real)0.9, 0, row);
    trace_column(trace, "status-and-outputs-of-no-resample", 4, row);
    struct results late = good;
    late.u[7] = 1;
    refuse(&late, 3, (real)0.9, 2, row);
    trace_column(trace, "status-and-outputs-with-1-as-number-7-of-u", 4, row);
}

const struct driver_case driver_cases[] = {
    {"paired", paired}, {"unpaired", unpaired},
    {"levels", levels}, {"properties", properties},
    {"edges", edges},   {"invalid", invalid},
    {NULL, NULL},
};
