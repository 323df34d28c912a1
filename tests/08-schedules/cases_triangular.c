/* cases_triangular.c: triangles in both modes, one published, far ones and flat ones; the
 * first steps of rates; shapes that are none. */
#include "judge/driver.h"
#include "optim/triangular.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { PLOTTED = 120, PUBLISHED = 9, FAR = 16, LONGEST = 7, RATES = 16, HALF = 10 };

static const char modes[] = "constant halved";

static struct triangular draw(enum triangular_mode mode, struct rng *rng)
{
    const real low = 0.01 + 0.1 * rng_uniform(rng);
    const real high = low + 0.5 + rng_uniform(rng);
    return (struct triangular){low, high, 8 + (size_t)rng_below(rng, 8), mode};
}

static void record_shape(FILE *trace, struct triangular shape)
{
    const real half = (real)shape.half, mode = (real)shape.mode;
    trace_input(trace, "low", 1, &shape.low);
    trace_input(trace, "high", 1, &shape.high);
    trace_input(trace, "half", 1, &half);
    trace_input_enum(trace, "mode", 1, &mode, modes);
}

/* `rows` steps from the first on. The shape is const. */
static void record_steps(FILE *trace, const char *name, struct triangular shape,
                         size_t rows)
{
    real t[PLOTTED], rate[PLOTTED];
    const struct triangular before = shape;
    for (size_t i = 0; i < rows; i++) {
        t[i] = (real)(i + 1);
        rate[i] = triangular(&shape, i + 1);
    }
    record_shape(trace, before);
    trace_input(trace, "t", rows, t);
    trace_column(trace, name, rows, rate);
    trace_number(trace, "shape-changed", memcmp(&shape, &before, sizeof shape) != 0);
}

static void zigzag(FILE *trace, struct rng *rng)
{
    record_steps(trace, "rate", draw(TRIANGULAR_CONSTANT, rng), PLOTTED);
}

static void halved(FILE *trace, struct rng *rng)
{
    record_steps(trace, "rate-halved", draw(TRIANGULAR_HALVED, rng), PLOTTED);
}

/* From 1 to 5, in a unit that is drawn. */
static void published(FILE *trace, struct rng *rng)
{
    const real unit = 0.5 + rng_uniform(rng);
    const struct triangular shape = {unit, 5 * unit, 4, TRIANGULAR_CONSTANT};
    record_steps(trace, "rate-published", shape, PUBLISHED);
}

/* Steps up to 2^53, of long triangles and of short ones; and the longest of all. */
static void beyond_32_bits(FILE *trace, struct rng *rng)
{
    real low[FAR], high[FAR], half[FAR], t[FAR], rate[FAR], mode[FAR];
    for (size_t i = 0; i < FAR; i++) {
        struct triangular shape = draw(i % 4 == 3, rng);
        size_t step = (size_t)rng_below(rng, (uint64_t)1 << 53);
        if (i % 2)
            shape.half = (size_t)1 << (30 + i);
        low[i] = shape.low, high[i] = shape.high, half[i] = (real)shape.half;
        mode[i] = (real)shape.mode, t[i] = (real)step;
        rate[i] = triangular(&shape, step);
    }
    trace_input(trace, "low", FAR, low);
    trace_input(trace, "high", FAR, high);
    trace_input(trace, "half", FAR, half);
    trace_input_enum(trace, "mode", FAR, mode, modes);
    trace_input(trace, "t", FAR, t);
    trace_column(trace, "rate-far", FAR, rate);
    const struct triangular longest = {0, 2, SIZE_MAX, TRIANGULAR_CONSTANT};
    for (size_t i = 0; i < LONGEST; i++)
        rate[i] = triangular(&longest, (uint64_t)(i + 1) << 60);
    trace_column(trace, "longest-triangle-at-multiples-of-2-to-the-60", LONGEST, rate);
}

/* One step up, one down; nothing between low and high; from 0 on. */
static void borders(FILE *trace, struct rng *rng)
{
    struct triangular short_one = draw(TRIANGULAR_CONSTANT, rng), flat = short_one;
    struct triangular from_zero = draw(TRIANGULAR_HALVED, rng);
    real t[7], sharp[7], level[7], zero[7];
    short_one.half = 1;
    flat.high = flat.low;
    from_zero.low = 0;
    from_zero.half = 2;
    for (size_t i = 0; i < 7; i++) {
        t[i] = (real)(i + 1);
        sharp[i] = triangular(&short_one, i + 1);
        level[i] = triangular(&flat, i + 1);
        zero[i] = triangular(&from_zero, i + 1);
    }
    record_shape(trace, short_one);
    trace_input(trace, "t", 7, t);
    trace_column(trace, "half-1", 7, sharp);
    trace_column(trace, "high-is-low", 7, level);
    trace_column(trace, "low-0-half-2", 7, zero);
}

static void record_firsts(FILE *trace, size_t count, const struct triangular *shape,
                          const real *rate)
{
    real low[RATES], high[RATES], half[RATES], mode[RATES], first[RATES], at[RATES],
        before[RATES];
    for (size_t i = 0; i < count; i++) {
        const size_t t = triangular_first(&shape[i], rate[i]);
        low[i] = shape[i].low, high[i] = shape[i].high, half[i] = (real)shape[i].half;
        mode[i] = (real)shape[i].mode, first[i] = (real)t;
        at[i] = triangular(&shape[i], t);
        before[i] = t > 1 ? triangular(&shape[i], t - 1) : -1;
    }
    trace_input(trace, "low", count, low);
    trace_input(trace, "high", count, high);
    trace_input(trace, "half", count, half);
    trace_input_enum(trace, "mode", count, mode, modes);
    trace_input(trace, "wanted", count, rate);
    trace_column(trace, "first-step", count, first);
    trace_column(trace, "rate-there", count, at);
    trace_column(trace, "rate-before", count, before);
}

