/* cases_ewma_weights.c: weights, sums and windows over the whole range of α and n. */
#include "judge/driver.h"
#include "optim/ewma_weights.h"

#include <math.h>

enum { N = 24 };

/* The weights of the newest samples, and how their sum grows. */
static void window(FILE *trace, struct rng *rng)
{
    real alpha = 0.05 + 0.2 * rng_uniform(rng);
    real age[N], weight[N], sum[N];
    for (size_t i = 0; i < N; i++) {
        age[i] = (real)i;
        weight[i] = ewma_weight(alpha, i);
        sum[i] = ewma_weight_sum(alpha, i);
    }
    trace_number(trace, "alpha", alpha);
    trace_input(trace, "n", N, age);
    trace_column(trace, "weight", N, weight);
    trace_column(trace, "sum", N, sum);
}

static void windows(FILE *trace, struct rng *rng)
{
    real alpha[N], share[N], result[N];
    for (size_t i = 0; i < N; i++) {
        alpha[i] = 0.9 * rng_uniform(rng) + 0.01;
        share[i] = 0.99 * rng_uniform(rng);
        result[i] = ewma_window(alpha[i], share[i]);
    }
    share[0] = 0;
    result[0] = ewma_window(alpha[0], 0);
    trace_input(trace, "alpha", N, alpha);
    trace_input(trace, "share", N, share);
    trace_column(trace, "window", N, result);
}

/* λ so close to 1 that 1 - α has lost α. */
static void tiny(FILE *trace, struct rng *rng)
{
    real alpha[N], n[N], weight[N], sum[N], window[N];
    for (size_t i = 0; i < N; i++) {
        alpha[i] = pow(10, -9 - 11 * rng_uniform(rng));
        n[i] = floor(pow(10, 1 + 15 * rng_uniform(rng)));
        weight[i] = ewma_weight(alpha[i], (uint64_t)n[i]);
        sum[i] = ewma_weight_sum(alpha[i], (uint64_t)n[i]);
        window[i] = ewma_window(alpha[i], 0.5);
    }
    trace_input(trace, "alpha", N, alpha);
    trace_input(trace, "n", N, n);
    trace_column(trace, "weight", N, weight);
    trace_column(trace, "sum", N, sum);
    trace_column(trace, "window", N, window);
}

/* Counts above 2^32, with a share of the weight that is neither 0 nor 1. */
static void huge(FILE *trace, struct rng *rng)
{
    real alpha[N], n[N], sum[N];
    for (size_t i = 0; i < N; i++) {
        n[i] = floor(0x1p33 * (1 + rng_uniform(rng)));
        alpha[i] = (0.1 + 2 * rng_uniform(rng)) / n[i];
        sum[i] = ewma_weight_sum(alpha[i], (uint64_t)n[i]);
    }
    trace_input(trace, "alpha", N, alpha);
    trace_input(trace, "n", N, n);
    trace_column(trace, "sum", N, sum);
}

/* α = 1 forgets all but the newest sample; no sample has no weight. */
static void edges(FILE *trace, struct rng *rng)
{
    real alpha = rng_uniform(rng) / 2 + 0.25;
    trace_number(trace, "newest-of-one", ewma_weight(1, 0));
    trace_number(trace, "second-of-one", ewma_weight(1, 1));
    trace_number(trace, "sum-of-none", ewma_weight_sum(alpha, 0));
    trace_number(trace, "sum-of-none-alpha-1", ewma_weight_sum(1, 0));
    trace_number(trace, "sum-of-one-alpha-1", ewma_weight_sum(1, 1));
    trace_number(trace, "window-of-nothing", ewma_window(alpha, 0));
}

static void invalid(FILE *trace, struct rng *rng)
{
    real alpha[] = {0, -rng_uniform(rng) - 0.01, 1.5, NAN};
    real weight[4], sum[4], window[4];
    for (size_t i = 0; i < 4; i++) {
        weight[i] = ewma_weight(alpha[i], 3);
        sum[i] = ewma_weight_sum(alpha[i], 3);
        window[i] = ewma_window(alpha[i], 0.5);
    }
    trace_input(trace, "alpha", 4, alpha);
    trace_column(trace, "weight", 4, weight);
    trace_column(trace, "sum", 4, sum);
    trace_column(trace, "window", 4, window);
    trace_number(trace, "window-of-all", ewma_window(0.5, 1));
    trace_number(trace, "window-of-less-than-none", ewma_window(0.5, -0.5));
}

/* For the plot: the share of the weight within n samples of a long memory. */
static void mass(FILE *trace, struct rng *rng)
{
    (void)rng;
    real n[100], sum[100];
    for (size_t i = 0; i < 100; i++) {
        n[i] = 5 * (real)i;
        sum[i] = ewma_weight_sum(0.01, 5 * i);
    }
    trace_input(trace, "n", 100, n);
    trace_column(trace, "sum", 100, sum);
}

const struct driver_case driver_cases[] = {
    {"window", window}, {"windows", windows}, {"tiny", tiny}, {"huge", huge},
    {"edges", edges},   {"invalid", invalid}, {"mass", mass}, {NULL, NULL},
};
