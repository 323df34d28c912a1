/* check_ewma_corrected.c: what must be true of exercise 1.2.
 *
 * Rounding: 1 - λ^t is the difference of 1 and a product of t factors, each rounded, so
 * its relative error is at most t λ^t u / (1 - λ^t) < u / (1 - λ), with u = 1.1e-16; that
 * of the recursion is about as large. Here λ ≤ 0.999, which makes 2e-13 a run. */
#include "judge/judge.h"

#include <math.h>

enum { N = 150, SHORT = 12 };

static const double rounding = 1e-12;

static void constants_are_reproduced(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", N);
    const double *value = judge_values(yours, "value", N);
    for (size_t i = 0; i < N; i++)
        if (!(fabs(value[i] - x[i]) <= rounding * x[i]))
            judge_fail("all samples are %.9g, but after %zu of them your average is %.9g",
                       x[i], i + 1, value[i]);
}

/* The average of scale · x + shift is scale · average + shift. */
static void units_do_not_matter(const struct trace *yours)
{
    double scale = *judge_values(yours, "scale", 1);
    double shift = *judge_values(yours, "shift", 1);
    const double *value = judge_values(yours, "value", SHORT);
    const double *in_units = judge_values(yours, "value-in-units", SHORT);
    for (size_t i = 0; i < SHORT; i++)
        if (!(fabs(in_units[i] - (scale * value[i] + shift)) <= rounding * 40))
            judge_fail(
                "t %zu: your average of the samples is %.9g, but that of %.6g · x + "
                "%.6g is %.9g",
                i + 1, value[i], scale, shift, in_units[i]);
}

static void reading_changes_nothing(const struct trace *yours)
{
    const double *first = judge_values(yours, "first", SHORT);
    const double *second = judge_values(yours, "second", SHORT);
    for (size_t i = 0; i < SHORT; i++)
        if (!(first[i] == second[i]))
            judge_fail("t %zu: read twice in a row, your average is %.17g and then %.17g",
                       i + 1, first[i], second[i]);
    double unread = *judge_values(yours, "read-only-at-the-end", 1);
    if (!(unread == first[SHORT - 1]))
        judge_fail(
            "read after every sample, your average ends at %.17g; read only at the "
            "end, at %.17g",
            first[SHORT - 1], unread);
}

const struct judge_test judge_tests[] = {
    {"a noisy series", 1, "noisy", rounding, 0, NULL},
    {"the first dozen samples", 1, "start", rounding, 0, NULL},
    {"a constant series is reproduced at every step", 1, "constant", 0, 0,
     constants_are_reproduced},
    {"the units of the samples do not matter", 1, "units", 0, 0, units_do_not_matter},
    {"reading changes nothing", 1, "reading", rounding, 0, reading_changes_nothing},
    {"1e5 samples", 1, "long", rounding, 0, NULL},
    {"before the first sample, and λ = 0", 1, "no-memory", rounding, 0, NULL},
    {"the state is what the header says", 1, "state", rounding, 0, NULL},
    {"a sample that is not a number", 1, "nan", rounding, 0, NULL},
    {"λ out of range is refused", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
