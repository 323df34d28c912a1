/* cases_warmup_cosine.c: a whole schedule, its pieces apart, its borders, and shapes that
 * are none. */
#include "judge/driver.h"
#include "optim/warmup_cosine.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
    PLOTTED = 150,
    BEFORE = 60,
    RISE = 10,
    FALL = 90,
    LATE = 60,
    HUGE_STEPS = 9,
    SHAPES = 24
};

static struct warmup_cosine draw(struct rng *rng)
{
    struct warmup_cosine shape;
    shape.warmup = 10 + (size_t)rng_below(rng, 11);
    shape.total = 110 + (size_t)rng_below(rng, 21);
    shape.floor = 0.05 + 0.1 * rng_uniform(rng);
    return shape;
}

static void record_shape(FILE *trace, struct warmup_cosine shape)
{
    const real warmup = (real)shape.warmup, total = (real)shape.total;
    trace_input(trace, "warmup", 1, &warmup);
    trace_input(trace, "total", 1, &total);
    trace_input(trace, "floor", 1, &shape.floor);
}

/* `rows` steps from `first` on. The shape is const. */
static void record_steps(FILE *trace, const char *t_name, const char *name,
                         struct warmup_cosine shape, size_t first, size_t rows)
{
    real t[PLOTTED], multiplier[PLOTTED];
    const struct warmup_cosine before = shape;
    for (size_t i = 0; i < rows; i++) {
        t[i] = (real)(first + i);
        multiplier[i] = warmup_cosine(&shape, first + i);
    }
    record_shape(trace, before);
    trace_input(trace, t_name, rows, t);
    trace_column(trace, name, rows, multiplier);
    trace_number(trace, "shape-changed", memcmp(&shape, &before, sizeof shape) != 0);
}

static void ramp(FILE *trace, struct rng *rng)
{
    struct warmup_cosine shape = draw(rng);
    record_steps(trace, "t", "multiplier", shape, 1, PLOTTED);
}

static void warm(FILE *trace, struct rng *rng)
{
    struct warmup_cosine shape = draw(rng);
    record_steps(trace, "t", "multiplier", shape, 1, RISE);
    trace_number(trace, "at-the-end-of-the-warm-up", warmup_cosine(&shape, shape.warmup));
}

static void cool(FILE *trace, struct rng *rng)
{
    struct warmup_cosine shape = draw(rng);
    shape.warmup += shape.warmup % 2;
    shape.total += shape.total % 2;
    record_steps(trace, "t", "multiplier", shape, shape.warmup, FALL);
    trace_number(trace, "half-way",
                 warmup_cosine(&shape, (shape.warmup + shape.total) / 2));
}

static void late(FILE *trace, struct rng *rng)
{
    struct warmup_cosine shape = draw(rng);
    trace_number(trace, "one-step-before-the-last",
                 warmup_cosine(&shape, shape.total - 1));
    record_steps(trace, "t", "multiplier", shape, shape.total, LATE);
    trace_number(trace, "much-later", warmup_cosine(&shape, UINT32_MAX));
}

/* Without warm-up, from step 0 on, and with the floors 0, some and 1. */
static void floors(FILE *trace, struct rng *rng)
{
    static const char *const names[] = {"floor-0", "floor-some", "floor-1"};
    struct warmup_cosine shape = {.total = 20 + (size_t)rng_below(rng, 20)};
    const real floor[3] = {0, 0.2 + 0.5 * rng_uniform(rng), 1}, some = floor[1];
    const real total = (real)shape.total;
    real t[BEFORE], multiplier[BEFORE];
    trace_input(trace, "total", 1, &total);
    trace_input(trace, "some", 1, &some);
    for (size_t i = 0; i < BEFORE; i++)
        t[i] = (real)i;
    trace_input(trace, "t", BEFORE, t);
    for (size_t f = 0; f < 3; f++) {
        shape.floor = floor[f];
        for (size_t i = 0; i < BEFORE; i++)
            multiplier[i] = warmup_cosine(&shape, i);
        trace_column(trace, names[f], BEFORE, multiplier);
    }
}

/* The step before the first, nothing but warm-up, one step in all. */
static void borders(FILE *trace, struct rng *rng)
{
    struct warmup_cosine shape = draw(rng), all = shape, one = {0, 1, shape.floor};
    record_shape(trace, shape);
    all.warmup = all.total;
    trace_number(trace, "before-the-first", warmup_cosine(&shape, 0));
    trace_number(trace, "all-warm-up-but-one-step", warmup_cosine(&all, all.total - 1));
    trace_number(trace, "all-warm-up-last-step", warmup_cosine(&all, all.total));
    trace_number(trace, "all-warm-up-after", warmup_cosine(&all, all.total + 1));
    trace_number(trace, "one-step-before", warmup_cosine(&one, 0));
    trace_number(trace, "one-step", warmup_cosine(&one, 1));
    trace_number(trace, "one-step-after", warmup_cosine(&one, 2));
    one.warmup = 1;
    trace_number(trace, "one-step-of-warm-up-before", warmup_cosine(&one, 0));
    trace_number(trace, "one-step-of-warm-up", warmup_cosine(&one, 1));
    trace_number(trace, "one-step-of-warm-up-after", warmup_cosine(&one, 2));
}

