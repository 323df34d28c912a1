/* check_warmup_cosine.c: what must be true of exercise 6.5.
 *
 * Rounding: everything is of the order of 1 and takes a handful of operations; the
 * argument of the cosine, at most π, errs by 2 u = 2e-16 and the cosine by as much. Where
 * the floor is 0 the last multipliers are small: 1 + cos cancels to an absolute error of
 * 2 u, whence the absolute part. A sum in closed form takes a handful of operations on
 * positive numbers; one that adds up 50 multipliers errs by 50 u = 6e-15. */
#include "judge/judge.h"

#include <math.h>

enum { PLOTTED = 150, RISE = 10, FALL = 90, LATE = 60, HUGE_STEPS = 9, SHAPES = 24 };

static const double rounding = 1e-13;

/* Up to the end of the warm-up, then down to the end, then level; never above 1, and
 * from the warm-up on never below the floor. */
static void one_hill(const struct trace *yours)
{
    double warmup = *judge_values(yours, "warmup", 1);
    double total = *judge_values(yours, "total", 1);
    double floor = *judge_values(yours, "floor", 1);
    const double *s = judge_values(yours, "multiplier", PLOTTED);
    for (size_t i = 0; i < PLOTTED; i++) {
        double t = (double)(i + 1), low = t < warmup ? 0 : floor - rounding;
        if (!(s[i] > 0 && s[i] >= low && s[i] <= 1 + rounding))
            judge_fail(
                "step %g: the multiplier must be above 0 and at most 1, and from "
                "the end of the warm-up on at least the floor, %.6g; yours is %.9g",
                t, floor, s[i]);
        if (i == 0)
            continue;
        if (t <= warmup && !(s[i] > s[i - 1]))
            judge_fail("step %g: the warm-up must rise, but after %.9g comes %.9g", t,
                       s[i - 1], s[i]);
        if (t > warmup && t <= total && !(s[i] < s[i - 1]))
            judge_fail("step %g: after the warm-up the multiplier must fall, but after "
                       "%.9g comes %.9g",
                       t, s[i - 1], s[i]);
        if (t > total && !(fabs(s[i] - s[i - 1]) <= rounding))
            judge_fail("step %g: after the last step, %g, the multiplier must stay, but "
                       "after %.9g comes %.9g",
                       t, total, s[i - 1], s[i]);
    }
}

static void even_steps(const struct trace *yours)
{
    double warmup = *judge_values(yours, "warmup", 1);
    const double *s = judge_values(yours, "multiplier", RISE);
    for (size_t i = 0; i < RISE; i++)
        judge_close("a step of the warm-up", s[i] - (i ? s[i - 1] : 0), 1 / warmup,
                    1e-12);
    judge_close("the end of the warm-up",
                *judge_values(yours, "at-the-end-of-the-warm-up", 1), 1, rounding);
}

/* Half a cosine is symmetrical about its middle, and is steepest there: by π/2 times the
 * mean slope. */
static void half_a_cosine(const struct trace *yours)
{
    double floor = *judge_values(yours, "floor", 1);
    double steps = *judge_values(yours, "total", 1) - *judge_values(yours, "warmup", 1);
    const double *s = judge_values(yours, "multiplier", FALL);
    judge_close("the multiplier at the end of the warm-up", s[0], 1, rounding);
    judge_close("the multiplier half-way down", *judge_values(yours, "half-way", 1),
                (1 + floor) / 2, rounding);
    for (size_t i = 1; i < FALL; i++)
        if (!(s[i - 1] - s[i] <= acos(-1) / 2 * (1 - floor) / steps + rounding))
            judge_fail("the multiplier falls by %.9g in one step, from %.9g; that is too "
                       "steep for half a cosine over %g steps",
                       s[i - 1] - s[i], s[i - 1], steps);
}

static void stays(const struct trace *yours)
{
    double floor = *judge_values(yours, "floor", 1);
    const double *s = judge_values(yours, "multiplier", LATE);
    for (size_t i = 0; i < LATE; i++)
        judge_close("the multiplier after the last step", s[i], floor, rounding);
    judge_close("the multiplier much later", *judge_values(yours, "much-later", 1), floor,
                rounding);
}

/* No multiplier exceeds 1, and none after the warm-up is below the floor. */
static void between_floor_and_one(const struct trace *yours)
{
    const double *warmup = judge_values(yours, "warmup", SHAPES);
    const double *total = judge_values(yours, "total", SHAPES);
    const double *floor = judge_values(yours, "floor", SHAPES);
    const double *sum = judge_values(yours, "sum", SHAPES);
    for (size_t i = 0; i < SHAPES; i++) {
        double low = (total[i] - warmup[i]) * floor[i];
        if (!(sum[i] >= low * (1 - rounding) && sum[i] <= total[i] * (1 + rounding)))
            judge_fail(
                "%g steps, %g of them warm-up, floor %.6g: your multipliers add up "
                "to %.9g, but they are at most 1 each, and after the warm-up at "
                "least the floor",
                total[i], warmup[i], floor[i], sum[i]);
    }
}

const struct judge_test judge_tests[] = {
    {"a whole schedule", 1, "ramp", rounding, 0, one_hill},
    {"warm-up", 1, "warm", rounding, 0, even_steps},
    {"half a cosine", 1, "cool", rounding, 0, half_a_cosine},
    {"after the last step", 1, "late", rounding, 0, stays},
    {"no warm-up; the floors 0, 1 and between", 1, "floors", rounding, rounding, NULL},
    {"step 0, nothing but warm-up, one step in all", 1, "borders", rounding, 0, NULL},
    {"2^52 steps", 1, "beyond-32-bits", rounding, 0, NULL},
    {"shapes out of range are refused", 1, "invalid", rounding, 0, NULL},
    {"what all multipliers add up to", 1, "sums", rounding, rounding,
     between_floor_and_one},
    {"the sum over 2^52 steps", 1, "beyond-32-bits-sums", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
