/* cases_sampler.c: drawing by weight: probabilities, draws along a ladder of numbers,
 * sums after many changes, samples without weight, many samples. */
#include "judge/driver.h"
#include "optim/sampler.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { M = 11, RUNGS = 97, SIZES = 6, LARGE = 100000, DRAWS = 40000, ODD = 6 };

static void set_all(struct sampler *sampler, size_t m, const real *weight)
{
    for (size_t i = 0; i < m; i++)
        sampler_set(sampler, i, weight[i]);
}

/* Weights that are multiples of 1/16, so that their sums are exact. */
static void draw_weights(size_t m, real *weight, struct rng *rng)
{
    for (size_t i = 0; i < m; i++)
        weight[i] = (real)(1 + rng_below(rng, 160)) / 16;
}

static void record_sampler(FILE *trace, struct sampler *sampler, const real *weight)
{
    const size_t m = sampler->m;
    real r[RUNGS], sample[RUNGS], p[M], factor[M];
    for (size_t k = 0; k < RUNGS; k++) {
        r[k] = ((real)k + 0.5) / RUNGS;
        sample[k] = (real)sampler_draw(sampler, r[k]);
    }
    for (size_t i = 0; i < m; i++) {
        p[i] = sampler_probability(sampler, i);
        factor[i] = sampler_weight(sampler, i);
    }
    trace_input(trace, "uniform", 1, &sampler->uniform);
    trace_input(trace, "weight", m, weight);
    trace_input(trace, "r", RUNGS, r);
    trace_column(trace, "sample", RUNGS, sample);
    trace_column(trace, "probability", m, p);
    trace_column(trace, "factor", m, factor);
    trace_column(trace, "node", 2 * sampler->leaves - 1, sampler->node + 1);
}

static void record(FILE *trace, real uniform, struct rng *rng)
{
    struct sampler sampler;
    real weight[M];
    draw_weights(M, weight, rng);
    sampler_init(&sampler, M, uniform);
    set_all(&sampler, M, weight);
    record_sampler(trace, &sampler, weight);
    sampler_free(&sampler);
}

static void draws(FILE *trace, struct rng *rng)
{
    record(trace, 0, rng);
}

static void half(FILE *trace, struct rng *rng)
{
    record(trace, 0.5, rng);
}

static void share(FILE *trace, struct rng *rng)
{
    record(trace, (real)(1 + rng_below(rng, 7)) / 8, rng);
}

/* Every size of tree from one leaf on. */
static void sizes(FILE *trace, struct rng *rng)
{
    static const size_t m[SIZES] = {1, 2, 3, 4, 7, 9};
    real last[SIZES], first[SIZES], p[SIZES], even[SIZES], sums[SIZES], none[SIZES];
    for (size_t k = 0; k < SIZES; k++) {
        struct sampler sampler;
        real weight[M];
        draw_weights(m[k], weight, rng);
        sampler_init(&sampler, m[k], 0.25);
        even[k] = (real)sampler_draw(&sampler, 0.75);
        none[k] = sampler_probability(&sampler, 0);
        set_all(&sampler, m[k], weight);
        first[k] = (real)sampler_draw(&sampler, 0.25);
        last[k] = (real)sampler_draw(&sampler, 0x1.fffffffffffffp-1);
        p[k] = sampler_probability(&sampler, m[k] - 1);
        sums[k] = sampler.node[1];
        sampler_free(&sampler);
    }
    trace_column(trace, "sum", SIZES, sums);
    trace_column(trace, "first-by-weight", SIZES, first);
    trace_column(trace, "last-by-weight", SIZES, last);
    trace_column(trace, "probability-of-the-last", SIZES, p);
    trace_column(trace, "without-weights", SIZES, even);
    trace_column(trace, "probability-without-weights", SIZES, none);
}

/* Weights that grow beyond all others and come back. */
static void changes(FILE *trace, struct rng *rng)
{
    struct sampler sampler;
    real weight[M], largest[ODD];
    draw_weights(M, weight, rng);
    sampler_init(&sampler, M, 0);
    for (size_t round = 0; round < 2000; round++) {
        size_t i = (size_t)rng_below(rng, M);
        sampler_set(&sampler, i, ldexp(1, (int)rng_below(rng, 200)));
        if (round % 400 == 0)
            largest[round / 400] = sampler.node[1];
    }
    largest[ODD - 1] = sampler.node[1];
    set_all(&sampler, M, weight);
    trace_column(trace, "sum-of-the-weights", ODD, largest);
    record_sampler(trace, &sampler, weight);
    sampler_free(&sampler);
}

/* Samples of weight 0 on both sides, and in the middle, with numbers near both ends. */
static void without(FILE *trace, struct rng *rng)
{
    static const real r[ODD] = {
        0, 0x1p-53, 0.5, 0.75, 0x1.ffffffffffffep-1, 0x1.fffffffffffffp-1};
    struct sampler sampler;
    real weight[M] = {0}, sample[ODD], p[M], factor[M];
    weight[3] = 0.1 + rng_uniform(rng), weight[4] = 0.7, weight[8] = 1e-3;
    sampler_init(&sampler, M, 0);
    set_all(&sampler, M, weight);
    for (size_t k = 0; k < ODD; k++)
        sample[k] = (real)sampler_draw(&sampler, r[k]);
    for (size_t i = 0; i < M; i++) {
        p[i] = sampler_probability(&sampler, i);
        factor[i] = sampler_weight(&sampler, i);
    }
    trace_input(trace, "weight", M, weight);
    trace_input(trace, "r", ODD, r);
    trace_column(trace, "sample", ODD, sample);
    trace_column(trace, "probability", M, p);
    trace_column(trace, "factor", M, factor);
    sampler_free(&sampler);
}

