/* cases_sgdr.c: restarts with cycles that grow and that do not, far ones, their numbers
 * of steps; warm-up, stable, decay in all its shapes; shapes that are none. */
#include "judge/driver.h"
#include "optim/sgdr.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { PLOTTED = 160, FAR = 12, COUNTS = 16, BORDERS = 8, ROWS = 40 };

static struct sgdr draw(size_t growth, struct rng *rng)
{
    const size_t first = 8 + (size_t)rng_below(rng, 6);
    return (struct sgdr){first, growth, 0.05 + 0.1 * rng_uniform(rng)};
}

static void record_sgdr(FILE *trace, const char *name, struct sgdr shape)
{
    const real first = (real)shape.first, growth = (real)shape.growth;
    const struct sgdr before = shape;
    real t[PLOTTED], multiplier[PLOTTED];
    for (size_t i = 0; i < PLOTTED; i++) {
        t[i] = (real)(i + 1);
        multiplier[i] = sgdr(&shape, i + 1);
    }
    trace_input(trace, "first", 1, &first);
    trace_input(trace, "growth", 1, &growth);
    trace_input(trace, "floor", 1, &before.floor);
    trace_input(trace, "t", PLOTTED, t);
    trace_column(trace, name, PLOTTED, multiplier);
    trace_number(trace, "shape-changed", memcmp(&shape, &before, sizeof shape) != 0);
}

static void waves(FILE *trace, struct rng *rng)
{
    record_sgdr(trace, "multiplier", draw(2, rng));
}

static void even(FILE *trace, struct rng *rng)
{
    record_sgdr(trace, "multiplier-of-even-cycles", draw(1, rng));
}

static void threefold(FILE *trace, struct rng *rng)
{
    struct sgdr shape = draw(3, rng);
    shape.first = 1 + (size_t)rng_below(rng, 3);
    shape.floor = 0;
    record_sgdr(trace, "multiplier-threefold", shape);
}

/* Steps up to 2^53 and the largest of all, by even cycles and by ones that grow until an
 * integer no longer holds them. */
static void beyond_32_bits(FILE *trace, struct rng *rng)
{
    real first[FAR], growth[FAR], t[FAR], multiplier[FAR];
    const struct sgdr whole = {SIZE_MAX / 2, SIZE_MAX, 0.5};
    for (size_t i = 0; i < FAR; i++) {
        struct sgdr shape = draw(1 + i % 4, rng);
        size_t step = (size_t)rng_below(rng, (uint64_t)1 << 53);
        if (i % 4 == 3)
            shape.growth = (size_t)1 << 40;
        first[i] = (real)shape.first, growth[i] = (real)shape.growth, t[i] = (real)step;
        shape.floor = 0;
        multiplier[i] = sgdr(&shape, step);
    }
    trace_input(trace, "first", FAR, first);
    trace_input(trace, "growth", FAR, growth);
    trace_input(trace, "t", FAR, t);
    trace_column(trace, "multiplier-far", FAR, multiplier);
    trace_number(trace, "the-largest-step-of-cycles-that-overflow",
                 sgdr(&whole, SIZE_MAX));
}

/* The restarts: the step after each number of complete cycles has 1, the one before it
 * nearly the floor. */
static void counts(FILE *trace, struct rng *rng)
{
    const struct sgdr shape = draw(2, rng), same = draw(1, rng);
    real c[COUNTS], steps[COUNTS], even_steps[COUNTS], after[COUNTS];
    const real first = (real)shape.first, evenly = (real)same.first;
    for (size_t i = 0; i < COUNTS; i++) {
        c[i] = (real)i;
        const size_t total = sgdr_steps(&shape, i);
        steps[i] = (real)total;
        even_steps[i] = (real)sgdr_steps(&same, i);
        after[i] = sgdr(&shape, total + 1);
    }
    trace_input(trace, "first-growing", 1, &first);
    trace_input(trace, "first-even", 1, &evenly);
    trace_input(trace, "cycles", COUNTS, c);
    trace_column(trace, "steps-growing", COUNTS, steps);
    trace_column(trace, "steps-even", COUNTS, even_steps);
    trace_column(trace, "multiplier-of-the-step-after", COUNTS, after);
}

