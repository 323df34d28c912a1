/* cases_cross_entropy.c: log-sum-exp, the cost and its gradient, for logits of any size.
 *
 * Cases whose names begin with lse call log_sum_exp() only, so that whoever has written
 * that can test it. */
#include "judge/driver.h"
#include "optim/cross_entropy.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SETS = 16, K = 5, SWEEP = 161 };

/* Fills z with logits about a center. */
static void draw(size_t k, real *z, real center, real spread, struct rng *rng)
{
    for (size_t i = 0; i < k; i++)
        z[i] = center + spread * rng_normal(rng);
}

/* SETS sets of K logits; 'center' tells them apart in messages. */
static void draw_sets(real z[SETS][K], real center[SETS], bool large, struct rng *rng)
{
    for (size_t s = 0; s < SETS; s++) {
        center[s] = large ? (s % 2 ? 1000 : -1000) * (1 + rng_uniform(rng)) : 0;
        draw(K, z[s], center[s], large && s % 4 > 1 ? 800 : 2, rng);
    }
}

/* The logits as inputs, a column for each class. */
static void record_logits(FILE *trace, real z[SETS][K])
{
    static const char *const names[K] = {"z0", "z1", "z2", "z3", "z4"};
    for (size_t i = 0; i < K; i++) {
        real column[SETS];
        for (size_t s = 0; s < SETS; s++)
            column[s] = z[s][i];
        trace_input(trace, names[i], SETS, column);
    }
}

static void record_lse(FILE *trace, bool large, struct rng *rng)
{
    real z[SETS][K], before[SETS][K], center[SETS], lse[SETS];
    draw_sets(z, center, large, rng);
    memcpy(before, z, sizeof z);
    for (size_t s = 0; s < SETS; s++)
        lse[s] = log_sum_exp(K, z[s]);
    record_logits(trace, before);
    trace_column(trace, "lse", SETS, lse);
    trace_number(trace, "logits-overwritten",
                 (double)driver_overwritten(SETS * K, z[0], before[0]));
}

static void lse(FILE *trace, struct rng *rng)
{
    record_lse(trace, false, rng);
}

static void lse_large(FILE *trace, struct rng *rng)
{
    record_lse(trace, true, rng);
}

/* The same logits in another order, all moved, all equal, and doubled in number. */
static void lse_laws(FILE *trace, struct rng *rng)
{
    real z[2 * K], turned[K], moved[K], equal[K], shift = 600 * rng_normal(rng);
    draw(K, z, 0, 3, rng);
    for (size_t i = 0; i < K; i++) {
        turned[K - 1 - i] = z[i + K] = z[i];
        moved[i] = z[i] + shift;
        equal[i] = shift;
    }
    trace_input(trace, "z", K, z);
    trace_input(trace, "shift", 1, &shift);
    trace_number(trace, "lse", log_sum_exp(K, z));
    trace_number(trace, "lse-turned", log_sum_exp(K, turned));
    trace_number(trace, "lse-moved", log_sum_exp(K, moved));
    trace_number(trace, "lse-of-equal", log_sum_exp(K, equal));
    trace_number(trace, "lse-of-all-twice", log_sum_exp(2 * K, z));
}

/* Many logits; huge ones of both signs; a sum of shares that vanish beside 1. */
static void record_extremes(FILE *trace, struct rng *rng)
{
    enum { MANY = 100000 };
    real *z = malloc(MANY * sizeof *z);
    if (!z)
        abort();
    for (size_t i = 0; i < MANY; i++)
        z[i] = rng_normal(rng);
    trace_number(trace, "lse-of-100000", log_sum_exp(MANY, z));
    free(z);
    enum { SIZES_OF_HUGE = 11 };
    real size[SIZES_OF_HUGE], of_low[SIZES_OF_HUGE], of_both[SIZES_OF_HUGE];
    for (int i = 0; i < SIZES_OF_HUGE; i++) {
        size[i] = (1 + 0.5 * rng_uniform(rng)) * pow(10, i ? 8 + 30 * i - 1 : 9);
        const real low[] = {-size[i], -size[i]}, both[] = {-size[i], size[i]};
        of_low[i] = log_sum_exp(2, low);
        of_both[i] = log_sum_exp(2, both);
    }
    trace_input(trace, "size", SIZES_OF_HUGE, size);
    trace_column(trace, "lse-of-two-below-0", SIZES_OF_HUGE, of_low);
    trace_column(trace, "lse-of-both-signs", SIZES_OF_HUGE, of_both);
    real far[200] = {1};
    for (size_t i = 1; i < 200; i++)
        far[i] = -39 - rng_uniform(rng);
    trace_number(trace, "lse-of-1-and-199-near--39", log_sum_exp(200, far));
}

