/* check_sam.c: what must be true of exercise 11.5.
 *
 * Rounding: a few operations a coordinate and a norm of five numbers, 1e-15 each; 40
 * steps that contract do not amplify it. */
#include "judge/judge.h"

#include <math.h>

enum { N = 5 };

static const double rounding = 1e-12;

/* The neighbor lies at the distance rho. */
static void neighbor_is_at_the_distance(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", N);
    const double *first = judge_values(yours, "asked-first", N);
    const double *second = judge_values(yours, "asked-second", N);
    double squares = 0;
    for (size_t i = 0; i < N; i++) {
        if (first[i] != theta[i])
            judge_fail("the first point you asked at is not theta: coordinate %zu is "
                       "%.9g, not %.9g",
                       i, first[i], theta[i]);
        squares += (second[i] - theta[i]) * (second[i] - theta[i]);
    }
    judge_close("the distance of your neighbor", sqrt(squares),
                *judge_values(yours, "rho", 1), 1e-12);
}

static void no_radius_is_descent(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta-with-no-radius", N);
    const double *descent = judge_values(yours, "gradient-descent", N);
    for (size_t i = 0; i < N; i++)
        judge_close("a step of yours with rho = 0", theta[i], descent[i], 1e-13);
}

const struct judge_test judge_tests[] = {
    {"the gradient of the neighbor", 3, "gradient", rounding, rounding,
     neighbor_is_at_the_distance},
    {"forty steps", 2, "steps", rounding, rounding, NULL},
    {"no radius, and no gradient", 1, "edges", rounding, rounding, no_radius_is_descent},
    {"huge and tiny gradients", 1, "sizes", rounding, rounding, NULL},
    {"NaN, and what is after it", 1, "nan", rounding, rounding, NULL},
    {"two that take turns", 1, "turns", rounding, rounding, NULL},
    {"100,000 parameters; nothing allocated", 1, "many", 1e-10, 1e-12, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
