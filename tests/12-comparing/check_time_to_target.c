/* check_time_to_target.c: what must be true of exercise 12.1.
 *
 * Rounding: smoothed values near 1 are off by a few u = 1.1e-16, and the place on a line
 * by that over the line's fall. With 160 lines of a fall of 0.01 and more, spread evenly,
 * one is rarely below 1e-5, and never was below 1e-8: 1e-7 of a step. */
#include "judge/judge.h"
#include <math.h>

enum { N = 120, TARGETS = 40 };

static const double rounding = 1e-7;

/* A lower target is never reached earlier, and none between two times of the curve's
 * where no point is. */
static void lower_takes_longer(const struct trace *yours)
{
    const double *reached = judge_values(yours, "reached", TARGETS);
    const double *time = judge_values(yours, "time", N);
    for (size_t k = 0; k < TARGETS; k++) {
        if (k > 0 && !(reached[k] >= reached[k - 1]))
            judge_fail("target %zu is the lower one and you have it at %.9g, before "
                       "target %zu at %.9g",
                       k, reached[k], k - 1, reached[k - 1]);
        if (!(reached[k] >= time[0]))
            judge_fail("you have target %zu at %.9g, before the curve begins", k,
                       reached[k]);
    }
}

static void answers_by_hand(const struct trace *yours)
{
    static const double expected[] = {3, 4, 10, 4.5, 8.5, 2};
    static const char *const names[] = {"time-since-the-first-point",
                                        "time-with-a-target-below-0"};
    for (size_t c = 0; c < 2; c++) {
        const double *reached = judge_values(yours, names[c], 6);
        for (size_t k = 0; k < 6; k++)
            if (!(fabs(reached[k] - expected[k]) <= 1e-12))
                judge_fail("curve %zu: yours reaches the target %.9g behind the first "
                           "point; on paper it is %.9g",
                           k, reached[k], expected[k]);
    }
}

static void the_future_does_not_matter(const struct trace *yours)
{
    const double before = *judge_values(yours, "reached-before-a-change", 1);
    judge_close("the time when the curve goes on in another way",
                *judge_values(yours, "reached-with-another-future", 1), before, 1e-9);
    judge_close("the time when costs and target are multiplied by 4",
                *judge_values(yours, "reached-with-costs-times-4", 1), before, 1e-9);
    judge_close("the time when all times are multiplied by 4",
                *judge_values(yours, "reached-with-times-times-4", 1), 4 * before, 1e-9);
}

const struct judge_test judge_tests[] = {
    {"a noisy run, and lower and lower targets", 2, "run", 0, rounding,
     lower_takes_longer},
    {"averages of all lengths", 1, "lambdas", 0, rounding, NULL},
    {"curves whose answers are read off", 2, "by-hand", 1e-12, 1e-12, answers_by_hand},
    {"a target that is met at the start", 1, "start", 1e-14, 0, NULL},
    {"never, and values that are not finite", 1, "never", 0, rounding, NULL},
    {"another future, other units", 1, "moved", 1e-7, 0, the_future_does_not_matter},
    {"100,000 points; inputs untouched", 1, "many", 1e-7, 0, NULL},
    {"times, targets and averages to refuse", 1, "invalid", 0, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
