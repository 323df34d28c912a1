/* cases_time_to_target.c: when noisy curves, made-up ones and broken ones reach a
 * target. */
#include "draw.h"
#include "optim/time_to_target.h"

#include <string.h>

enum { N = 120, TARGETS = 40, SHORT = 6, MANY = 100000 };

/* A cost that falls like 1/t, with noise; the times are not equally far apart. */
static void draw_curve(size_t n, real *time, real *value, struct rng *rng)
{
    real t = 10 * rng_uniform(rng);
    for (size_t i = 0; i < n; i++) {
        time[i] = t += (real)0.5 + rng_uniform(rng);
        value[i] = 20 / (20 + (real)i) + (real)0.15 * rng_normal(rng);
    }
}

static void run(FILE *trace, struct rng *rng)
{
    real time[N], value[N], target[TARGETS], reached[TARGETS], lambda = 0.9;
    draw_curve(N, time, value, rng);
    for (size_t k = 0; k < TARGETS; k++) {
        target[k] = (real)1.2 - (real)0.03 * (real)(k + 1);
        reached[k] = time_to_target(N, time, value, target[k], lambda);
    }
    trace_input(trace, "time", N, time);
    trace_input(trace, "value", N, value);
    trace_input(trace, "lambda", 1, &lambda);
    trace_input(trace, "target", TARGETS, target);
    trace_column(trace, "reached", TARGETS, reached);
}

/* One target, averages of different lengths, the last of them longer than the curve. */
static void lambdas(FILE *trace, struct rng *rng)
{
    real time[N], value[N], reached[5];
    const real lambda[5] = {0, 0.5, 0.8, 0.95, 0.999}, target = 0.45;
    draw_curve(N, time, value, rng);
    for (size_t k = 0; k < 5; k++)
        reached[k] = time_to_target(N, time, value, target, lambda[k]);
    trace_input(trace, "target", 1, &target);
    trace_input(trace, "lambda", 5, lambda);
    trace_column(trace, "reached-by-lambda", 5, reached);
}

/* Without smoothing, on curves whose answers can be read off; then moved down, so that
 * points lie at 0. All numbers are exact in binary, so that a point is at the target
 * however the average is computed. */
static void by_hand(FILE *trace, struct rng *rng)
{
    enum { CURVES = 6 };
    const real level = 1 + (real)rng_below(rng, 64) / 64;
    const real start = (real)rng_below(rng, 512) / 64 - 4;
    const real above[CURVES][SHORT] = {{2, 1, -1, -1, -1, -1}, {2, 1, 0, 2, 2, 2},
                                       {2, 2, 2, 2, 2, 0},     {3, 3, 1, -3, 5, -3},
                                       {4, 1, 1, 1, 1, -3},    {2, 0, 0, 0, -1, -1}};
    real time[SHORT], value[SHORT], reached[CURVES], below[CURVES], curve[CURVES];
    for (size_t i = 0; i < SHORT; i++)
        time[i] = start + 2 * (real)i;
    for (size_t k = 0; k < CURVES; k++) {
        for (size_t i = 0; i < SHORT; i++)
            value[i] = level + level * above[k][i];
        curve[k] = (real)k;
        reached[k] = time_to_target(SHORT, time, value, level, 0) - start;
        for (size_t i = 0; i < SHORT; i++)
            value[i] -= 2 * level;
        below[k] = time_to_target(SHORT, time, value, -level, 0) - start;
    }
    trace_input(trace, "curve", CURVES, curve);
    trace_input(trace, "target", 1, &level);
    trace_column(trace, "time-since-the-first-point", CURVES, reached);
    trace_column(trace, "time-with-a-target-below-0", CURVES, below);
}

/* The first point is at the target, or below it. */
static void start(FILE *trace, struct rng *rng)
{
    real time[SHORT], value[SHORT], target, reached[4];
    draw_curve(SHORT, time, value, rng);
    target = value[0];
    reached[0] = time_to_target(SHORT, time, value, target, 0);
    reached[1] = time_to_target(SHORT, time, value, target + 1, (real)0.9);
    reached[2] = time_to_target(1, time, value, target + 1, (real)0.9);
    reached[3] = time_to_target(SHORT, time, value, (real)INFINITY, (real)0.5);
    trace_input(trace, "first-time", 1, time);
    trace_column(trace, "reached-at-the-start", 4, reached);
}