static void lse_edges(FILE *trace, struct rng *rng)
{
    const real inf = (real)INFINITY, some = 700 * rng_normal(rng);
    const real one_out[] = {-inf, some, -inf}, all_out[] = {-inf, -inf};
    const real infinite[] = {0, inf, some}, both[] = {-inf, inf};
    const real last[] = {some, 0, (real)NAN}, first[] = {(real)NAN, 1e6, some};
    trace_input(trace, "some", 1, &some);
    trace_number(trace, "lse-of-none", log_sum_exp(0, NULL));
    trace_number(trace, "lse-of-some", log_sum_exp(1, &some));
    trace_number(trace, "lse-of-some-and-two-ruled-out", log_sum_exp(3, one_out));
    trace_number(trace, "lse-of-two-ruled-out", log_sum_exp(2, all_out));
    trace_number(trace, "lse-of-one-infinite", log_sum_exp(3, infinite));
    trace_number(trace, "lse-of-both-infinities", log_sum_exp(2, both));
    trace_number(trace, "lse-of-nan-at-the-end", log_sum_exp(3, last));
    trace_number(trace, "lse-of-nan-at-the-start", log_sum_exp(3, first));
    const real nans[4][2] = {
        {(real)NAN, inf}, {inf, (real)NAN}, {(real)NAN, -inf}, {-inf, (real)NAN}};
    real beside[4];
    for (size_t i = 0; i < 4; i++)
        beside[i] = log_sum_exp(2, nans[i]);
    trace_column(trace, "lse-of-nan-beside-an-infinity", 4, beside);
    record_extremes(trace, rng);
}

/* Costs and gradients of sets of logits, with a label each. The logits are const. */
static void record_costs(FILE *trace, bool large, bool gradient, struct rng *rng)
{
    real z[SETS][K], before[SETS][K], center[SETS], label[SETS], cost[SETS], dz[SETS][K];
    draw_sets(z, center, large, rng);
    memcpy(before, z, sizeof z);
    for (size_t s = 0; s < SETS; s++) {
        size_t class = (size_t)rng_below(rng, K);
        label[s] = (real) class;
        cost[s] = softmax_cross_entropy(K, z[s], class, gradient ? dz[s] : NULL);
    }
    record_logits(trace, before);
    trace_input(trace, "label", SETS, label);
    if (gradient)
        trace_matrix(trace, "dz", SETS, K, dz[0]);
    else
        trace_column(trace, "cost", SETS, cost);
    trace_number(trace, "logits-overwritten",
                 (double)driver_overwritten(SETS * K, z[0], before[0]));
}

static void cost(FILE *trace, struct rng *rng)
{
    record_costs(trace, false, false, rng);
}

static void cost_large(FILE *trace, struct rng *rng)
{
    record_costs(trace, true, false, rng);
}

static void gradient(FILE *trace, struct rng *rng)
{
    record_costs(trace, false, true, rng);
}

static void gradient_large(FILE *trace, struct rng *rng)
{
    record_costs(trace, true, true, rng);
}

/* The gradient, and central differences of the cost. */
static void differences(FILE *trace, struct rng *rng)
{
    enum { LABEL = 3 };
    real z[K], dz[K], quotient[K], h = 0x1p-16;
    draw(K, z, 0, 2, rng);
    softmax_cross_entropy(K, z, LABEL, dz);
    for (size_t i = 0; i < K; i++) {
        real old = z[i];
        z[i] = old + h;
        real above = softmax_cross_entropy(K, z, LABEL, NULL);
        z[i] = old - h;
        real below = softmax_cross_entropy(K, z, LABEL, NULL);
        z[i] = old;
        quotient[i] = (above - below) / (2 * h);
    }
    trace_input(trace, "z", K, z);
    trace_column(trace, "difference-quotient", K, quotient);
    trace_column(trace, "dz", K, dz);
}

