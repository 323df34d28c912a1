/* check_ista.c: what must be true of exercise 9.5.
 *
 * Rounding: a step multiplies an error by |1 - η h| ≤ 0.6 and adds some u = 1.1e-16 of
 * numbers of the size of 1. At a border an error of u can turn a zero into 1e-16. */
#include "judge/judge.h"

#include <math.h>

enum { N = 5, STEPS = 40 };

static const double rounding = 1e-13;

/* The minimum of h/2 (u - c)² + l1 |u| + l2/2 u². */
static void arrives_at_the_minimum(const struct trace *yours, const char *name)
{
    const double *h = judge_values(yours, "curvature", N);
    const double *c = judge_values(yours, "center", N);
    const double l1 = *judge_values(yours, "l1", 1), l2 = *judge_values(yours, "l2", 1);
    const double *last = judge_values(yours, name, STEPS * N) + (STEPS - 1) * N;
    for (size_t i = 0; i < N; i++) {
        const double size = fmax(0, h[i] * fabs(c[i]) - l1) / (h[i] + l2);
        if (!(fabs(last[i] - copysign(size, c[i])) <= 1e-8))
            judge_fail("coordinate %zu ends at %.9g; the minimum is at %.9g", i, last[i],
                       copysign(size, c[i]));
        if (size == 0 && last[i] != 0)
            judge_fail("coordinate %zu ends at %.9g; it must be exactly 0", i, last[i]);
    }
}

static void l1_arrives(const struct trace *yours)
{
    arrives_at_the_minimum(yours, "theta");
}

static void both_arrive(const struct trace *yours)
{
    arrives_at_the_minimum(yours, "theta-both");
}

static void residual_vanishes(const struct trace *yours)
{
    const double *residual = judge_values(yours, "residual", STEPS);
    if (!(residual[0] > 0.01 && residual[STEPS - 1] < 1e-7))
        judge_fail("your residual goes from %.9g at the start to %.9g at the minimum",
                   residual[0], residual[STEPS - 1]);
}

const struct judge_test judge_tests[] = {
    {"the soft threshold", 2, "thresholds", rounding, 0, NULL},
    {"the threshold's borders, infinities, NaN", 2, "borders", rounding, 0, NULL},
    {"steps with an L1 penalty arrive", 2, "walk", rounding, rounding, l1_arrives},
    {"steps with both penalties arrive", 2, "both", rounding, rounding, both_arrive},
    {"the residual says where the minimum is", 3, "residual", rounding, rounding,
     residual_vanishes},
    {"strong penalties, large steps, none", 1, "extremes", 1e-12, rounding, NULL},
    {"NaN stays in its coordinate", 1, "nan", rounding, rounding, NULL},
    {"two methods in turn, 100,000 parameters", 1, "contract", rounding, rounding, NULL},
    {"the threshold as a curve", 1, "threshold", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
