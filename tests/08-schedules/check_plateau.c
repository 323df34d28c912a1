/* check_plateau.c: what must be true of exercise 8.3.
 *
 * Rounding: a rate is a product of at most 100 factors, 100 u = 1e-14. The counters are
 * integers. Where losses decide, they are a random number apart, or their thresholds are
 * exact. */
#include "judge/judge.h"

#include <math.h>

enum { LONGEST = 120, NEGATIVE = 60, EXTREMES = 30 };

static const double rounding = 1e-12;

/* The rate never rises, falls where it is said to, and by the factor; a fall needs more
 * losses than the patience. */
static void down_the_stairs(const struct trace *yours)
{
    double factor = *judge_values(yours, "factor", 1);
    double patience = *judge_values(yours, "patience", 1), since = 0;
    const double *rate = judge_values(yours, "rate", LONGEST);
    const double *reduced = judge_values(yours, "reduced", LONGEST);
    for (size_t i = 0; i < LONGEST; i++) {
        double before = i ? rate[i - 1] : 1;
        since++;
        judge_close("the rate after a loss", rate[i],
                    reduced[i] != 0 ? factor * before : before, rounding);
        if (reduced[i] != 0 && !(since > patience))
            judge_fail("t %zu: reduced after %g losses; the patience is %g", i + 1, since,
                       patience);
        if (reduced[i] != 0)
            since = 0;
    }
}

/* The first loss is an improvement. Then every fall comes after patience + 1 losses, and
 * the cooldown before them. */
static void regular(const struct trace *yours)
{
    double patience = *judge_values(yours, "patience", 1);
    double cooldown = *judge_values(yours, "cooldown", 1), next = patience + 2;
    const double *reduced = judge_values(yours, "reduced", LONGEST);
    for (size_t i = 0; i < LONGEST; i++) {
        double t = (double)(i + 1);
        if ((reduced[i] != 0) != (t == next))
            judge_fail("t %g: when nothing improves, reductions come at %g and then "
                       "every %g losses",
                       t, patience + 2, patience + 1 + cooldown);
        if (t == next)
            next += patience + 1 + cooldown;
    }
}

/* From loss 20 on it only gets worse, so the best stays. */
static void worse_is_not_better(const struct trace *yours)
{
    const double *loss = judge_values(yours, "loss", NEGATIVE);
    const double *best = judge_values(yours, "best", NEGATIVE);
    for (size_t i = 20; i < NEGATIVE; i++)
        if (best[i] != loss[19])
            judge_fail("t %zu: the lowest loss was %.6g, but the best is %.6g", i + 1,
                       loss[19], best[i]);
}

static void never_below_least(const struct trace *yours)
{
    const double *rate = judge_values(yours, "rate-least", EXTREMES);
    const double *fixed = judge_values(yours, "reduced-fixed", EXTREMES);
    for (size_t i = 0; i < EXTREMES; i++) {
        if (!(rate[i] >= 0.5))
            judge_fail("loss %zu: the rate is %.6g, below the least, 0.5", i + 1,
                       rate[i]);
        if (fixed[i] != 0)
            judge_fail("loss %zu: a rate that is the least already cannot be reduced",
                       i + 1);
    }
}

const struct judge_test judge_tests[] = {
    {"a loss that falls ever more slowly", 2, "stairs", rounding, 0, down_the_stairs},
    {"a loss that stands still", 2, "level", rounding, 0, regular},
    {"an improvement just in time, or just not", 2, "in-time", rounding, 0, NULL},
    {"a spike is borne", 1, "spike", rounding, 0, NULL},
    {"a relative threshold, met exactly", 1, "relative", rounding, 0, NULL},
    {"an absolute threshold, met exactly", 1, "absolute", rounding, 0, NULL},
    {"negative losses", 1, "negative", rounding, 0, worse_is_not_better},
    {"NaN and infinities", 2, "nan", rounding, 0, NULL},
    {"no patience, factor 0, a least rate", 1, "extremes", rounding, 0,
     never_below_least},
    {"two that take turns; nothing allocated", 1, "turns", rounding, 0, NULL},
    {"100,000 losses", 1, "long", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