/* A schedule of 2^52 steps, in eighths. */
static void beyond_32_bits(FILE *trace, struct rng *rng)
{
    const uint64_t unit = (uint64_t)1 << 49;
    struct warmup_cosine shape = {.warmup = (size_t)(2 * unit),
                                  .total = (size_t)(8 * unit),
                                  .floor = rng_uniform(rng) / 2};
    real t[HUGE_STEPS], multiplier[HUGE_STEPS];
    for (size_t i = 0; i < HUGE_STEPS; i++) {
        size_t step = (size_t)(i * unit + (i < 8 ? rng_below(rng, unit) : 0));
        t[i] = (real)step;
        multiplier[i] = warmup_cosine(&shape, step);
    }
    record_shape(trace, shape);
    trace_input(trace, "t", HUGE_STEPS, t);
    trace_column(trace, "multiplier", HUGE_STEPS, multiplier);
}

static void record_sums(FILE *trace, size_t count, const struct warmup_cosine *shape)
{
    real warmup[SHAPES], total[SHAPES], floor[SHAPES], sum[SHAPES];
    for (size_t i = 0; i < count; i++) {
        warmup[i] = (real)shape[i].warmup;
        total[i] = (real)shape[i].total;
        floor[i] = shape[i].floor;
        sum[i] = warmup_cosine_sum(&shape[i]);
    }
    trace_input(trace, "warmup", count, warmup);
    trace_input(trace, "total", count, total);
    trace_input(trace, "floor", count, floor);
    trace_column(trace, "sum", count, sum);
}

/* Sums of short schedules: without warm-up, with one or more steps of it, with nothing
 * else; with no floor, with some, and with 1. */
static void sums(FILE *trace, struct rng *rng)
{
    struct warmup_cosine shape[SHAPES];
    for (size_t i = 0; i < SHAPES; i++) {
        const size_t total = 1 + (size_t)rng_below(rng, 50);
        const size_t warmup[] = {0, 1, (size_t)rng_below(rng, total + 1), total};
        const real floor[] = {0, 0.1 + 0.8 * rng_uniform(rng), 1};
        shape[i] = (struct warmup_cosine){warmup[i % 4], total, floor[i % 3]};
    }
    record_sums(trace, SHAPES, shape);
}

/* Sums of schedules that no loop comes to the end of. */
static void beyond_32_bits_sums(FILE *trace, struct rng *rng)
{
    struct warmup_cosine shape[4];
    for (size_t i = 0; i < 4; i++) {
        const size_t total = (size_t)1 << (43 + 3 * i);
        const size_t warmup = (size_t)rng_below(rng, total);
        shape[i] = (struct warmup_cosine){warmup, total, i % 2 ? rng_uniform(rng) : 0};
    }
    record_sums(trace, 4, shape);
}

/* No steps, more warm-up than steps, floors below 0, above 1 and NaN; at the end two that
 * are at the edge of what is allowed. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + rng_uniform(rng) / 2;
    const struct warmup_cosine bad[] = {
        {0, 0, some},   {1, 0, some},      {11, 10, some},    {3, 10, -some},
        {3, 10, -1e-9}, {3, 10, 1 + 1e-9}, {3, 10, 1 + some}, {3, 10, (real)NAN},
        {3, 10, 0},     {3, 10, 1},
    };
    enum { BAD = sizeof bad / sizeof *bad };
    real warmup[BAD], total[BAD], floor[BAD], rise[BAD], fall[BAD], end[BAD], sum[BAD];
    for (size_t i = 0; i < BAD; i++) {
        warmup[i] = (real)bad[i].warmup;
        total[i] = (real)bad[i].total;
        floor[i] = bad[i].floor;
        rise[i] = warmup_cosine(&bad[i], 1);
        fall[i] = warmup_cosine(&bad[i], 6);
        end[i] = warmup_cosine(&bad[i], 20);
        sum[i] = warmup_cosine_sum(&bad[i]);
    }
    trace_input(trace, "warmup", BAD, warmup);
    trace_input(trace, "total", BAD, total);
    trace_input(trace, "floor", BAD, floor);
    trace_rough(trace, "at-step-1", BAD, rise);
    trace_rough(trace, "at-step-6", BAD, fall);
    trace_rough(trace, "at-step-20", BAD, end);
    trace_rough(trace, "sum", BAD, sum);
}

const struct driver_case driver_cases[] = {
    {"ramp", ramp},
    {"warm", warm},
    {"cool", cool},
    {"late", late},
    {"floors", floors},
    {"borders", borders},
    {"beyond-32-bits", beyond_32_bits},
    {"invalid", invalid},
    {"sums", sums},
    {"beyond-32-bits-sums", beyond_32_bits_sums},
    {NULL, NULL},
};
