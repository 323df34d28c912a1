/* cases_ewma_irregular.c: samples that come when they like, together, or too late. */
#include "judge/driver.h"
#include "lab/series.h"
#include "optim/ewma_irregular.h"

#include <math.h>
#include <string.h>

enum { N = 100, SHORT = 20, LONG = 100000, STEPS = 5 };

/* Takes in samples that must all be accepted, and reads after each. */
static void average(size_t n, const real *t, const real *x, real halflife, real *value)
{
    struct ewma_irregular ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_irregular_init(&ewma, halflife);
    for (size_t i = 0; i < n; i++) {
        ewma_irregular_update(&ewma, t[i], x[i]);
        value[i] = ewma_irregular_value(&ewma);
    }
}

static void record(FILE *trace, size_t n, const real *t, const real *x, real halflife)
{
    real value[N];
    average(n, t, x, halflife, value);
    trace_input(trace, "halflife", 1, &halflife);
    trace_input(trace, "t", n, t);
    trace_input(trace, "x", n, x);
    trace_column(trace, "value", n, value);
}

static void uniform(size_t n, real *x, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = 1 + rng_uniform(rng);
}

static void gaps(FILE *trace, struct rng *rng)
{
    real t[N], x[N];
    series_times(N, t, rng);
    series_noisy(N, x, 0.3, rng);
    record(trace, N, t, x, 3 + 2 * rng_uniform(rng));
}

/* A sample every half-life. */
static void regular(FILE *trace, struct rng *rng)
{
    real t[SHORT], x[SHORT], halflife = 0.5 + 2 * rng_uniform(rng);
    for (size_t i = 0; i < SHORT; i++)
        t[i] = 10 + halflife * (real)i;
    uniform(SHORT, x, rng);
    record(trace, SHORT, t, x, halflife);
}

/* Eight samples at one time, and as many at another. */
static void together(FILE *trace, struct rng *rng)
{
    real t[16], x[16], start = 1 + rng_uniform(rng);
    for (size_t i = 0; i < 16; i++)
        t[i] = start + 2 * (real)(i / 8);
    uniform(16, x, rng);
    record(trace, 16, t, x, 1 + rng_uniform(rng));
}

/* The same samples, and each of them two times. */
static void twice(FILE *trace, struct rng *rng)
{
    real t[SHORT], x[SHORT], value[SHORT], halflife = 2 + rng_uniform(rng);
    real t2[2 * SHORT], x2[2 * SHORT], value2[2 * SHORT], of_doubled[SHORT];
    series_times(SHORT, t, rng);
    uniform(SHORT, x, rng);
    for (size_t i = 0; i < 2 * SHORT; i++) {
        t2[i] = t[i / 2];
        x2[i] = x[i / 2];
    }
    average(SHORT, t, x, halflife, value);
    average(2 * SHORT, t2, x2, halflife, value2);
    for (size_t i = 0; i < SHORT; i++)
        of_doubled[i] = value2[2 * i + 1];
    trace_input(trace, "halflife", 1, &halflife);
    trace_input(trace, "t", SHORT, t);
    trace_input(trace, "x", SHORT, x);
    trace_column(trace, "value", SHORT, value);
    trace_column(trace, "value-of-doubled", SHORT, of_doubled);
}

/* The same samples by a clock that started 2^30 units earlier (times are multiples of
 * 2^-10, so nothing is rounded), and by one that counts seconds instead of minutes. */
static void clocks(FILE *trace, struct rng *rng)
{
    real t[SHORT], x[SHORT], value[SHORT], halflife = 2 + rng_uniform(rng);
    real late[SHORT], seconds[SHORT], value_late[SHORT], value_seconds[SHORT];
    series_times(SHORT, t, rng);
    uniform(SHORT, x, rng);
    for (size_t i = 0; i < SHORT; i++) {
        t[i] = floor(t[i] * 0x1p10) * 0x1p-10;
        late[i] = t[i] + 0x1p30;
        seconds[i] = t[i] * 60;
    }
    average(SHORT, t, x, halflife, value);
    average(SHORT, late, x, halflife, value_late);
    average(SHORT, seconds, x, halflife * 60, value_seconds);
    trace_input(trace, "halflife", 1, &halflife);
    trace_input(trace, "t", SHORT, t);
    trace_input(trace, "x", SHORT, x);
    trace_column(trace, "value", SHORT, value);
    trace_column(trace, "value-by-a-late-clock", SHORT, value_late);
    trace_column(trace, "value-in-seconds", SHORT, value_seconds);
}

