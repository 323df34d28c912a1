/* cases_one_cycle.c: a whole cycle on both ways, one published, its borders, and shapes
 * that are none. */
#include "judge/driver.h"
#include "optim/one_cycle.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { PLOTTED = 90, PUBLISHED = 10, HUGE_STEPS = 9, BORDERS = 8 };

static struct one_cycle draw(enum one_cycle_way way, struct rng *rng)
{
    struct one_cycle shape = one_cycle_defaults();
    shape.total = 60 + (size_t)rng_below(rng, 20);
    shape.peak = 0.5 + rng_uniform(rng);
    shape.rise = 0.2 + 0.3 * rng_uniform(rng);
    shape.start_div = 5 + 20 * rng_uniform(rng);
    shape.final_div = 2 + 5 * rng_uniform(rng);
    shape.beta_low = 0.8 + 0.05 * rng_uniform(rng);
    shape.beta_high = 0.9 + 0.05 * rng_uniform(rng);
    shape.way = way;
    return shape;
}

static void record_shape(FILE *trace, struct one_cycle shape)
{
    const real total = (real)shape.total;
    trace_input(trace, "total", 1, &total);
    trace_input(trace, "peak", 1, &shape.peak);
    trace_input(trace, "rise", 1, &shape.rise);
    trace_input(trace, "start_div", 1, &shape.start_div);
    trace_input(trace, "final_div", 1, &shape.final_div);
    trace_input(trace, "beta_low", 1, &shape.beta_low);
    trace_input(trace, "beta_high", 1, &shape.beta_high);
}

/* Steps 1 to rows; the shape is const. */
static void record_rates(FILE *trace, const char *name, struct one_cycle shape,
                         size_t rows)
{
    real t[PLOTTED], rate[PLOTTED];
    const struct one_cycle before = shape;
    for (size_t i = 0; i < rows; i++) {
        t[i] = (real)(i + 1);
        rate[i] = one_cycle(&shape, i + 1);
    }
    record_shape(trace, before);
    trace_input(trace, "t", rows, t);
    trace_column(trace, name, rows, rate);
    trace_number(trace, "shape-changed", memcmp(&shape, &before, sizeof shape) != 0);
}

static void cycle(FILE *trace, struct rng *rng)
{
    record_rates(trace, "rate", draw(ONE_CYCLE_COSINE, rng), PLOTTED);
}

static void lines(FILE *trace, struct rng *rng)
{
    record_rates(trace, "rate-along-lines", draw(ONE_CYCLE_LINE, rng), PLOTTED);
}

/* From 1 to 25 and down to 0.5, in a unit that is drawn. */
static void published(FILE *trace, struct rng *rng)
{
    struct one_cycle shape = one_cycle_defaults();
    shape.total = PUBLISHED;
    shape.peak = 25 * (0.5 + rng_uniform(rng));
    shape.final_div = 2;
    shape.way = ONE_CYCLE_LINE;
    record_rates(trace, "rate-published", shape, PUBLISHED);
}

/* With the defaults, whose last rate is far below the first. */
static void defaults(FILE *trace, struct rng *rng)
{
    struct one_cycle shape = one_cycle_defaults();
    shape.total = 20 + (size_t)rng_below(rng, 20);
    record_shape(trace, shape);
    trace_number(trace, "first-rate", one_cycle(&shape, 1));
    trace_number(trace, "last-rate", one_cycle(&shape, shape.total));
    trace_number(trace, "rate-after", one_cycle(&shape, UINT32_MAX));
}

static void momentum(FILE *trace, struct rng *rng)
{
    const struct one_cycle shape = draw(ONE_CYCLE_COSINE, rng);
    struct one_cycle line = shape;
    real t[PLOTTED], beta[PLOTTED], along[PLOTTED];
    line.way = ONE_CYCLE_LINE;
    for (size_t i = 0; i < PLOTTED; i++) {
        t[i] = (real)(i + 1);
        beta[i] = one_cycle_beta(&shape, i + 1);
        along[i] = one_cycle_beta(&line, i + 1);
    }
    record_shape(trace, shape);
    trace_input(trace, "t", PLOTTED, t);
    trace_column(trace, "beta", PLOTTED, beta);
    trace_column(trace, "beta-along-lines", PLOTTED, along);
}

/* No step rises, the first has the peak, all rise; one step in all. The products rise · T
 * are exact. */
