/* check_clip.c: what must be true of exercise 8.4.
 *
 * Rounding: a norm of 12 numbers errs by some 10 u = 1e-15, one of 100,000 added one
 * after the other by 100,000 u = 1e-11. Between 10^-308 and 10^-324 numbers have fewer
 * digits: a step there is 5e-324, of numbers of 1e-320 a share of 5e-4; the one such
 * case is given relative to what may remain, 1e-321, which has two digits. */
#include "judge/judge.h"

#include <math.h>

enum { N = 12, LENGTHS = 40, NOT_FINITE = 60, SIZES = 10 };

static const double rounding = 1e-12;

static void never_longer(const struct trace *yours)
{
    double most = *judge_values(yours, "most", 1);
    const double *given = judge_values(yours, "given", LENGTHS);
    const double *left = judge_values(yours, "left", LENGTHS);
    for (size_t i = 0; i < LENGTHS; i++)
        judge_close("the norm that is left", left[i], fmin(given[i], most), rounding);
}

/* Every number is multiplied by the same factor. */
static void same_direction(const struct trace *yours)
{
    const double *g = judge_values(yours, "gradient", N);
    const double *clipped = judge_values(yours, "clipped", N);
    double most = *judge_values(yours, "most", 1), sum = 0;
    for (size_t i = 0; i < N; i++)
        sum += g[i] * g[i];
    for (size_t i = 0; i < N; i++)
        judge_close("a number over what it was", clipped[i] / g[i], most / sqrt(sum),
                    rounding);
}

static void not_touched(const struct trace *yours)
{
    const double *changed = judge_values(yours, "numbers-changed", NOT_FINITE);
    for (size_t i = 0; i < NOT_FINITE; i++)
        if (changed[i] != 0)
            judge_fail("a gradient with a NaN or an infinity must be left as it is, but "
                       "you changed %g numbers",
                       changed[i]);
}

const struct judge_test judge_tests[] = {
    {"what norm is left", 2, "lengths", rounding, 0, never_longer},
    {"shorter, not turned", 2, "numbers", rounding, 0, same_direction},
    {"short enough: no bit changes", 2, "kept", rounding, 0, NULL},
    {"slack", 1, "slacks", rounding, 0, NULL},
    {"squares that overflow or vanish", 2, "sizes", 0.02, 0, NULL},
    {"zeros, no numbers, no parts, a limit of 0", 2, "nothing", rounding, 0, NULL},
    {"NaN and infinities are left alone", 2, "not-finite", rounding, 0, not_touched},
    {"limits out of range are refused", 1, "invalid", rounding, 0, NULL},
    {"100,000 numbers; nothing allocated", 1, "many", 1e-9, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
