/* check_triangular.c: what must be true of exercise 8.1.
 *
 * Rounding: a rate takes a quotient, a product and a sum of numbers of the order of 1, 4
 * u = 5e-16. Smith's formula in floating point takes i/h - 2k + 1, which errs by u i/h;
 * the header asks for 10^-12 of `high` up to t = 2^53, which integers give. */
#include "judge/judge.h"

#include <math.h>

enum { PLOTTED = 120, PUBLISHED = 9, RATES = 16, HUGE_RATES = 4, HALF = 10 };

static const double rounding = 1e-12;

/* Low at the feet, high at the tops, and even steps between. */
static void straight_sides(const struct trace *yours)
{
    double low = *judge_values(yours, "low", 1), high = *judge_values(yours, "high", 1);
    size_t half = (size_t)*judge_values(yours, "half", 1);
    const double *rate = judge_values(yours, "rate", PLOTTED);
    for (size_t i = 0; i < PLOTTED; i++) {
        if (i % half == 0)
            judge_close(i / half % 2 ? "the rate at a top" : "the rate at a foot",
                        rate[i], i / half % 2 ? high : low, rounding);
        if (i > 0)
            judge_close("the size of a step's change", fabs(rate[i] - rate[i - 1]),
                        (high - low) / (double)half, rounding);
    }
}

/* Each triangle is half as high. */
static void half_as_high(const struct trace *yours)
{
    double low = *judge_values(yours, "low", 1);
    size_t cycle = 2 * (size_t)*judge_values(yours, "half", 1);
    const double *rate = judge_values(yours, "rate-halved", PLOTTED);
    for (size_t i = 0; i + cycle < PLOTTED; i++)
        if (!(fabs((rate[i + cycle] - low) - (rate[i] - low) / 2) <= rounding))
            judge_fail("step %zu is %.9g above low; a triangle later it must be half of "
                       "that, but is %.9g",
                       i + 1, rate[i] - low, rate[i + cycle] - low);
}

/* The published rates are in units of `low`. */
static void one_to_five(const struct trace *yours)
{
    static const double expected[] = {1, 2, 3, 4, 5, 4, 3, 2, 1};
    double low = *judge_values(yours, "low", 1);
    const double *rate = judge_values(yours, "rate-published", PUBLISHED);
    for (size_t i = 0; i < PUBLISHED; i++)
        judge_close("the rate, in PyTorch's CyclicLR(low, 5 low, 4),", rate[i],
                    low * expected[i], rounding);
}

static void just_enough(const struct trace *yours, size_t count)
{
    const double *wanted = judge_values(yours, "wanted", count);
    const double *first = judge_values(yours, "first-step", count);
    const double *at = judge_values(yours, "rate-there", count);
    const double *before = judge_values(yours, "rate-before", count);
    for (size_t i = 0; i < count; i++) {
        if (!(at[i] >= wanted[i]))
            judge_fail("wanted %.9g: your step %.17g has the rate %.9g, which is below",
                       wanted[i], first[i], at[i]);
        if (!(before[i] < wanted[i]))
            judge_fail(
                "wanted %.9g: already the step before your %.17g has the rate %.9g",
                wanted[i], first[i], before[i]);
    }
}

static void enough(const struct trace *yours)
{
    just_enough(yours, RATES);
}

static void enough_huge(const struct trace *yours)
{
    just_enough(yours, HUGE_RATES);
}

static void itself(const struct trace *yours)
{
    const double *found = judge_values(yours, "first-step-with-the-rate-of-t", HALF);
    for (size_t i = 0; i < HALF; i++)
        if (found[i] != (double)(i + 1))
            judge_fail("the first step with at least the rate of step %zu is that step, "
                       "but yours is %g",
                       i + 1, found[i]);
}

/* A first step of 10^12 may differ by one where the reference's rate rounds otherwise:
 * 1e-12 of it. The property is exact. */
const struct judge_test judge_tests[] = {
    {"triangles of the same height", 1, "zigzag", rounding, 0, straight_sides},
    {"each half as high", 1, "halved", rounding, 0, half_as_high},
    {"a published cycle", 1, "published", rounding, 0, one_to_five},
    {"steps up to 2^53, the longest triangle", 1, "beyond-32-bits", rounding, 0, NULL},
    {"half of 1, no height, low of 0", 1, "borders", rounding, rounding, NULL},
    {"shapes out of range are refused", 1, "invalid", rounding, 0, NULL},
    {"the first step of a rate", 1, "first", rounding, 0, enough},
    {"the first step of a rate that a step has", 1, "first-exact", 0, 0, itself},
    {"in a rise of 2^40 steps", 1, "beyond-32-bits-first", 2e-12, 0, enough_huge},
    {"rates at the ends, beyond them, infinite and NaN", 1, "first-edges", 0, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