/* Weights near the smallest numbers, and two samplers that take turns. */
static void tiny(FILE *trace, struct rng *rng)
{
    struct sampler sampler[2];
    real weight[2][M], sample[2][RUNGS];
    for (size_t k = 0; k < 2; k++)
        sampler_init(&sampler[k], M, 0.25);
    for (size_t k = 0; k < 2; k++) {
        draw_weights(M, weight[k], rng);
        for (size_t i = 0; i < M; i++)
            weight[k][i] = ldexp(weight[k][i], k ? -1000 : 10);
        set_all(&sampler[k], M, weight[k]);
    }
    for (size_t j = 0; j < RUNGS; j++)
        for (size_t k = 0; k < 2; k++)
            sample[k][j] = (real)sampler_draw(&sampler[k], ((real)j + 0.5) / RUNGS);
    trace_column(trace, "sample-of-large-weights", RUNGS, sample[0]);
    trace_column(trace, "sample-of-tiny-weights", RUNGS, sample[1]);
    trace_number(trace, "probability-with-tiny-weights",
                 sampler_probability(&sampler[1], 3));
    for (size_t k = 0; k < 2; k++)
        sampler_free(&sampler[k]);
}

/* The same with a share of uniform draws for which the largest number r is stretched to
 * exactly 1. */
static void stretched(FILE *trace, struct rng *rng)
{
    static const real r[] = {0.5, 0x1.ffffffffffffep-1, 0x1.fffffffffffffp-1};
    struct sampler sampler;
    real weight[M] = {0}, sample[3], uniform = 0.06;
    weight[3] = 0.1 + rng_uniform(rng), weight[4] = 0.7;
    sampler_init(&sampler, M, uniform);
    set_all(&sampler, M, weight);
    for (size_t k = 0; k < 3; k++)
        sample[k] = (real)sampler_draw(&sampler, r[k]);
    trace_input(trace, "uniform", 1, &uniform);
    trace_input(trace, "weight", M, weight);
    trace_input(trace, "r", 3, r);
    trace_column(trace, "sample", 3, sample);
    sampler_free(&sampler);
}

/* What must be refused, and what must not change with it. */
static void edges(FILE *trace, struct rng *rng)
{
    struct sampler sampler;
    real weight[M], status[ODD], before[2 * 16];
    draw_weights(M, weight, rng);
    sampler_init(&sampler, M, 1);
    const size_t allocated = driver_allocations();
    set_all(&sampler, M, weight);
    memcpy(before, sampler.node, sizeof before);
    status[0] = (real)sampler_set(&sampler, M, 1);
    status[1] = (real)sampler_set(&sampler, 0, -1);
    status[2] = (real)sampler_set(&sampler, 0, (real)NAN);
    status[3] = (real)sampler_set(&sampler, 0, (real)INFINITY);
    status[4] = (real)sampler_set(&sampler, SIZE_MAX, 1);
    size_t changed = 0;
    for (size_t k = 1; k < 32; k++)
        changed += before[k] != sampler.node[k];
    status[5] = (real)sampler_set(&sampler, 0, 0);
    trace_column(trace, "status-of-sets", ODD, status);
    trace_number(trace, "nodes-changed-by-refusals", (double)changed);
    trace_number(trace, "allocations", (double)(driver_allocations() - allocated));
    weight[0] = 0;
    record_sampler(trace, &sampler, weight);
    sampler_free(&sampler);
}

/* Random draws, and the mean that they estimate. */
static void average(FILE *trace, struct rng *rng)
{
    struct sampler sampler;
    real weight[M], number[M], counted[M] = {0}, sum = 0, squares = 0;
    draw_weights(M, weight, rng);
    for (size_t i = 0; i < M; i++)
        number[i] = (real)rng_below(rng, 100);
    sampler_init(&sampler, M, 0.5);
    set_all(&sampler, M, weight);
    for (size_t k = 0; k < DRAWS; k++) {
        size_t i = sampler_draw(&sampler, rng_uniform(rng));
        real estimate = sampler_weight(&sampler, i) * number[i];
        counted[i]++;
        sum += estimate;
        squares += estimate * estimate;
    }
    trace_input(trace, "weight", M, weight);
    trace_input(trace, "number", M, number);
    trace_column(trace, "times-drawn", M, counted);
    trace_number(trace, "mean-of-the-estimates", sum / DRAWS);
    trace_number(trace, "mean-square-of-the-estimates", squares / DRAWS);
    sampler_free(&sampler);
}

/* 100,000 samples, each set and each drawn, in time. */
static void large(FILE *trace, struct rng *rng)
{
    struct sampler sampler;
    real sum = 0, some[ODD];
    sampler_init(&sampler, LARGE, 0.5);
    for (size_t i = 0; i < LARGE; i++)
        sampler_set(&sampler, i * 7 % LARGE, (real)(1 + rng_below(rng, 16)));
    for (size_t k = 0; k < LARGE; k++)
        sum += (real)sampler_draw(&sampler, (real)k / LARGE);
    for (size_t k = 0; k < ODD; k++)
        some[k] = sampler_probability(&sampler, k * (LARGE / ODD));
    trace_number(trace, "sum-of-100000-draws", sum);
    trace_number(trace, "sum-of-the-weights", sampler.node[1]);
    trace_column(trace, "some-probabilities", ODD, some);
    sampler_free(&sampler);
}

const struct driver_case driver_cases[] = {
    {"draws", draws},         {"half", half},     {"share", share}, {"sizes", sizes},
    {"changes", changes},     {"zeros", without}, {"edges", edges}, {"average", average},
    {"stretched", stretched}, {"tiny", tiny},     {"large", large}, {NULL, NULL},
};
