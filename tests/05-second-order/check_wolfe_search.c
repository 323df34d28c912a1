/* check_wolfe_search.c: what must be true of exercise 5.4.
 *
 * Any step that meets both conditions is right, so nothing is compared with the
 * reference's steps. The conditions are evaluated with the formulas of the cases at the
 * returned step: the same numbers that the search saw, so no tolerance is needed but for
 * a value that is returned beside them. */
#include "judge/judge.h"

#include <math.h>

enum { CURVES = 24, FEW = 8, TRIED = 12, OK = 0, UPHILL = 2, LONGEST = 3, ROUNDING = 4 };

/* Both conditions at row k, and that the step is the one evaluated last. */
static void conditions_hold(const struct trace *yours, size_t count, size_t k)
{
    const double value0 = judge_values(yours, "phi(0)", count)[k];
    const double slope0 = judge_values(yours, "slope-at-0", count)[k];
    const double step = judge_values(yours, "step", count)[k];
    const double value = judge_values(yours, "phi-at-your-step", count)[k];
    const double slope = judge_values(yours, "slope-at-your-step", count)[k];
    const double c1 = judge_values(yours, "c1", count)[k];
    const double c2 = judge_values(yours, "c2", count)[k];
    const double last = judge_values(yours, "last-step-tried", count)[k];
    if (!(step > 0))
        judge_fail("search %zu: your step is %.6g; it must be above 0", k + 1, step);
    if (!(value <= value0 + c1 * step * slope0))
        judge_fail("search %zu: phi is %.9g at your step %.6g, and %.9g at 0: the "
                   "decrease is less than c1 = %.3g asks for",
                   k + 1, value, step, value0, c1);
    if (!(fabs(slope) <= c2 * fabs(slope0)))
        judge_fail("search %zu: the slope at your step %.6g is %.6g; by the strong "
                   "condition its size is at most c2 = %.3g times %.6g",
                   k + 1, step, slope, c2, fabs(slope0));
    if (last != step)
        judge_fail("search %zu: your step is %.9g, but the last one you evaluated is "
                   "%.9g: the caller would take the gradient of another point",
                   k + 1, step, last);
}

/* What every search keeps to. */
static void manners(const struct trace *yours, size_t count, double most)
{
    for (size_t k = 0; k < count; k++) {
        const double evaluations = judge_values(yours, "evaluations", count)[k];
        const double counted = judge_values(yours, "evaluations-counted", count)[k];
        if (evaluations != counted)
            judge_fail("search %zu: you say %g evaluations, and took %g", k + 1,
                       evaluations, counted);
        if (!(counted <= most))
            judge_fail("search %zu: %g evaluations, but %g were allowed", k + 1, counted,
                       most);
        if (judge_values(yours, "forbidden-evaluations", count)[k] != 0)
            judge_fail("search %zu: you evaluated at 0, beyond step_max, or twice at the "
                       "same step",
                       k + 1);
        const double gap = judge_values(yours, "value", count)[k] -
                           judge_values(yours, "phi-at-your-step", count)[k];
        const double bend = judge_values(yours, "slope", count)[k] -
                            judge_values(yours, "slope-at-your-step", count)[k];
        if (gap != 0 || bend != 0)
            judge_fail("search %zu: the value or the slope that you return is not that "
                       "of your step",
                       k + 1);
    }
}

static void all_are_found(const struct trace *yours, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (judge_values(yours, "outcome", count)[k] != OK)
            judge_fail("search %zu: there are good steps, but your outcome is not "
                       "WOLFE_OK",
                       k + 1);
        conditions_hold(yours, count, k);
    }
    manners(yours, count, 100);
}

static void curves(const struct trace *yours)
{
    all_are_found(yours, CURVES);
}

static void few(const struct trace *yours)
{
    all_are_found(yours, FEW);
}

/* 1, 2: down to step_max. 3, 4: no step has a decrease. 5, 6: the edge of a cliff, where
 * steps have the decrease but never a flat slope. 7, 8: one evaluation, and two. */
static void none_is_found(const struct trace *yours)
{
    const double *outcome = judge_values(yours, "outcome", FEW);
    const double *step = judge_values(yours, "step", FEW);
    for (size_t k = 0; k < FEW; k++) {
        if (outcome[k] == OK)
            judge_fail("search %zu: there is no good step, or no evaluation left to "
                       "find it, but your outcome is WOLFE_OK",
                       k + 1);
        if (k < 2 && (outcome[k] != LONGEST || step[k] != 5 + (double)k))
            judge_fail("search %zu: the curve falls all the way; your step is %.6g, and "
                       "it must be step_max = %zu with WOLFE_LONGEST",
                       k + 1, step[k], 5 + k);
        if (k >= 2 && outcome[k] < ROUNDING)
            judge_fail("search %zu: the outcome must be WOLFE_ROUNDING or WOLFE_GAVE_UP",
                       k + 1);
        if ((k == 2 || k == 3) && step[k] != 0)
            judge_fail("search %zu: no step has the decrease, so the step returned is 0; "
                       "yours is %.6g",
                       k + 1, step[k]);
        if (k > 3 && !(step[k] > 0))
            judge_fail("search %zu: some steps have the decrease; the best of them is "
                       "returned, yours is %.6g",
                       k + 1, step[k]);
    }
    manners(yours, FEW, 60);
    for (size_t k = 6; k < FEW; k++)
        if (judge_values(yours, "evaluations-counted", FEW)[k] != (double)(k - 5))
            judge_fail("search %zu: %zu evaluations were allowed and needed", k + 1,
                       k - 5);
}

static void ends_well(const struct trace *yours)
{
    const double *step = judge_values(yours, "step", TRIED);
    if (*judge_values(yours, "allocations-in-the-call", 1) != 0)
        judge_fail("your search allocates memory");
    for (size_t k = 0; k < TRIED; k++)
        if (!(step[k] > 0 && isfinite(step[k])))
            judge_fail("t %zu: your step is %.6g", k + 1, step[k]);
}

/* There is more than one good step. */
const struct judge_test judge_tests[] = {
    {"c1 = 0.0001, c2 = 0.9", 4, "loose", 0, INFINITY, curves},
    {"c1 = 0.01, c2 = 0.05", 4, "strict", 0, INFINITY, curves},
    {"c1 = 0.3, c2 = 0.7", 3, "steep", 0, INFINITY, curves},
    {"minima at steps from 1e-7 to 1e7", 2, "far", 0, INFINITY, few},
    {"cliffs: NaN and infinities", 2, "cliffs", 0, INFINITY, few},
    {"curves without a good step, and too few evaluations", 2, "hopeless", 0, INFINITY,
     none_is_found},
    {"uphill, and arguments outside their ranges", 2, "refused", 1e-12, 0, NULL},
    {"the steps of one search", 1, "tried", 0, INFINITY, ends_well},
    {NULL, 0, NULL, 0, 0, NULL},
};
