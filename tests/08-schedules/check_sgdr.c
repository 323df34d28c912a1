/* check_sgdr.c: what must be true of exercise 8.5.
 *
 * Rounding: everything is of the order of 1 and takes a handful of operations; where a
 * cosine ends near a floor of 0, 1 + cos cancels to 2 u, whence an absolute part. Numbers
 * of steps are integers. */
#include "judge/judge.h"

#include <math.h>

enum { PLOTTED = 160, COUNTS = 16 };

static const double rounding = 1e-13;

/* Down in every cycle, up to 1 at its first step, never at the floor. */
static void restarting(const struct trace *yours, const char *name, double growth)
{
    double length = *judge_values(yours, "first", 1),
           floor = *judge_values(yours, "floor", 1);
    double start = 1;
    const double *s = judge_values(yours, name, PLOTTED);
    for (size_t i = 0; i < PLOTTED; i++) {
        double t = (double)(i + 1);
        if (t == start + length) {
            start = t;
            length *= growth;
        }
        double half = start + length / 2;
        if (t == start)
            judge_close("the first multiplier of a cycle", s[i], 1, rounding);
        else if (!(s[i] < s[i - 1] && s[i] > floor))
            judge_fail("step %g: within a cycle the multiplier falls and stays above the "
                       "floor %.6g, but after %.9g comes %.9g",
                       t, floor, s[i - 1], s[i]);
        if (t == half)
            judge_close("the multiplier half-way", s[i], (1 + floor) / 2, rounding);
    }
}

static void grows_twofold(const struct trace *yours)
{
    restarting(yours, "multiplier", 2);
}

static void does_not_grow(const struct trace *yours)
{
    restarting(yours, "multiplier-of-even-cycles", 1);
}

static void grows_threefold(const struct trace *yours)
{
    restarting(yours, "multiplier-threefold", 3);
}

/* first (2^c - 1), first c; and then the next cycle begins. */
static void geometric_sums(const struct trace *yours)
{
    double growing = *judge_values(yours, "first-growing", 1);
    double even = *judge_values(yours, "first-even", 1);
    const double *steps = judge_values(yours, "steps-growing", COUNTS);
    const double *evenly = judge_values(yours, "steps-even", COUNTS);
    const double *after = judge_values(yours, "multiplier-of-the-step-after", COUNTS);
    for (size_t c = 0; c < COUNTS; c++) {
        if (steps[c] != growing * (pow(2, (double)c) - 1))
            judge_fail("%zu cycles of %g, doubling, have %g steps; yours %g", c, growing,
                       growing * (pow(2, (double)c) - 1), steps[c]);
        if (evenly[c] != even * (double)c)
            judge_fail("%zu cycles of %g have %g steps; yours %g", c, even,
                       even * (double)c, evenly[c]);
        judge_close("the multiplier after complete cycles", after[c], 1, rounding);
    }
}

/* Straight up, level, down; the decay's shape by its half-way point. */
static void table_shape(const struct trace *yours, const char *name)
{
    double warmup = *judge_values(yours, "warmup", 1),
           total = *judge_values(yours, "total", 1);
    double decay = *judge_values(yours, "decay", 1),
           floor = *judge_values(yours, "floor", 1);
    const double *s = judge_values(yours, name, PLOTTED);
    for (size_t i = 0; i < PLOTTED; i++) {
        double t = (double)(i + 1);
        if (t <= warmup)
            judge_close("the multiplier of the warm-up", s[i], t / warmup, rounding);
        else if (t <= total - decay)
            judge_close("the multiplier between warm-up and decay", s[i], 1, rounding);
        else if (t >= total)
            judge_close("the multiplier from the last step on", s[i], floor, rounding);
        else if (!(s[i] < s[i - 1] && s[i] > floor))
            judge_fail(
                "step %g: in the decay the multiplier falls to the floor %.6g, but "
                "after %.9g comes %.9g",
                t, floor, s[i - 1], s[i]);
    }
}

static void line_shape(const struct trace *yours)
{
    table_shape(yours, "multiplier-of-the-line");
}

static void root_shape(const struct trace *yours)
{
    table_shape(yours, "multiplier-of-the-root");
}

const struct judge_test judge_tests[] = {
    {"cycles that double", 1, "waves", rounding, rounding, grows_twofold},
    {"cycles that do not grow", 1, "even", rounding, rounding, does_not_grow},
    {"cycles that grow threefold, floor 0", 1, "threefold", rounding, rounding,
     grows_threefold},
    {"steps up to 2^53, and lengths that overflow", 1, "beyond-32-bits", 1e-12, 1e-12,
     NULL},
    {"the steps of complete cycles", 1, "counts", rounding, 0, geometric_sums},
    {"numbers of steps that overflow", 1, "beyond-32-bits-counts", rounding, 0, NULL},
    {"warm-up, stable, a line down", 1, "table", rounding, rounding, line_shape},
    {"warm-up, stable, a root down", 1, "root", rounding, rounding, root_shape},
    {"parts that are missing; 2^31 steps", 1, "wsd-borders", rounding, rounding, NULL},
    {"shapes out of range are refused", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
