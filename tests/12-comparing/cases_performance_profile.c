/* cases_performance_profile.c: ratios, profiles and scores of tables of times. */
#include "draw.h"
#include "optim/performance_profile.h"

#include <string.h>

enum { M = 4, W = 6, ALL = M * W, SWEEP = 60, MANY = 100000 };

/* Times between 1 and 9, in units that differ from workload to workload; about one in six
 * is infinite. Not everybody fails on a workload, but on the last one, where all do. */
static void draw_times(real *time, struct rng *rng)
{
    for (size_t w = 0; w < W; w++) {
        const real unit = 1 + 100 * rng_uniform(rng);
        for (size_t m = 0; m < M; m++) {
            time[m * W + w] = unit * (1 + 8 * rng_uniform(rng));
            if ((m != w % M && rng_below(rng, 6) == 0) || w == W - 1)
                time[m * W + w] = (real)INFINITY;
        }
    }
}

static void record_times(FILE *trace, const real *time)
{
    real method[ALL], workload[ALL];
    for (size_t i = 0; i < ALL; i++) {
        method[i] = (real)(i / W);
        workload[i] = (real)(i % W);
    }
    trace_input(trace, "method", ALL, method);
    trace_input(trace, "workload", ALL, workload);
    trace_input(trace, "time", ALL, time);
}

static void ratios(FILE *trace, struct rng *rng)
{
    real time[ALL], ratio[ALL], status;
    draw_times(time, rng);
    status = (real)performance_ratios(M, W, time, ratio);
    record_times(trace, time);
    trace_column(trace, "ratio", ALL, ratio);
    trace_column(trace, "status-of-ratios", 1, &status);
}

/* Two share the best time; and every other unit gives the same ratios. */
static void ties(FILE *trace, struct rng *rng)
{
    real time[ALL], ratio[ALL], rescaled[ALL];
    for (size_t i = 0; i < ALL; i++)
        time[i] = 1 + (real)rng_below(rng, 3);
    time[0] = time[W] = time[2 * W] = (real)0.5;
    performance_ratios(M, W, time, ratio);
    record_times(trace, time);
    trace_column(trace, "ratio-with-ties", ALL, ratio);
    for (size_t i = 0; i < ALL; i++)
        time[i] *= i % W ? 8 : (real)0.25;
    performance_ratios(M, W, time, rescaled);
    trace_column(trace, "ratio-in-other-units", ALL, rescaled);
}

/* Ratios of a method: about W / 2 of them at a few whole numbers. */
static void draw_ratios(real *ratio, struct rng *rng)
{
    for (size_t w = 0; w < W; w++)
        ratio[w] = w % 2 ? 1 + 5 * rng_uniform(rng) : 1 + (real)rng_below(rng, 4);
    ratio[3] = (real)INFINITY;
}

static void curve(FILE *trace, struct rng *rng)
{
    real ratio[W], tau[SWEEP], profile[SWEEP];
    draw_ratios(ratio, rng);
    for (size_t i = 0; i < SWEEP; i++) {
        tau[i] = (real)0.5 + (real)0.125 * (real)i;
        profile[i] = performance_profile(W, ratio, tau[i]);
    }
    trace_input(trace, "ratio", W, ratio);
    trace_input(trace, "tau", SWEEP, tau);
    trace_column(trace, "profile", SWEEP, profile);
    trace_number(trace, "profile-of-all-time",
                 performance_profile(W, ratio, (real)INFINITY));
    trace_number(trace, "profile(-1)", performance_profile(W, ratio, -1));
}

/* A method that solves nothing, one that is always the best, and some in between. */
static void scores(FILE *trace, struct rng *rng)
{
    const real tau_max[5] = {4, 1.5, 2, 10, 1000}, inf = (real)INFINITY;
    const real best[W] = {1, 1, 1, 1, 1, 1}, none[W] = {inf, inf, inf, inf, inf, inf};
    real ratio[W], score[5];
    draw_ratios(ratio, rng);
    for (size_t i = 0; i < 5; i++)
        score[i] = performance_score(W, ratio, tau_max[i]);
    trace_input(trace, "ratio", W, ratio);
    trace_input(trace, "tau-max", 5, tau_max);
    trace_column(trace, "score", 5, score);
    trace_number(trace, "score-of-the-best", performance_score(W, best, 4));
    trace_number(trace, "score-of-nothing", performance_score(W, none, 4));
    trace_number(trace, "score-of-one-workload", performance_score(1, ratio + 1, 7));
}