/* Numbers of steps at the end of what an integer holds, and of shapes that are none. Of
 * doubling cycles, the first of more than 2^20 and less than 2^21 steps, it holds 43. */
static void beyond_32_bits_counts(FILE *trace, struct rng *rng)
{
    const size_t drawn = ((size_t)1 << 20) + 1 + (size_t)rng_below(rng, (1 << 20) - 1);
    const struct sgdr shape[] = {{1, 2, 0},        {1, 2, 0},        {1, 2, 0},
                                 {1, 1, 0},        {2, 1, 0},        {3, 1, 0},
                                 {SIZE_MAX, 5, 0}, {SIZE_MAX, 5, 0}, {1, 4000000000, 0},
                                 {0, 2, 0},        {3, 2, 0},        {3, 2, 0},
                                 {5, 0, 0},        {5, 2, -1},       {5, 2, (real)NAN},
                                 {drawn, 2, 0},    {drawn, 2, 0}};
    const size_t cycles[] = {63, 64, 65, SIZE_MAX, SIZE_MAX / 2, SIZE_MAX, 1, 2, 4, 3, 62,
                             63, 3,  3,  3,        43,           44};
    enum { EDGES = sizeof cycles / sizeof *cycles };
    real first[EDGES], growth[EDGES], c[EDGES], steps[EDGES];
    for (size_t i = 0; i < EDGES; i++) {
        first[i] = (real)shape[i].first, growth[i] = (real)shape[i].growth;
        c[i] = (real)cycles[i];
        steps[i] = (real)sgdr_steps(&shape[i], cycles[i]);
    }
    trace_input(trace, "first", EDGES, first);
    trace_input(trace, "growth", EDGES, growth);
    trace_input(trace, "cycles", EDGES, c);
    trace_column(trace, "steps-at-the-edge", EDGES, steps);
}

static struct wsd draw_wsd(enum wsd_way way, struct rng *rng)
{
    const size_t warmup = 8 + (size_t)rng_below(rng, 8);
    const size_t decay = 30 + (size_t)rng_below(rng, 20);
    const size_t total = 110 + (size_t)rng_below(rng, 30);
    return (struct wsd){warmup, decay, total, 0.05 + 0.1 * rng_uniform(rng), way};
}

static void record_wsd(FILE *trace, const char *name, struct wsd shape)
{
    const real warmup = (real)shape.warmup, decay = (real)shape.decay;
    const real total = (real)shape.total;
    const struct wsd before = shape;
    real t[PLOTTED], multiplier[PLOTTED];
    for (size_t i = 0; i < PLOTTED; i++) {
        t[i] = (real)(i + 1);
        multiplier[i] = wsd(&shape, i + 1);
    }
    trace_input(trace, "warmup", 1, &warmup);
    trace_input(trace, "decay", 1, &decay);
    trace_input(trace, "total", 1, &total);
    trace_input(trace, "floor", 1, &before.floor);
    trace_input(trace, "t", PLOTTED, t);
    trace_column(trace, name, PLOTTED, multiplier);
    trace_number(trace, "shape-changed", memcmp(&shape, &before, sizeof shape) != 0);
}

static void table(FILE *trace, struct rng *rng)
{
    record_wsd(trace, "multiplier-of-the-line", draw_wsd(WSD_LINE, rng));
}

static void root(FILE *trace, struct rng *rng)
{
    record_wsd(trace, "multiplier-of-the-root", draw_wsd(WSD_ROOT, rng));
}

