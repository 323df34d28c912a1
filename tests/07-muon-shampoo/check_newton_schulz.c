/* check_newton_schulz.c: what must be true of exercise 7.1.
 *
 * Rounding: the products have an error of a few u = 1.1e-16 times their size, which is at
 * most 1.3. An error that enters a small singular value is multiplied by up to a⁵ = 485
 * with it: 1e-12 for sums of 6 terms, and ten times that for the hundreds of terms in
 * large ones. Nine steps multiply by up to a⁹ = 7e4. */
#include "judge/judge.h"

#include <math.h>

enum { SHORT = 4, LONG = 6, COUNT = 24 };

static const double rounding = 1e-12;

static void in_band(const struct trace *yours, const char *name)
{
    const double *before = judge_values(yours, "singular-value-of-g", SHORT);
    const double *after = judge_values(yours, name, SHORT);
    double norm = 0;
    for (size_t i = 0; i < SHORT; i++)
        norm += before[i] * before[i];
    for (size_t i = 0; i < SHORT; i++)
        if (before[SHORT - 1] > 0.003 * sqrt(norm) &&
            !(after[i] >= 0.68 && after[i] <= 1.21))
            judge_fail(
                "your matrix has the singular value %.4g; from 5 steps all of them "
                "come out between 0.68 and 1.21",
                after[i]);
}

/* O = U f(Σ) Vᵀ: with the smaller side first, OGᵀ = U f(Σ)Σ Uᵀ is symmetric. */
static void keeps_directions(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", COUNT);
    const double *o = judge_values(yours, "o-wide", COUNT);
    in_band(yours, "after");
    for (size_t i = 0; i < SHORT; i++)
        for (size_t j = 0; j < i; j++) {
            double one = 0, other = 0;
            for (size_t k = 0; k < LONG; k++) {
                one += o[i * LONG + k] * g[j * LONG + k];
                other += o[j * LONG + k] * g[i * LONG + k];
            }
            if (!(fabs(one - other) <= 1e-10))
                judge_fail("O times the transpose of G must be symmetric, because both "
                           "have the same singular vectors; yours has %.9g and %.9g",
                           one, other);
        }
}

static void tall_in_band(const struct trace *yours)
{
    in_band(yours, "after-tall");
}

/* ε is 1e-7 of the norm, and less where the unit is larger; errors of 485 of that. */
static void unit_does_not_matter(const struct trace *yours)
{
    const double *one = judge_values(yours, "o-times-1", COUNT);
    const double *large = judge_values(yours, "o-times-1e6", COUNT);
    for (size_t i = 0; i < COUNT; i++)
        if (!(fabs(one[i] - large[i]) <= 1e-4))
            judge_fail("number %zu is %.9g; for the same matrix times a million it is "
                       "%.9g, but the size of G must not matter",
                       i, one[i], large[i]);
}

static void rotation_goes_through(const struct trace *yours)
{
    const double *one = judge_values(yours, "o-of-rotated", COUNT);
    const double *other = judge_values(yours, "rotated-o", COUNT);
    for (size_t i = 0; i < COUNT; i++)
        if (!(fabs(one[i] - other[i]) <= 1e-10))
            judge_fail(
                "number %zu: of the rotated matrix yours makes %.9g, but its result "
                "rotated is %.9g; both must be the same",
                i, one[i], other[i]);
}

const struct judge_test judge_tests[] = {
    {"a wide matrix: singular values and directions", 3, "wide", rounding, rounding,
     keeps_directions},
    {"a tall matrix", 2, "tall", rounding, rounding, tall_in_band},
    {"squares, rows, columns, a number", 1, "shapes", rounding, rounding, NULL},
    {"any number of steps", 2, "steps", 1e-10, 1e-10, NULL},
    {"any size of the matrix", 2, "units", rounding, rounding, unit_does_not_matter},
    {"a rotated matrix", 1, "rotated", rounding, rounding, rotation_goes_through},
    {"zeros and matrices of low rank", 1, "degenerate", rounding, rounding, NULL},
    {"NaN and infinities", 1, "not-finite", rounding, rounding, NULL},
    {"large matrices", 1, "large", 1e-11, 1e-11, NULL},
    {"two in turn, nothing allocated, G unchanged", 1, "contract", rounding, rounding,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
