/* check_half.c: what must be true of exercise 10.1.
 *
 * Bits are whole numbers, and what they mean is exact in single precision, so nothing is
 * tolerated. The mean errors are means of 4000 exact differences. */
#include "judge/judge.h"

#include <math.h>

enum { CURVE = 120, BACK = 160 };

/* No number of the format is nearer. */
static void nearest(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", CURVE);
    const double *bf16 = judge_values(yours, "bf16", CURVE);
    const double *fp16 = judge_values(yours, "fp16", CURVE);
    for (size_t i = 0; i < CURVE; i++) {
        if (!(fabs(bf16[i] - x[i]) <= 0x1p-8))
            judge_fail("x %.9g: bf16 has a number within 1/256 of it, but you took %.9g",
                       x[i], bf16[i]);
        if (!(fabs(fp16[i] - x[i]) <= 0x1p-11))
            judge_fail("x %.9g: fp16 has a number within 1/2048 of it, but you took %.9g",
                       x[i], fp16[i]);
    }
}

static void comes_back(const struct trace *yours)
{
    const double *bits = judge_values(yours, "bits", BACK);
    const double *fp16 = judge_values(yours, "fp16-there-and-back", BACK);
    const double *bf16 = judge_values(yours, "bf16-there-and-back", BACK);
    for (size_t i = 0; i < BACK; i++)
        if (fp16[i] != bits[i] || bf16[i] != bits[i])
            judge_fail("a number of 16 bits is a float exactly, so the bits %.0f must "
                       "come back; fp16 gives %.0f, bf16 %.0f",
                       bits[i], fp16[i], bf16[i]);
}

/* Uniform errors of half a step at most have the standard deviation step/√12; the mean of
 * 4000 of them is within 6 of its standard deviations, and cutting is half a step off. */
static void errors_cancel(const struct trace *yours)
{
    const double bf16 = *judge_values(yours, "mean-error-of-bf16", 1);
    const double fp16 = *judge_values(yours, "mean-error-of-fp16", 1);
    if (!(fabs(bf16) <= 6 * 0x1p-7 / sqrt(12. * 4000)))
        judge_fail("rounding errors of bf16 should cancel, but their mean is %.3g", bf16);
    if (!(fabs(fp16) <= 6 * 0x1p-10 / sqrt(12. * 4000)))
        judge_fail("rounding errors of fp16 should cancel, but their mean is %.3g", fp16);
}

const struct judge_test judge_tests[] = {
    {"numbers between 1 and 1.5", 2, "rounding", 0, 0, nearest},
    {"half-way between two, and a hair beside", 2, "ties", 0x1p-53, 0, NULL},
    {"every exponent that both formats have", 1, "sizes", 0x1p-53, 0, NULL},
    {"every exponent of bf16", 1, "wide", 0x1p-53, 0, NULL},
    {"subnormals and what is next to 0", 2, "small", 0x1p-53, 0, NULL},
    {"the largest numbers, and beyond", 1, "large", 0x1p-53, 0, NULL},
    {"zeros, infinities, NaN", 2, "special", 0x1p-53, 0, NULL},
    {"from 16 bits", 2, "back", 0x1p-53, 0, NULL},
    {"there and back", 1, "round-trip", 0x1p-53, 0, comes_back},
    {"many at once", 1, "many", 1e-9, 1e-12, errors_cancel},
    {NULL, 0, NULL, 0, 0, NULL},
};