/* Offers samples, some of which must be refused. */
static void offer(FILE *trace, size_t n, const real *t, const real *x)
{
    real status[SHORT], changed[SHORT], value[SHORT], halflife = 2;
    struct ewma_irregular ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_irregular_init(&ewma, halflife);
    for (size_t i = 0; i < n; i++) {
        const struct ewma_irregular before = ewma;
        status[i] = (real)ewma_irregular_update(&ewma, t[i], x[i]);
        changed[i] = memcmp(&ewma, &before, sizeof ewma) != 0;
        value[i] = ewma_irregular_value(&ewma);
    }
    trace_input(trace, "halflife", 1, &halflife);
    trace_input(trace, "t", n, t);
    trace_input(trace, "x", n, x);
    trace_column(trace, "status", n, status);
    trace_column(trace, "state-changed", n, changed);
    trace_column(trace, "value", n, value);
}

/* Two steps forward, one back, half a step forward: that one is too late, too. */
static void backward(FILE *trace, struct rng *rng)
{
    static const real steps[] = {1, 2, 1, 1.5};
    real t[SHORT], x[SHORT], start = rng_uniform(rng);
    for (size_t i = 0; i < SHORT; i++)
        t[i] = start + 3 * (real)(i / 4) + steps[i % 4];
    uniform(SHORT, x, rng);
    offer(trace, SHORT, t, x);
}

static void nan_samples(FILE *trace, struct rng *rng)
{
    real t[10], x[10];
    for (size_t i = 0; i < 10; i++)
        t[i] = 1 + (real)i + rng_uniform(rng) / 2;
    uniform(10, x, rng);
    t[3] = x[6] = (real)NAN;
    offer(trace, 10, t, x);
}

/* Endless times: before the first sample, and on both sides of it. */
static void infinite(FILE *trace, struct rng *rng)
{
    static const real times[] = {-INFINITY, 1, 2, INFINITY, 3, -INFINITY, 4, INFINITY, 5};
    real t[9], x[9], start = rng_uniform(rng);
    for (size_t i = 0; i < 9; i++)
        t[i] = start + times[i];
    uniform(9, x, rng);
    offer(trace, 9, t, x);
}

/* Samples with two mistakes: no number, at a time that is too late or infinite. */
static void two_mistakes(FILE *trace, struct rng *rng)
{
    real t[10], x[10];
    for (size_t i = 0; i < 10; i++)
        t[i] = 1 + (real)i + rng_uniform(rng) / 2;
    uniform(10, x, rng);
    t[3] -= 2;
    t[6] = -(real)INFINITY;
    x[3] = x[6] = (real)NAN;
    offer(trace, 10, t, x);
}

/* The average of 5 and, a unit later, of 1 and 3 at one time. */
static real average_of_three(real halflife)
{
    static const real t[] = {1, 2, 2}, x[] = {5, 1, 3};
    real value[3];
    average(3, t, x, halflife, value);
    return value[2];
}

