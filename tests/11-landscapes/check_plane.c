/* check_plane.c: what must be true of exercise 11.1.
 *
 * Rounding: a dot product of 40 numbers has an error of at most 40 u = 4.4e-15 of the
 * product of the lengths, in any order of summation; lengths as well. */
#include "judge/judge.h"

#include <math.h>
#include <stdio.h>

enum { N = 40 };

static const double rounding = 1e-13;

static double dot(const double *x, const double *y)
{
    double sum = 0;
    for (size_t i = 0; i < N; i++)
        sum += x[i] * y[i];
    return sum;
}

/* The length is tested before the angle: what is too short is orthogonal, too. */
static void orthonormal(const double *u, const double *v)
{
    judge_close("the length of your u", sqrt(dot(u, u)), 1, 1e-14);
    judge_close("the length of your v", sqrt(dot(v, v)), 1, 1e-14);
    if (!(fabs(dot(u, v)) <= 1e-14))
        judge_fail("your u and v have the dot product %.3g; it must be 0 but for "
                   "rounding",
                   dot(u, v));
}

static void a_plane(const struct trace *yours)
{
    orthonormal(judge_values(yours, "u", N), judge_values(yours, "v", N));
}

static void there_and_back(const struct trace *yours)
{
    const double *at = judge_values(yours, "place-of-the-point", 2);
    judge_close("the coordinate a of your own point", at[0], *judge_values(yours, "a", 1),
                1e-12);
    judge_close("the coordinate b of your own point", at[1], *judge_values(yours, "b", 1),
                1e-12);
}

static void height(const struct trace *yours)
{
    judge_close("the distance of a point near the plane",
                *judge_values(yours, "off-of-a-near-point", 1),
                *judge_values(yours, "height", 1), 1e-12);
}

/* Coordinates near 0 are off by the rounding of the sum, 1e-14. One projection of
 * directions at an angle of 1e-5 leaves a dot product of 1e-16 / 1e-5. */
const struct judge_test judge_tests[] = {
    {"two random directions", 2, "random", rounding, rounding, a_plane},
    {"directions that are nearly parallel", 2, "parallel", 1e-13, 1e-13, NULL},
    {"directions of 1e200 and 1e-200", 1, "sizes", rounding, rounding, a_plane},
    {"a point, and its place", 1, "points", 1e-12, 1e-12, there_and_back},
    {"a point near the plane", 1, "near", 1e-12, 0, height},
    {"what spans no plane", 1, "refused", 0, 1e-9, NULL},
    {"100,000 parameters; inputs untouched", 1, "many", 1e-9, 1e-9, NULL},
    {"a walk, seen in a plane", 1, "walk", 1e-12, 1e-12, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