/* Without warm-up, without decay, without a stable part, nothing but each; one step. */
static void wsd_borders(FILE *trace, struct rng *rng)
{
    static const size_t warmup[BORDERS] = {0, 4, 4, 12, 0, 0, 1, 0};
    static const size_t decay[BORDERS] = {5, 0, 8, 0, 12, 0, 0, 1};
    static const size_t total[BORDERS] = {12, 12, 12, 12, 12, 12, 1, 1};
    static const char *const names[BORDERS] = {
        "no-warm-up", "no-decay", "no-stable-part", "only-warm-up",
        "only-decay", "only-1",   "one-step-warm",  "one-step-down"};
    const real floor = 0.1 + 0.5 * rng_uniform(rng);
    real t[16], multiplier[16];
    for (size_t i = 0; i < 16; i++)
        t[i] = (real)(i + 1);
    trace_input(trace, "floor", 1, &floor);
    trace_input(trace, "t", 16, t);
    for (size_t k = 0; k < BORDERS; k++) {
        const struct wsd shape = {warmup[k], decay[k], total[k], floor,
                                  k % 2 ? WSD_ROOT : WSD_LINE};
        for (size_t i = 0; i < 16; i++)
            multiplier[i] = wsd(&shape, i + 1);
        trace_column(trace, names[k], 16, multiplier);
    }
    const struct wsd huge = {(size_t)1 << 29, (size_t)1 << 30, (size_t)1 << 31, floor,
                             WSD_LINE};
    trace_number(trace, "in-a-long-warm-up", wsd(&huge, (size_t)3 << 27));
    trace_number(trace, "in-a-long-decay", wsd(&huge, (size_t)7 << 28));
    trace_number(trace, "much-later", wsd(&huge, UINT32_MAX));
}

/* Fields out of range, one by one, and sums that overflow; in the end three in
 * range. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + rng_uniform(rng) / 2, nan = (real)NAN;
    const struct sgdr restarts[] = {{0, 2, some},  {5, 0, some}, {5, 2, -1e-9},
                                    {5, 2, 1.001}, {5, 2, nan},  {5, 2, 0},
                                    {5, 2, 1},     {5, 2, some}};
    const struct wsd stable[] = {
        {0, 0, 0, some, 0},         {11, 0, 10, some, 0},
        {0, 11, 10, some, 0},       {6, 5, 10, some, 0},
        {SIZE_MAX, 2, 10, some, 0}, {2, SIZE_MAX, 10, some, 0},
        {2, 2, 10, -1e-9, 0},       {2, 2, 10, 1.001, 0},
        {2, 2, 10, nan, 0},         {2, 2, 10, some, (enum wsd_way)5},
        {5, 5, 10, 0, 0},           {2, 2, 10, 1, 1},
        {2, 2, 10, some, 1}};
    enum {
        BAD = sizeof stable / sizeof *stable,
        GOOD = sizeof restarts / sizeof *restarts
    };
    real early[BAD], late[BAD], wave[GOOD];
    for (size_t i = 0; i < BAD; i++) {
        early[i] = wsd(&stable[i], 1);
        late[i] = wsd(&stable[i], 9);
    }
    for (size_t i = 0; i < GOOD; i++)
        wave[i] = sgdr(&restarts[i], 3);
    trace_input(trace, "some", 1, &some);
    trace_rough(trace, "wsd-at-step-1", BAD, early);
    trace_rough(trace, "wsd-at-step-9", BAD, late);
    trace_rough(trace, "sgdr-at-step-3", GOOD, wave);
    trace_number(trace, "sgdr-at-step-0", sgdr(&restarts[5], 0));
    trace_number(trace, "wsd-at-step-0", wsd(&stable[10], 0));
}

const struct driver_case driver_cases[] = {
    {"waves", waves},
    {"even", even},
    {"threefold", threefold},
    {"beyond-32-bits", beyond_32_bits},
    {"counts", counts},
    {"beyond-32-bits-counts", beyond_32_bits_counts},
    {"table", table},
    {"root", root},
    {"wsd-borders", wsd_borders},
    {"invalid", invalid},
    {NULL, NULL},
};
