/* check_metric.c: what must be true of exercise 9.3.
 *
 * Rounding: distances of a few numbers, relative errors of a few u = 1.1e-16. A gap m - D
 * is off by u absolutely, and divided by a D that is rarely below 0.01: 1e-12. */
#include "judge/slopes.h"

enum { PAIRS = 16, D = 3, SWEEP = 81 };

static const double rounding = 1e-12;

/* The losses depend on differences only. */
static void balances(const struct trace *yours, const char *const names[3])
{
    const double *one = judge_values(yours, names[0], PAIRS * D);
    const double *two = judge_values(yours, names[1], PAIRS * D);
    const double *three = names[2] ? judge_values(yours, names[2], PAIRS * D) : NULL;
    for (size_t i = 0; i < PAIRS * D; i++)
        if (!(fabs(one[i] + two[i] + (three ? three[i] : 0)) <= 1e-12))
            judge_fail("row %zu: your gradients do not add up to 0; they must, because "
                       "moving all points together changes no distance",
                       i / D + 1);
}

static void together_balances(const struct trace *yours)
{
    balances(yours, (const char *const[]){"da-together", "db-together", NULL});
}

static void apart_balances(const struct trace *yours)
{
    balances(yours, (const char *const[]){"da-apart", "db-apart", NULL});
}

static void plain_balances(const struct trace *yours)
{
    balances(yours, (const char *const[]){"da-plain", "dp-plain", "dq-plain"});
}

static void squared_balances(const struct trace *yours)
{
    balances(yours, (const char *const[]){"da-squared", "dp-squared", "dq-squared"});
}

static void gradients_are_slopes(const struct trace *yours)
{
    slopes_agree(yours, "gradients", "gradients-by-differences", 12 * D, 1e-6);
}

const struct judge_test judge_tests[] = {
    {"pairs that belong together", 2, "together", rounding, rounding, together_balances},
    {"pairs that belong apart", 2, "apart", rounding, rounding, apart_balances},
    {"triples by distance", 2, "plain", rounding, rounding, plain_balances},
    {"triples by squared distance", 2, "squared", rounding, rounding, squared_balances},
    {"the gradients are the slopes of the losses", 2, "differences", 0, 0,
     gradients_are_slopes},
    {"kinks: distances of 0 and of the margin", 2, "kinks", rounding, 0, NULL},
    {"NaN, infinities, margins out of range", 1, "invalid", rounding, 0, NULL},
    {"100,000 dimensions, tiny and huge distances", 1, "sizes", 1e-11, 0, NULL},
    {"the loss by distance", 1, "sweep", rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