/* Rates between low and high. */
static void first(FILE *trace, struct rng *rng)
{
    struct triangular shape[RATES];
    real rate[RATES];
    for (size_t i = 0; i < RATES; i++) {
        shape[i] = draw(i % 2, rng);
        rate[i] = shape[i].low + (shape[i].high - shape[i].low) * rng_uniform(rng);
    }
    record_firsts(trace, RATES, shape, rate);
}

/* Long rises, through which no loop gets. */
static void beyond_32_bits_first(FILE *trace, struct rng *rng)
{
    struct triangular shape[4];
    real rate[4];
    for (size_t i = 0; i < 4; i++) {
        shape[i] = draw(i % 2, rng);
        shape[i].half = ((size_t)1 << 40) + (size_t)rng_below(rng, 1000);
        rate[i] = shape[i].low + (shape[i].high - shape[i].low) * rng_uniform(rng);
    }
    record_firsts(trace, 4, shape, rate);
}

/* Rates that a step has to the last bit, by the triangle itself. */
static void first_exact(FILE *trace, struct rng *rng)
{
    struct triangular shape = draw(TRIANGULAR_CONSTANT, rng);
    real t[HALF], found[HALF];
    shape.half = HALF;
    for (size_t i = 0; i < HALF; i++) {
        t[i] = (real)(i + 1);
        found[i] = (real)triangular_first(&shape, triangular(&shape, i + 1));
    }
    record_shape(trace, shape);
    trace_input(trace, "t", HALF, t);
    trace_column(trace, "first-step-with-the-rate-of-t", HALF, found);
}

/* Round rates at, below and above both ends, and rates that are none. */
static void first_edges(FILE *trace, struct rng *rng)
{
    const struct triangular shape = {1, 5, 4, TRIANGULAR_HALVED};
    const struct triangular level = {2, 2, 4, TRIANGULAR_CONSTANT};
    const struct triangular none = {2, 1, 4, TRIANGULAR_CONSTANT};
    const real rate[] = {-1,
                         0,
                         1,
                         1.5,
                         2,
                         3,
                         4.5,
                         5,
                         5 + rng_uniform(rng) + 1e-9,
                         (real)INFINITY,
                         -(real)INFINITY,
                         (real)NAN};
    enum { EDGES = sizeof rate / sizeof *rate };
    real found[EDGES];
    for (size_t i = 0; i < EDGES; i++)
        found[i] = (real)triangular_first(&shape, rate[i]);
    record_shape(trace, shape);
    trace_input(trace, "wanted", EDGES, rate);
    trace_column(trace, "first-step-at-the-ends", EDGES, found);
    trace_number(trace, "first-step-of-a-level-schedule",
                 (real)triangular_first(&level, 2));
    trace_number(trace, "first-step-above-it", (real)triangular_first(&level, 2.5));
    trace_number(trace, "first-step-of-no-schedule", (real)triangular_first(&none, 1.5));
}

/* Fields out of range, one by one; then two at the edge of what is allowed. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + rng_uniform(rng);
    const struct {
        struct triangular shape;
        size_t t;
    } bad[] = {
        {{-some, 1, 4, 0}, 3},
        {{(real)NAN, 1, 4, 0}, 3},
        {{some, some / 2, 4, 0}, 3},
        {{some, (real)INFINITY, 4, 0}, 3},
        {{some, (real)NAN, 4, 0}, 3},
        {{some, 2, 0, 0}, 3},
        {{some, 2, 4, 2}, 3},
        {{some, 2, 4, 0}, 0},
        {{(real)INFINITY, (real)INFINITY, 4, 0}, 3},
        {{0, 0, 1, 0}, 1},
        {{some, 2, 4, 1}, 1},
    };
    enum { BAD = sizeof bad / sizeof *bad };
    real low[BAD], high[BAD], half[BAD], mode[BAD], t[BAD], rate[BAD];
    for (size_t i = 0; i < BAD; i++) {
        low[i] = bad[i].shape.low, high[i] = bad[i].shape.high;
        half[i] = (real)bad[i].shape.half, mode[i] = (real)bad[i].shape.mode;
        t[i] = (real)bad[i].t;
        rate[i] = triangular(&bad[i].shape, bad[i].t);
    }
    trace_input(trace, "low", BAD, low);
    trace_input(trace, "high", BAD, high);
    trace_input(trace, "half", BAD, half);
    trace_input(trace, "mode", BAD, mode);
    trace_input(trace, "t", BAD, t);
    trace_rough(trace, "rate-refused", BAD, rate);
}

const struct driver_case driver_cases[] = {
    {"zigzag", zigzag},
    {"halved", halved},
    {"published", published},
    {"beyond-32-bits", beyond_32_bits},
    {"borders", borders},
    {"first", first},
    {"beyond-32-bits-first", beyond_32_bits_first},
    {"first-exact", first_exact},
    {"first-edges", first_edges},
    {"invalid", invalid},
    {NULL, NULL},
};