static void borders(FILE *trace, struct rng *rng)
{
    static const size_t total[BORDERS] = {8, 8, 2, 8, 8, 1, 1, 1};
    static const real rise[BORDERS] = {0, 0.125, 0.5, 1, 0.0625, 0, 1, 0.5};
    static const char *const names[] = {"rate-of-step-1", "rate-of-step-2",
                                        "rate-of-step-3", "rate-of-step-8",
                                        "rate-of-step-9", "beta-of-step-1"};
    static const size_t step[] = {1, 2, 3, 8, 9};
    struct one_cycle shape = draw(ONE_CYCLE_LINE, rng);
    real totals[BORDERS], rate[BORDERS];
    for (size_t i = 0; i < BORDERS; i++)
        totals[i] = (real)total[i];
    trace_input(trace, "peak", 1, &shape.peak);
    trace_input(trace, "total", BORDERS, totals);
    trace_input(trace, "rise", BORDERS, rise);
    for (size_t k = 0; k < 6; k++) {
        for (size_t i = 0; i < BORDERS; i++) {
            shape.total = total[i];
            shape.rise = rise[i];
            rate[i] = k < 5 ? one_cycle(&shape, step[k]) : one_cycle_beta(&shape, 1);
        }
        trace_column(trace, names[k], BORDERS, rate);
    }
}

/* A cycle of 2^52 steps, in eighths. */
static void beyond_32_bits(FILE *trace, struct rng *rng)
{
    const uint64_t unit = (uint64_t)1 << 49;
    struct one_cycle shape = draw(ONE_CYCLE_LINE, rng);
    real t[HUGE_STEPS], rate[HUGE_STEPS];
    shape.total = (size_t)(8 * unit);
    for (size_t i = 0; i < HUGE_STEPS; i++) {
        size_t step = (size_t)(i * unit + (i < 8 ? 1 + rng_below(rng, unit) : 0));
        t[i] = (real)step;
        rate[i] = one_cycle(&shape, step);
    }
    record_shape(trace, shape);
    trace_input(trace, "t", HUGE_STEPS, t);
    trace_column(trace, "rate-of-many-steps", HUGE_STEPS, rate);
}

enum { KINDS = 22 };

/* A shape with one field that is out of range; the last six are in range. */
static struct one_cycle spoil(size_t kind, struct one_cycle shape, size_t *t)
{
    const real nan = (real)NAN, inf = (real)INFINITY;
    *t = kind == 0 ? 0 : 3;
    switch (kind) {
    case 1:
        shape.total = 0;
        break;
    case 2:
        shape.peak = -1;
        break;
    case 3:
        shape.peak = inf;
        break;
    case 4:
        shape.peak = nan;
        break;
    case 5:
        shape.rise = -0.01;
        break;
    case 6:
        shape.rise = 1.01;
        break;
    case 7:
        shape.rise = nan;
        break;
    case 8:
        shape.start_div = 0.99;
        break;
    case 9:
        shape.start_div = nan;
        break;
    case 10:
        shape.final_div = 0.99;
        break;
    case 11:
        shape.final_div = inf;
        break;
    case 12:
        shape.beta_low = -0.1;
        break;
    case 13:
        shape.beta_low = shape.beta_high + 0.01;
        break;
    case 14:
        shape.beta_high = 1;
        break;
    case 15:
        shape.way = (enum one_cycle_way)7;
        break;
    case 16:
        shape.start_div = 1;
        break;
    case 17:
        shape.final_div = 1;
        break;
    case 18:
        shape.beta_low = 0;
        break;
    case 19:
        shape.beta_low = shape.beta_high;
        break;
    case 20:
        shape.peak = 0;
        break;
    default:
        break;
    }
    return shape;
}

static void invalid(FILE *trace, struct rng *rng)
{
    const struct one_cycle good = draw(ONE_CYCLE_LINE, rng);
    real kind[KINDS], rate[KINDS], beta[KINDS];
    for (size_t i = 0; i < KINDS; i++) {
        size_t t;
        const struct one_cycle shape = spoil(i, good, &t);
        kind[i] = (real)i;
        rate[i] = one_cycle(&shape, t);
        beta[i] = one_cycle_beta(&shape, t);
    }
    trace_input_enum(
        trace, "case", KINDS, kind,
        "t-0 total-0 peak-minus peak-inf peak-nan rise-minus rise-large rise-nan "
        "start-small start-nan final-small final-inf beta-minus beta-low-high "
        "beta-1 way-7 start-1 final-1 beta-0 beta-equal peak-0 good");
    trace_rough(trace, "rate-refused", KINDS, rate);
    trace_rough(trace, "beta-refused", KINDS, beta);
}

const struct driver_case driver_cases[] = {
    {"cycle", cycle},
    {"lines", lines},
    {"published", published},
    {"defaults", defaults},
    {"momentum", momentum},
    {"borders", borders},
    {"beyond-32-bits", beyond_32_bits},
    {"invalid", invalid},
    {NULL, NULL},
};
