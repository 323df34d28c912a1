/* check_kkt_verify.c: what must be true of exercise 0.5.
 *
 * Stationarity is a sum of six products of numbers around 1, in any order: 1e-14
 * absolute. The other residuals are single numbers or products. */
#include "judge/judge.h"

#include <math.h>

enum { MISSES = 8, PULLS = 8 };

static const double rounding = 1e-14;

/* The condition that was spoiled is missed by as much. */
static void by_that_amount(const struct trace *yours)
{
    static const char *const names[] = {"stationarity", "primal", "dual"};
    static const size_t spoiled[6] = {0, 0, 1, 1, 1, 2};
    const double *amount = judge_values(yours, "amount", MISSES);
    for (size_t k = 0; k < 6; k++) {
        const double residual = judge_values(yours, names[spoiled[k]], MISSES)[k];
        if (!(fabs(residual - amount[k]) <= 1e-13))
            judge_fail("%s was spoiled by %.9g; you say %.9g", names[spoiled[k]],
                       amount[k], residual);
    }
}

static void no_price_helps(const struct trace *yours)
{
    const double *residual = judge_values(yours, "stationarity", PULLS);
    for (size_t k = 0; k < PULLS; k++)
        if (residual[k] != 1)
            judge_fail("x² has no slope at 0, so no multiplier changes the slope 1 of f; "
                       "you say %.9g",
                       residual[k]);
}

const struct judge_test judge_tests[] = {
    {"points that meet all four", 2, "holds", 0, rounding, NULL},
    {"points that miss one", 2, "misses", 1e-13, rounding, by_that_amount},
    {"points that miss several", 2, "several", 1e-13, rounding, NULL},
    {"at, below and above the tolerance", 1, "tolerance", 1e-13, rounding, NULL},
    {"a minimum without multipliers", 1, "pull", 1e-13, rounding, no_price_helps},
    {"NaN, infinities, bad tolerances", 1, "bad", 1e-12, 0, NULL},
    {"100,000 unknowns, and nothing", 1, "contract", 1e-13, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
