/* check_block_quant.c: what must be true of exercise 10.3.
 *
 * A scale is one of the numbers, exactly. A quotient has one rounding, or two if it is a
 * product with an inverse; no drawn number is so near to the middle of two numbers of the
 * map that this decides, and where it is in the middle, the scale is 1. So codes are the
 * same, and what they mean is one product: 2.2e-16. */
#include "judge/judge.h"

#include <math.h>

enum { CURVE = 201, N = 60 };

static const double rounding = 1e-15;

/* In the top decade, from 0.1 to 1, the map has 64 numbers: steps of 0.9/64. The lowest
 * quotient -1 is half a step from what there is. */
static void within_half_a_step(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", CURVE);
    const double *back = judge_values(yours, "dequantized", CURVE);
    for (size_t i = 0; i < CURVE; i++)
        if (!(fabs(back[i] - x[i]) <= 0.501 * 0.9 / 64 * fabs(x[0])))
            judge_fail("x %.9g comes back as %.9g, farther off than half a step of the "
                       "map",
                       x[i], back[i]);
}

static void only_one_block_suffers(const struct trace *yours)
{
    const double *scale = judge_values(yours, "scale", N / 10);
    size_t large = 0;
    for (size_t k = 0; k < N / 10; k++)
        large += scale[k] > 100;
    if (large != 1)
        judge_fail(
            "there is one number of 10,000, so one of six blocks has a scale above "
            "100; you have %zu",
            large);
}

const struct judge_test judge_tests[] = {
    {"a block from end to end", 2, "steps", rounding, 0, within_half_a_step},
    {"any map", 2, "own-map", rounding, 0, NULL},
    {"the map without signs", 1, "positive", rounding, 0, NULL},
    {"an outlier spoils its own block only", 2, "outlier", rounding, 0,
     only_one_block_suffers},
    {"blocks and arrays of every length", 2, "lengths", rounding, 0, NULL},
    {"half-way between two numbers of the map", 1, "ties", rounding, 0, NULL},
    {"zeros, tiny and huge numbers, NaN, infinities", 2, "edges", rounding, 0, NULL},
    {"back from given codes", 1, "back", rounding, 0, NULL},
    {"100,000 numbers; inputs kept, nothing allocated", 2, "many", 1e-12, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