/* Two averages that take turns, each with a clock of its own; then an infinite x. */
static void record_two(FILE *trace, struct rng *rng)
{
    enum { TURNS = 6 };
    struct ewma_irregular one[2];
    real value[2][TURNS], time[2][TURNS], start[2] = {0, -100}, sum[TURNS], weight[TURNS];
    for (size_t k = 0; k < 2; k++) {
        driver_scramble(&one[k], sizeof one[k]);
        ewma_irregular_init(&one[k], 2);
    }
    for (size_t i = 0; i < TURNS; i++)
        for (size_t k = 0; k < 2; k++) {
            const real x = 1 + rng_uniform(rng);
            start[k] += 0.5 + rng_uniform(rng);
            ewma_irregular_update(&one[k], start[k], x);
            value[k][i] = ewma_irregular_value(&one[k]);
            time[k][i] = one[k].time - start[k];
            sum[i] = one[k].sum;
            weight[i] = one[k].weight;
        }
    trace_column(trace, "value-of-the-first-of-two", TURNS, value[0]);
    trace_column(trace, "value-of-the-second-of-two", TURNS, value[1]);
    trace_column(trace, "newest-time-less-the-time-given", TURNS, time[1]);
    trace_column(trace, "sum-of-the-second-of-two", TURNS, sum);
    trace_column(trace, "weight-of-the-second-of-two", TURNS, weight);
    trace_number(trace, "lambda-of-a-half-life-of-2", one[0].lambda);
    trace_number(trace, "status-of-an-infinite-x",
                 ewma_irregular_update(&one[0], start[0] + 1, (real)INFINITY));
    trace_number(trace, "value-after-an-infinite-x", ewma_irregular_value(&one[0]));
}

/* Before the first sample, times on both sides of zero, a half-life so short that λ is 0,
 * and a long one. */
static void edges(FILE *trace, struct rng *rng)
{
    struct ewma_irregular ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_irregular_init(&ewma, 1);
    trace_number(trace, "value-before-the-first-sample", ewma_irregular_value(&ewma));
    real t[8], x[8];
    for (size_t i = 0; i < 8; i++)
        t[i] = (real)i - 4 + rng_uniform(rng) / 2;
    uniform(8, x, rng);
    offer(trace, 8, t, x);
    trace_number(trace, "value-with-a-half-life-of-1e-4", average_of_three(1e-4));
    trace_number(trace, "value-with-the-longest-half-life",
                 average_of_three(EWMA_IRREGULAR_LONGEST));
    record_two(trace, rng);
}

/* A long run, and then a gap after which nothing is left of it. */
static void long_run(FILE *trace, struct rng *rng)
{
    static const real stops[STEPS] = {10, 1000, LONG - 2, LONG - 1, LONG};
    real halflife = 50 + 100 * rng_uniform(rng), now = 0, value[STEPS];
    struct ewma_irregular ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_irregular_init(&ewma, halflife);
    for (size_t i = 0, stop = 0; i < LONG; i++) {
        now += i < LONG - 2 ? rng_uniform(rng) : i < LONG - 1 ? 1e7 : 1e300;
        ewma_irregular_update(&ewma, now, 1 + rng_uniform(rng));
        if (i + 1 == (size_t)stops[stop])
            value[stop++] = ewma_irregular_value(&ewma);
    }
    trace_input(trace, "halflife", 1, &halflife);
    trace_input(trace, "samples", STEPS, stops);
    trace_column(trace, "value", STEPS, value);
}

/* Half-lives that must be refused, each offered to an average that is in use. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real longer = EWMA_IRREGULAR_LONGEST * (1 + rng_uniform(rng));
    real halflife[] = {0, -0.1 - rng_uniform(rng), NAN, INFINITY, longer};
    enum { BAD = sizeof halflife / sizeof *halflife };
    real status[BAD], changed[BAD];
    struct ewma_irregular ewma;
    driver_scramble(&ewma, sizeof ewma);
    ewma_irregular_init(&ewma, 1);
    for (size_t i = 0; i < BAD; i++) {
        ewma_irregular_update(&ewma, (real)(i + 1), (real)(i + 1));
        const struct ewma_irregular before = ewma;
        status[i] = (real)ewma_irregular_init(&ewma, halflife[i]);
        changed[i] = memcmp(&ewma, &before, sizeof ewma) != 0;
    }
    trace_input(trace, "halflife", BAD, halflife);
    trace_column(trace, "status", BAD, status);
    trace_column(trace, "state-changed", BAD, changed);
}

const struct driver_case driver_cases[] = {
    {"gaps", gaps},       {"regular", regular},   {"together", together},
    {"twice", twice},     {"clocks", clocks},     {"backward", backward},
    {"nan", nan_samples}, {"infinite", infinite}, {"two-mistakes", two_mistakes},
    {"edges", edges},     {"long", long_run},     {"invalid", invalid},
    {NULL, NULL},
};
