/* cases_ewma_weights.c: weights, sums and windows over the whole range of α and n.
 *
 * Most cases call one function only, so that whoever has written one can test it. */
#include "judge/driver.h"
#include "optim/ewma_weights.h"

#include <math.h>

enum { N = 24, PLOT = 101 };

/* Ordinary averages, and how many samples to look at. */
static void ordinary(real *alpha, real *n, struct rng *rng)
{
    for (size_t i = 0; i < N; i++) {
        alpha[i] = 0.05 + 0.9 * rng_uniform(rng);
        n[i] = (real)(1 + rng_below(rng, 30));
    }
}

/* Averages so slow that 1 - α loses digits of α (even rows) or is 1 (odd rows). In even
 * rows α n is about 1, where what the lost digits do does not depend on how a power is
 * taken. */
static void slow(real *alpha, real *n, struct rng *rng)
{
    for (size_t i = 0; i < N; i++) {
        n[i] = floor(0x1p24 * pow(64, rng_uniform(rng)));
        alpha[i] = (0.5 + rng_uniform(rng)) / n[i];
        if (i % 2)
            alpha[i] = pow(10, -17 - 3 * rng_uniform(rng));
    }
}

static void record_weights(FILE *trace, const real *alpha, const real *age)
{
    real weight[N];
    for (size_t i = 0; i < N; i++)
        weight[i] = ewma_weight(alpha[i], (uint64_t)age[i]);
    trace_input(trace, "alpha", N, alpha);
    trace_input(trace, "age", N, age);
    trace_column(trace, "weight", N, weight);
}

static void record_sums(FILE *trace, const real *alpha, const real *n)
{
    real sum[N];
    for (size_t i = 0; i < N; i++)
        sum[i] = ewma_weight_sum(alpha[i], (uint64_t)n[i]);
    trace_input(trace, "alpha", N, alpha);
    trace_input(trace, "n", N, n);
    trace_column(trace, "sum", N, sum);
}

static void record_windows(FILE *trace, const real *alpha, struct rng *rng)
{
    real share[N], window[N];
    for (size_t i = 0; i < N; i++) {
        share[i] = 0.1 + 0.3 * (real)(i % 4 > 1) + 0.3 * rng_uniform(rng);
        window[i] = ewma_window(alpha[i], share[i]);
    }
    trace_input(trace, "alpha", N, alpha);
    trace_input(trace, "share", N, share);
    trace_column(trace, "window", N, window);
}

static void weights(FILE *trace, struct rng *rng)
{
    real alpha[N], age[N];
    ordinary(alpha, age, rng);
    age[0] = 0;
    record_weights(trace, alpha, age);
}

static void weights_slow(FILE *trace, struct rng *rng)
{
    real alpha[N], age[N];
    slow(alpha, age, rng);
    record_weights(trace, alpha, age);
}

static void sums(FILE *trace, struct rng *rng)
{
    real alpha[N], n[N];
    ordinary(alpha, n, rng);
    record_sums(trace, alpha, n);
}

static void sums_slow(FILE *trace, struct rng *rng)
{
    real alpha[N], n[N];
    slow(alpha, n, rng);
    record_sums(trace, alpha, n);
}

/* Counts above 2^32, with a share of the weight that is neither 0 nor 1. */
static void sums_long(FILE *trace, struct rng *rng)
{
    real alpha[N], n[N];
    for (size_t i = 0; i < N; i++) {
        n[i] = floor(0x1p33 * (1 + rng_uniform(rng)));
        alpha[i] = (0.5 + rng_uniform(rng)) / n[i];
    }
    record_sums(trace, alpha, n);
}

static void windows(FILE *trace, struct rng *rng)
{
    real alpha[N], n[N];
    ordinary(alpha, n, rng);
    record_windows(trace, alpha, rng);
}

static void windows_slow(FILE *trace, struct rng *rng)
{
    real alpha[N], n[N];
    slow(alpha, n, rng);
    record_windows(trace, alpha, rng);
}

/* All three functions on one average: the sum grows by the weights, the window undoes
 * it. */