/* One class; equal logits; classes that are ruled out, the true one among them. */
static void edges(FILE *trace, struct rng *rng)
{
    const real out = -(real)INFINITY, some = 700 * rng_normal(rng);
    const real equal[] = {some, some, some, some}, ruled[] = {out, some, some - 1};
    real dz[4];
    trace_input(trace, "some", 1, &some);
    trace_number(trace, "cost-of-one-class", softmax_cross_entropy(1, &some, 0, dz));
    trace_column(trace, "dz-of-one-class", 1, dz);
    trace_number(trace, "cost-of-equal", softmax_cross_entropy(4, equal, 1, dz));
    trace_column(trace, "dz-of-equal", 4, dz);
    trace_number(trace, "cost-if-another-is-ruled-out",
                 softmax_cross_entropy(3, ruled, 2, dz));
    trace_column(trace, "dz-if-another-is-ruled-out", 3, dz);
    trace_number(trace, "cost-if-ruled-out", softmax_cross_entropy(3, ruled, 0, dz));
    trace_column(trace, "dz-if-ruled-out", 3, dz);
}

/* What has no cost. The first one has: to refuse everything is not enough. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = rng_normal(rng);
    const real good[] = {some, 1, 2}, bad[] = {some, (real)NAN, 2};
    const real infinite[] = {some, 1, (real)INFINITY};
    const real none[] = {-(real)INFINITY, -(real)INFINITY, -(real)INFINITY};
    real dz[4][3] = {{0}};
    trace_input(trace, "some", 1, &some);
    trace_number(trace, "cost-of-label-2-of-3", softmax_cross_entropy(3, good, 2, NULL));
    trace_number(trace, "cost-of-label-3-of-3", softmax_cross_entropy(3, good, 3, dz[0]));
    trace_column(trace, "dz-of-label-3-of-3", 3, dz[0]);
    trace_number(trace, "cost-of-the-largest-label",
                 softmax_cross_entropy(3, good, SIZE_MAX, NULL));
    trace_number(trace, "cost-of-no-class", softmax_cross_entropy(0, good, 0, NULL));
    trace_number(trace, "cost-of-nan", softmax_cross_entropy(3, bad, 0, dz[1]));
    trace_column(trace, "dz-of-nan", 3, dz[1]);
    trace_number(trace, "cost-of-infinity", softmax_cross_entropy(3, infinite, 0, dz[2]));
    trace_column(trace, "dz-of-infinity", 3, dz[2]);
    trace_number(trace, "cost-of-infinity-itself",
                 softmax_cross_entropy(3, infinite, 2, NULL));
    trace_number(trace, "cost-if-all-are-ruled-out",
                 softmax_cross_entropy(3, none, 1, dz[3]));
    trace_column(trace, "dz-if-all-are-ruled-out", 3, dz[3]);
}

/* For the plot: the cost of the first of two classes, as its logit goes from -1000 to
 * 1000. */
static void sweep(FILE *trace, struct rng *rng)
{
    real z[SWEEP], cost[SWEEP], other = 100 * rng_uniform(rng);
    for (size_t i = 0; i < SWEEP; i++) {
        z[i] = 12.5 * ((real)i - (SWEEP - 1) / 2);
        const real pair[] = {z[i], other};
        cost[i] = softmax_cross_entropy(2, pair, 0, NULL);
    }
    trace_input(trace, "logit-of-the-other", 1, &other);
    trace_input(trace, "z", SWEEP, z);
    trace_column(trace, "cost", SWEEP, cost);
}

const struct driver_case driver_cases[] = {
    {"lse", lse},
    {"lse-large", lse_large},
    {"lse-laws", lse_laws},
    {"lse-edges", lse_edges},
    {"cost", cost},
    {"cost-large", cost_large},
    {"gradient", gradient},
    {"gradient-large", gradient_large},
    {"differences", differences},
    {"edges", edges},
    {"invalid", invalid},
    {"sweep", sweep},
    {NULL, NULL},
};
