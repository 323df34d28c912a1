/* check_armijo_search.c: what must be true of exercise 0.2.
 *
 * Steps are products of at most a hundred factors: 1e-13. Values come from the same
 * formulas at points that differ by that: 1e-12. */
#include "judge/judge.h"

#include <math.h>

enum { SEARCHES = 12 };

static const double rounding = 1e-12;

/* The condition holds at the step, and at the one before it did not. */
static void first_good_step(const struct trace *yours, double c)
{
    const double *value = judge_values(yours, "value", SEARCHES);
    const double *slope = judge_values(yours, "slope", SEARCHES);
    const double *first = judge_values(yours, "first", SEARCHES);
    const double *step = judge_values(yours, "step", SEARCHES);
    const double *there = judge_values(yours, "f-at-your-step", SEARCHES);
    const double *longer = judge_values(yours, "f-at-the-step-before", SEARCHES);
    const double *evaluations = judge_values(yours, "evaluations", SEARCHES);
    for (size_t k = 0; k < SEARCHES; k++) {
        const double shrink = c == 0.45 ? 0.8 : 0.5;
        const double bound = value[k] + c * step[k] * slope[k];
        if (!(there[k] <= bound + 1e-12 * fabs(bound)))
            judge_fail("f is %.9g at your step %.6g; with the share c = %g of what the "
                       "slope promises it must be at most %.9g",
                       there[k], step[k], c, bound);
        if (step[k] < first[k] * (1 - 1e-9) &&
            longer[k] <= value[k] + c * step[k] / shrink * slope[k] * (1 + 1e-12))
            judge_fail("you shrink the step to %.6g, but %.6g was good enough", step[k],
                       step[k] / shrink);
        judge_close("your step", step[k], first[k] * pow(shrink, evaluations[k] - 1),
                    1e-9);
    }
}

static void default_share(const struct trace *yours)
{
    first_good_step(yours, 1e-4);
}

static void large_share(const struct trace *yours)
{
    first_good_step(yours, 0.45);
}

const struct judge_test judge_tests[] = {
    {"along -g, from steps too short and too long", 2, "plain", rounding, 1e-13,
     default_share},
    {"along a direction that is not -g", 1, "turned", rounding, 1e-13, default_share},
    {"where almost half of the promise is asked for", 2, "demanding", rounding, 1e-13,
     large_share},
    {"edges beyond which there is no number", 1, "edges", rounding, 1e-13, NULL},
    {"no step is good enough; uphill", 1, "hopeless", rounding, 0, NULL},
    {"bad arguments, no parameters", 1, "bad", 0, 0, NULL},
    {"which steps are tried", 1, "halving", 1e-9, 0, NULL},
    {"100,000 parameters; inputs untouched, nothing allocated", 1, "contract", 1e-9, 0,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
