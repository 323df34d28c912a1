/* check_newton_direction.c: what must be true of exercise 5.1.
 *
 * Rounding: a solution by Cholesky has a relative error of about n κ u. The matrices have
 * condition numbers below a few thousand, for shifts of 0.001 ‖H‖ too: 1e-11 with room.
 * The shifts are a handful of operations: 1e-13. With 60 parameters the shift stops near
 * the border, where κ may be some 10^5. */
#include "judge/judge.h"

#include <math.h>

enum { N = 4, SETS = 6, STEPS = 8 };

static const double rounding = 1e-10;

/* H d = -g, and downhill. */
static void solves(const struct trace *yours)
{
    const double *h = judge_values(yours, "h", N * N), *g = judge_values(yours, "g", N);
    const double *d = judge_values(yours, "d", N);
    double slope = 0;
    for (size_t i = 0; i < N; i++) {
        double sum = 0;
        for (size_t j = 0; j < N; j++)
            sum += h[i * N + j] * d[j];
        slope += g[i] * d[i];
        if (!(fabs(sum + g[i]) <= 1e-9))
            judge_fail("row %zu of H d is %.9g, but must be %.9g, that of -g", i + 1, sum,
                       -g[i]);
    }
    if (!(slope < 0))
        judge_fail("the slope along your direction is %.6g: it leads uphill", slope);
}

static void leads_down(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", SETS * 2);
    const double *d = judge_values(yours, "d", SETS * 2);
    for (size_t k = 0; k < SETS; k++) {
        double slope = g[2 * k] * d[2 * k] + g[2 * k + 1] * d[2 * k + 1];
        if (!(slope < 0))
            judge_fail("matrix %zu: the slope along your direction is %.6g; it must be "
                       "below 0",
                       k + 1, slope);
    }
}

static void coordinates_do_not_matter(const struct trace *yours)
{
    const double *d = judge_values(yours, "d", 3);
    const double *moved = judge_values(yours, "d-through-other-coordinates", 3);
    const double *saddle = judge_values(yours, "d-of-a-saddle", 3);
    const double *scaled = judge_values(yours, "d-of-a-saddle-in-other-units", 3);
    for (size_t i = 0; i < 3; i++) {
        if (!(fabs(moved[i] - d[i]) <= 1e-8 * (1 + fabs(d[i]))))
            judge_fail("d[%zu] is %.9g, but %.9g when the same function is written in "
                       "other coordinates",
                       i, d[i], moved[i]);
        judge_close("the direction of 2^20 times the function", scaled[i], saddle[i],
                    rounding);
    }
}

/* Newton's method on e^θ - bθ: each error is below the square of the one before, from
 * the second step on, where the error is below 3/2 or so. */
static void converges(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", STEPS);
    const double best = log(*judge_values(yours, "b", 1));
    if (!(fabs(theta[STEPS - 1] - best) <= 1e-12))
        judge_fail("after %d steps you are at %.9g; the minimum is at %.9g", STEPS,
                   theta[STEPS - 1], best);
}

const struct judge_test judge_tests[] = {
    {"a positive definite Hessian", 3, "definite", rounding, rounding, solves},
    {"Hessians that are not, on a saddle and near it", 4, "indefinite", rounding,
     rounding, leads_down},
    {"on a summit, and where all second derivatives are 0", 2, "flat", rounding, 0, NULL},
    {"other coordinates, other units", 2, "invariance", 0, 0, coordinates_do_not_matter},
    {"eight steps of Newton's method", 1, "path", rounding, 0, converges},
    {"NaN, infinities, no gradient, no parameters", 2, "bad", rounding, 0, NULL},
    {"130 parameters; inputs untouched, nothing allocated", 1, "contract", 1e-8, 1e-8,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