static void together(FILE *trace, struct rng *rng)
{
    real alpha = 0.05 + 0.1 * rng_uniform(rng);
    real n[N], weight[N], sum[N], window[N];
    for (size_t i = 0; i < N; i++) {
        n[i] = (real)i;
        weight[i] = ewma_weight(alpha, i);
        sum[i] = ewma_weight_sum(alpha, i);
        window[i] = ewma_window(alpha, sum[i]);
    }
    trace_input(trace, "alpha", 1, &alpha);
    trace_input(trace, "n", N, n);
    trace_column(trace, "weight", N, weight);
    trace_column(trace, "sum", N, sum);
    trace_column(trace, "window", N, window);
}

/* One call, under the name "function(alpha,other)". */
#define RECORD(function, alpha, other)                                                   \
    trace_number(trace, #function "(" #alpha "," #other ")", function(alpha, other))

/* α = 1 forgets all but the newest sample; no sample has no weight; old samples have none
 * that a number could hold; a tiny share is held by a tiny part of the newest sample. */
static void edges(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + 0.8 * rng_uniform(rng);
    trace_input(trace, "some", 1, &some);
    RECORD(ewma_weight, some, 1);
    RECORD(ewma_weight_sum, some, 1);
    RECORD(ewma_weight, 1, 0);
    RECORD(ewma_weight, 1, 1);
    RECORD(ewma_weight, 0.5, UINT64_MAX);
    RECORD(ewma_weight_sum, 0.5, 0);
    RECORD(ewma_weight_sum, 1, 0);
    RECORD(ewma_weight_sum, 1, 1);
    RECORD(ewma_weight_sum, 0.5, UINT64_MAX);
    RECORD(ewma_window, 0.5, 0);
    RECORD(ewma_window, 0.5, 1e-20);
}

static void record_bad_shares(FILE *trace)
{
    const real share[] = {1, 1.5, -0.5, -1, -2, -3, NAN, 0.5};
    enum { BAD = sizeof share / sizeof *share };
    real window[BAD];
    for (size_t i = 0; i < BAD; i++)
        window[i] = ewma_window(0.5, share[i]);
    trace_input(trace, "share", BAD, share);
    trace_rough(trace, "window-of-alpha-0.5", BAD, window);
    RECORD(ewma_weight_sum, 2, 0);
    RECORD(ewma_window, 1, 0.5);
}

/* The last one is in range: to refuse everything is not enough. */
static void invalid(FILE *trace, struct rng *rng)
{
    enum { BAD = 10 };
    real alpha[BAD] = {[BAD - 1] = 0.5, [BAD - 2] = NAN, [BAD - 3] = 1.5};
    real weight[BAD], sum[BAD], window[BAD];
    for (size_t i = 1; i < BAD - 3; i++)
        alpha[i] = -(real)i - rng_uniform(rng);
    for (size_t i = 0; i < BAD; i++) {
        weight[i] = ewma_weight(alpha[i], 3);
        sum[i] = ewma_weight_sum(alpha[i], 3);
        window[i] = ewma_window(alpha[i], 0.5);
    }
    trace_input(trace, "alpha", BAD, alpha);
    trace_rough(trace, "weight", BAD, weight);
    trace_rough(trace, "sum", BAD, sum);
    trace_rough(trace, "window", BAD, window);
    record_bad_shares(trace);
}

/* For the plot: the share of the weight within n samples of a long memory. */
static void mass(FILE *trace, struct rng *rng)
{
    (void)rng;
    real n[PLOT], sum[PLOT];
    for (size_t i = 0; i < PLOT; i++) {
        n[i] = 5 * (real)i;
        sum[i] = ewma_weight_sum(0.01, 5 * i);
    }
    trace_input(trace, "n", PLOT, n);
    trace_column(trace, "sum", PLOT, sum);
}

const struct driver_case driver_cases[] = {
    {"weights", weights},
    {"weights-slow", weights_slow},
    {"sums", sums},
    {"sums-slow", sums_slow},
    {"sums-long", sums_long},
    {"windows", windows},
    {"windows-slow", windows_slow},
    {"together", together},
    {"edges", edges},
    {"invalid", invalid},
    {"mass", mass},
    {NULL, NULL},
};