/* A table that was scored elsewhere; its rows and columns in the seed's order. */
static void published(FILE *trace, struct rng *rng)
{
    const real known[3][3] = {{10, 20, 30}, {12, 15, (real)INFINITY}, {40, 90, 31}};
    const real unit = 1 + rng_uniform(rng);
    size_t row[3] = {0, 1, 2}, column[3] = {0, 1, 2};
    real time[3][3], ratio[3][3], score[3], order[3];
    rng_shuffle(rng, 3, row);
    rng_shuffle(rng, 3, column);
    for (size_t m = 0; m < 3; m++)
        for (size_t w = 0; w < 3; w++)
            time[m][w] = unit * known[row[m]][column[w]];
    performance_ratios(3, 3, time[0], ratio[0]);
    for (size_t m = 0; m < 3; m++) {
        order[m] = (real)row[m];
        score[m] = performance_score(3, ratio[m], 4);
    }
    trace_input(trace, "row-of-the-table", 3, order);
    trace_column(trace, "score-up-to-4", 3, score);
}

/* The ratios in the place of the times; one method; many workloads. */
static void edges(FILE *trace, struct rng *rng)
{
    real time[ALL], given[ALL], ratio[ALL];
    draw_times(time, rng);
    memcpy(given, time, sizeof time);
    performance_ratios(1, W, time, ratio);
    trace_column(trace, "ratio-of-a-single-method", W, ratio);
    performance_ratios(M, W, time, ratio);
    trace_number(trace, "times-overwritten",
                 (double)driver_overwritten(ALL, time, given));
    performance_ratios(M, W, time, time);
    trace_column(trace, "ratio-in-place", ALL, time);
    real *many = room(2 * MANY);
    draw_uniform(2 * MANY, many, rng);
    const size_t before = driver_allocations();
    for (size_t i = 0; i < 2 * MANY; i++)
        many[i] += 1;
    performance_ratios(2, MANY, many, many);
    trace_number(trace, "score-of-100000", performance_score(MANY, many, 2));
    trace_number(trace, "profile-of-100000", performance_profile(MANY, many, 1.5));
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    free(many);
}

static void invalid(FILE *trace, struct rng *rng)
{
    enum { POINTS = 7 };
    const real inf = (real)INFINITY, nan = (real)NAN;
    const real wrong[POINTS] = {0, -1, nan, -inf, 1, 1, 1};
    const size_t methods[POINTS] = {2, 2, 2, 2, 0, 2, 2};
    const size_t workloads[POINTS] = {2, 2, 2, 2, 2, 0, 2};
    const real tau_max[6] = {1, 0.5, nan, inf, -inf, 2};
    real status[POINTS], kept[POINTS], score[6], some = 1 + rng_uniform(rng);
    for (size_t k = 0; k < POINTS; k++) {
        const real time[4] = {some, 2, 3, wrong[k]};
        real ratio[4] = {7, 7, 7, 7};
        status[k] = (real)performance_ratios(methods[k], workloads[k], time, ratio);
        kept[k] = (real)((ratio[0] == 7) + (ratio[1] == 7) + (ratio[3] == 7));
    }
    for (size_t k = 0; k < 6; k++)
        score[k] = performance_score(k < 5 ? 1 : 0, &some, tau_max[k]);
    trace_input(trace, "some", 1, &some);
    trace_column(trace, "status-of-times", POINTS, status);
    trace_column(trace, "ratios-left-alone", POINTS, kept);
    trace_rough(trace, "score-of-what-is-refused", 6, score);
    trace_number(trace, "profile(NaN)", performance_profile(1, &some, nan));
    trace_number(trace, "profile-of-no-workload", performance_profile(0, &some, 2));
}

const struct driver_case driver_cases[] = {
    {"ratios", ratios},       {"ties", ties},   {"curve", curve},     {"scores", scores},
    {"published", published}, {"edges", edges}, {"invalid", invalid}, {NULL, NULL},
};