/* Curves that stay above, that end, and that go on behind their end. */
static void never(FILE *trace, struct rng *rng)
{
    enum { CURVES = 8 };
    const real inf = (real)INFINITY, nan = (real)NAN;
    const real broken[CURVES] = {1, nan, inf, -inf, nan, 1e300, 1, 1};
    const size_t where[CURVES] = {0, 20, 20, 20, N - 1, 0, 0, 0};
    real time[N], value[N], reached[CURVES], curve[CURVES];
    const real target[CURVES] = {-2, 0.4, 0.4, 0.4, 0.4, 0.4, -inf, 0.4};
    draw_curve(N, time, value, rng);
    for (size_t k = 0; k < CURVES; k++) {
        const real old = value[where[k]];
        value[where[k]] = broken[k];
        curve[k] = (real)k;
        reached[k] = time_to_target(k < 7 ? N : 0, time, value, target[k], (real)0.9);
        value[where[k]] = old;
    }
    trace_input(trace, "curve", CURVES, curve);
    trace_input(trace, "target", CURVES, target);
    trace_column(trace, "reached-or-never", CURVES, reached);
}

/* What may be done to a curve without any effect, or with one that is known. */
static void moved(FILE *trace, struct rng *rng)
{
    real time[N], value[N], reached[4], target = 0.5, factor = 4;
    draw_curve(N, time, value, rng);
    reached[0] = time_to_target(N, time, value, target, (real)0.9);
    size_t last = 0;
    while (last < N && time[last] < reached[0])
        last++;
    for (size_t i = last + 1; i < N; i++)
        value[i] = i % 3 ? (real)NAN : 100;
    reached[1] = time_to_target(N, time, value, target, (real)0.9);
    for (size_t i = 0; i <= last && i < N; i++)
        value[i] *= factor;
    reached[2] = time_to_target(N, time, value, factor * target, (real)0.9);
    for (size_t i = 0; i < N; i++)
        time[i] *= factor;
    reached[3] = time_to_target(N, time, value, factor * target, (real)0.9);
    trace_input(trace, "target", 1, &target);
    trace_number(trace, "reached-before-a-change", reached[0]);
    trace_number(trace, "reached-with-another-future", reached[1]);
    trace_number(trace, "reached-with-costs-times-4", reached[2]);
    trace_number(trace, "reached-with-times-times-4", reached[3]);
}

static void many(FILE *trace, struct rng *rng)
{
    real *time = room(4 * MANY), *value = time + MANY;
    draw_curve(MANY, time, value, rng);
    memcpy(time + 2 * MANY, time, 2 * MANY * sizeof *time);
    const size_t before = driver_allocations();
    trace_number(trace, "reached-by-100000",
                 time_to_target(MANY, time, value, (real)0.001, (real)0.999));
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_number(trace, "numbers-overwritten",
                 (double)driver_overwritten(2 * MANY, time, time + 2 * MANY));
    free(time);
}

static void invalid(FILE *trace, struct rng *rng)
{
    enum { POINTS = 16, TIMES = 7 };
    const real inf = (real)INFINITY, nan = (real)NAN;
    const real lambda[TIMES] = {1, -0.1, nan, 2, inf, -inf, 0.9};
    real time[SHORT], value[SHORT], reached[POINTS];
    draw_curve(SHORT, time, value, rng);
    for (size_t k = 0; k < TIMES; k++)
        reached[k] = time_to_target(SHORT, time, value, k == 6 ? nan : 2, lambda[k]);
    const real wrong[POINTS - TIMES] = {nan, inf,  -inf, -1e9, time[3],
                                        inf, -inf, nan,  -1e9};
    const size_t where[POINTS - TIMES] = {4, 4, 4, 4, 4, SHORT - 1, 0, 4, 4};
    real target[POINTS - TIMES] = {2, 2, 2, 2, 2, 2, 2, -2, -2}, place[POINTS - TIMES];
    for (size_t k = 0; k < POINTS - TIMES; k++) {
        const real old = time[where[k]];
        time[where[k]] = wrong[k];
        place[k] = (real)where[k];
        reached[TIMES + k] = time_to_target(SHORT, time, value, target[k], lambda[6]);
        time[where[k]] = old;
    }
    trace_input(trace, "lambda", TIMES, lambda);
    trace_input(trace, "target", POINTS - TIMES, target);
    trace_input(trace, "wrong-time", POINTS - TIMES, wrong);
    trace_input(trace, "its-place", POINTS - TIMES, place);
    trace_input(trace, "value", SHORT, value);
    trace_rough(trace, "reached-of-what-is-refused", POINTS, reached);
    value[0] = nan;
    trace_number(trace, "lambda-of-1-and-a-first-nan",
                 time_to_target(SHORT, time, value, 2, 1));
    trace_number(trace, "lambda-of-1-and-no-point", time_to_target(0, time, value, 2, 1));
}

const struct driver_case driver_cases[] = {
    {"run", run},     {"lambdas", lambdas}, {"by-hand", by_hand},
    {"start", start}, {"never", never},     {"moved", moved},
    {"many", many},   {"invalid", invalid}, {NULL, NULL},
};
