/* check_projected_gradient.c: what must be true of exercise 0.6.
 *
 * A threshold is a sum of n numbers over their count: an error of n u times the largest
 * of them, after the largest was subtracted. For 7 numbers below 10: 1e-14 absolute;
 * with a total of 10^6, 1e-9. For 10^5 numbers of which some hundred count: 1e-12. */
#include "judge/judge.h"

#include <math.h>

enum { N = 7, SETS = 6, STEPS = 60 };

static const double rounding = 1e-12;

/* The conditions of the projection: on the simplex; y_i - x_i the same where x_i > 0, and
 * not larger elsewhere. */
static void is_nearest(const struct trace *yours)
{
    const double *total = judge_values(yours, "total", SETS);
    const double *y = judge_values(yours, "y", SETS * N);
    const double *x = judge_values(yours, "x", SETS * N);
    for (size_t k = 0; k < SETS; k++, x += N, y += N) {
        double sum = 0, tau = -INFINITY;
        for (size_t i = 0; i < N; i++) {
            sum += x[i];
            if (!(x[i] >= 0))
                judge_fail("point %zu: x[%zu] is %.6g, below 0", k + 1, i, x[i]);
            tau = fmax(tau, y[i] - x[i]);
        }
        if (!(fabs(sum - total[k]) <= 1e-12 * total[k]))
            judge_fail("point %zu: your x add up to %.12g, not to %.12g", k + 1, sum,
                       total[k]);
        for (size_t i = 0; i < N; i++)
            if (x[i] > 1e-9 && !(y[i] - x[i] >= tau - 1e-12 * (1 + fabs(tau))))
                judge_fail("point %zu: x[%zu] was lowered by %.9g, another coordinate by "
                           "%.9g: there is a nearer point",
                           k + 1, i, y[i] - x[i], tau);
    }
}

static void stays(const struct trace *yours)
{
    const double *y = judge_values(yours, "y", N);
    const double *x = judge_values(yours, "x-of-a-point-of-the-simplex", N);
    const double *once = judge_values(yours, "x-of-some-point", N);
    const double *twice = judge_values(yours, "x-of-its-projection", N);
    for (size_t i = 0; i < N; i++) {
        if (!(fabs(x[i] - y[i]) <= 1e-12 * (1 + fabs(y[i]))))
            judge_fail("a point of the simplex moves: %.9g becomes %.9g", y[i], x[i]);
        if (!(fabs(once[i] - twice[i]) <= 1e-12))
            judge_fail("a projected point moves when it is projected again: %.9g becomes "
                       "%.9g",
                       once[i], twice[i]);
    }
}

static void not_farther(const struct trace *yours)
{
    const double *before = judge_values(yours, "distance-before", 20);
    const double *after = judge_values(yours, "distance-after", 20);
    for (size_t k = 0; k < 20; k++)
        if (!(after[k] <= before[k] * (1 + 1e-12)))
            judge_fail("two points %.9g apart are %.9g apart after the projection",
                       before[k], after[k]);
}

/* At the end the mapping is 0, and w (θ - c) is the same wherever θ > 0, and nowhere
 * smaller. Steps of 0.9 shrink the error by 1 - 0.9 · 0.5 at least: 0.55^60 = 3e-16. */
static void arrives(const struct trace *yours)
{
    const double *w = judge_values(yours, "w", N), *c = judge_values(yours, "c", N);
    const double *theta = judge_values(yours, "theta-at-the-end", N);
    const double last = judge_values(yours, "mapping", STEPS)[STEPS - 1];
    double least = INFINITY;
    if (!(last >= 0 && last <= 1e-12))
        judge_fail("after %d steps your mapping is still %.3g", STEPS, last);
    for (size_t i = 0; i < N; i++)
        least = fmin(least, w[i] * (theta[i] - c[i]));
    for (size_t i = 0; i < N; i++)
        if (theta[i] > 1e-9 && !(w[i] * (theta[i] - c[i]) <= least + 1e-9))
            judge_fail("at the end parameter %zu could still shrink in favor of another",
                       i + 1);
}

const struct judge_test judge_tests[] = {
    {"points outside, totals from 0.1 to 600", 3, "outside", rounding, rounding,
     is_nearest},
    {"points of the simplex stay", 1, "inside", rounding, rounding, stays},
    {"ties, corners, totals of 0 and of a million", 2, "corners", rounding, 1e-9, NULL},
    {"added numbers, and the ends of a double", 1, "far-away", rounding, rounding, NULL},
    {"no two points move apart", 1, "pairs", rounding, rounding, not_farther},
    {"sixty steps on the simplex", 2, "descent", 1e-9, 1e-12, arrives},
    {"steps in a box", 2, "box", rounding, 0, NULL},
    {"what is refused", 2, "bad", 0, 0, NULL},
    {"100,000 parameters, in place, and none", 1, "contract", 1e-9, 1e-12, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
