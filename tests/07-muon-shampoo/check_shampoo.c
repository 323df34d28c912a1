/* check_shampoo.c: what must be true of exercise 7.5.
 *
 * Rounding: statistics are sums of squares of the order of 1 to 10, over a ridge of 0.01:
 * a condition of 1000. Roots lose that many u = 1.1e-16, and the products some more:
 * 1e-11, whichever way the root is found. */
#include "judge/judge.h"

#include <math.h>

enum { N = 12, T = 8 };

static const double rounding = 1e-10;

/* Without a ridge only directions above rounding count; a squared small singular value
 * is known to fewer digits. */
static void is_the_orthogonal_factor(const struct trace *yours)
{
    static const char *const names[2] = {"w-first-sum", "w-first-average"};
    const double *start = judge_values(yours, "start", N);
    const double *uv = judge_values(yours, "uv", N);
    double lr = *judge_values(yours, "lr", 1);
    for (size_t k = 0; k < 2; k++) {
        const double *w = judge_values(yours, names[k], N);
        for (size_t i = 0; i < N; i++)
            if (!(fabs((start[i] - w[i]) / lr - uv[i]) <= 1e-6))
                judge_fail(
                    "%s, number %zu: with one gradient and no ridge the step over "
                    "lr must be that of the orthogonal factor, %.9g; yours is %.9g",
                    names[k], i, uv[i], (start[i] - w[i]) / lr);
    }
}

static void moved(const char *gradient, double from, double to, double expected)
{
    if (!(fabs(to - from - expected) <= 1e-12))
        judge_fail(
            "the gradient %s must have moved its number by %.9g, but yours moved by "
            "%.9g",
            gradient, expected, to - from);
}

/* 3 / √9 and 4 / √25 on the diagonal. 2 / √(2·2), and 2 / √(2√8). */
static void known_steps(const struct trace *yours)
{
    const double *start = judge_values(yours, "start", N);
    const double *diagonal = judge_values(yours, "w-of-3i-and-4i", 8);
    const double *row = judge_values(yours, "w-of-2-0-and-0-2", 4);
    moved("3I", start[0], diagonal[0], -1);
    moved("4I", diagonal[0], diagonal[4], -0.8);
    moved("[2, 0]", start[0], row[0], -1);
    moved("[0, 2]", start[1], row[3], -2 / sqrt(2 * sqrt(8)));
}

static void rotation_goes_through(const struct trace *yours)
{
    const double *one = judge_values(yours, "w-of-rotated", T * N);
    const double *other = judge_values(yours, "rotated-w", T * N);
    for (size_t i = 0; i < T * N; i++)
        if (!(fabs(one[i] - other[i]) <= 1e-9))
            judge_fail("step %zu: with everything rotated W has %.9g, but the walk "
                       "rotated is at %.9g",
                       i / N + 1, one[i], other[i]);
}

const struct judge_test judge_tests[] = {
    {"down a bowl", 1, "bowl", rounding, rounding, NULL},
    {"sums, velocity and steps", 1, "sum", rounding, rounding, NULL},
    {"averages, corrected", 2, "average", rounding, rounding, NULL},
    {"the first step is the orthogonal factor", 1, "first-step", 1e-6, 1e-6,
     is_the_orthogonal_factor},
    {"steps known by hand", 1, "known", 1e-9, 1e-9, known_steps},
    {"roots every third step", 2, "every", rounding, rounding, NULL},
    {"exponents, ridges, solvers", 1, "settings", rounding, rounding, NULL},
    {"decay and schedules", 1, "schedules", rounding, rounding, NULL},
    {"without a gradient", 1, "no-gradient", rounding, rounding, NULL},
    {"everything rotated", 1, "rotated", 1e-9, 1e-9, rotation_goes_through},
    {"gradients that are not finite", 1, "not-finite", rounding, rounding, NULL},
    {"rows, columns, wide matrices", 1, "shapes", rounding, rounding, NULL},
    {"two in turn, 100,000 parameters, nothing allocated", 1, "contract", 1e-9, 1e-9,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
