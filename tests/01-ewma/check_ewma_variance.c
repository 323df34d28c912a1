/* check_ewma_variance.c: what must be true of exercise 1.4.
 *
 * Rounding: near 0 all sums have positive terms and lose some units of 1e-16 a step,
 * which the decay forgets; the samples are of the order of 1, so 1e-12 of that is ample,
 * and a single small variance may be off by as much. Near 1e8 a mean is rounded by
 * 7.5e-9, which multiplies a deviation of the order of 1 in each of the 1 / (1 - λ) < 20
 * samples that count: 1e-6. */
#include "judge/judge.h"

#include <math.h>

enum { SHORT = 20, LATER = SHORT - 1, RUNS = 4000, RUN = 5 };

static const double rounding = 1e-12, far_rounding = 1e-6;

/* A common offset of all samples is not a spread. */
static void offset_changes_nothing(const struct trace *yours)
{
    static const char *const names[] = {"biased", "corrected"};
    for (size_t j = 0; j < 2; j++) {
        const double *near = judge_values(yours, names[j], 2 * LATER);
        for (size_t i = 0; i < LATER; i++)
            if (!(fabs(near[i + LATER] - near[i]) <= far_rounding * (1 + near[i])))
                judge_fail("t %zu: your %s variance is %.9g, but %.9g when all samples "
                           "are larger by 1e8",
                           i + 2, names[j], near[i], near[i + LATER]);
    }
}

/* For normal samples with variance 1, the variance of Σ w (x - m)² / (W - Q/W) is 2 tr
 * A², where A = (diag(w) - w wᵀ / W) / (W - Q/W) and tr A² has the closed form below. An
 * average of 4000 that is more than six standard deviations off is one in 5e8. */
static void unbiased(const struct trace *yours)
{
    double lambda = *judge_values(yours, "lambda", 1);
    double average = *judge_values(yours, "average-of-corrected", 1);
    double sum = 0, squares = 0, cubes = 0;
    for (int k = 0; k < RUN; k++) {
        double w = pow(lambda, k);
        sum += w;
        squares += w * w;
        cubes += w * w * w;
    }
    double divisor = sum - squares / sum;
    double trace = squares - 2 * cubes / sum + squares * squares / (sum * sum);
    double sigma = sqrt(2 * trace / RUNS) / divisor;
    if (!(fabs(average - 1) <= 6 * sigma))
        judge_fail(
            "the average of your corrected variance over %d series with λ = %.6g and "
            "variance 1 is %.4f, further from 1 than chance allows (%.4f)",
            RUNS, lambda, average, 6 * sigma);
}

/* With equal weights it is the variance of the textbooks, Σ (x - m)² / (n - 1). */
static void textbook(const struct trace *yours)
{
    const double first = *judge_values(yours, "first-x", 1);
    const double *later = judge_values(yours, "x", LATER);
    const double *corrected = judge_values(yours, "corrected", LATER);
    for (size_t n = 2; n <= SHORT; n++) {
        double mean = first / (double)n;
        for (size_t i = 0; i < n - 1; i++)
            mean += later[i] / (double)n;
        double sum = (first - mean) * (first - mean);
        for (size_t i = 0; i < n - 1; i++)
            sum += (later[i] - mean) * (later[i] - mean);
        double expected = sum / ((double)n - 1);
        if (!(fabs(corrected[n - 2] - expected) <= rounding * (1 + expected)))
            judge_fail(
                "λ is almost 1 and all weights are equal: the variance of %zu samples "
                "is %.9g, but yours is %.9g",
                n, expected, corrected[n - 2]);
    }
}

const struct judge_test judge_tests[] = {
    {"the weighted mean", 2, "means", rounding, rounding, NULL},
    {"the biased variance", 2, "biased", rounding, rounding, NULL},
    {"the corrected variance of a noisy series", 2, "noisy", rounding, rounding, NULL},
    {"samples near 1e8", 2, "far-away", far_rounding, far_rounding,
     offset_changes_nothing},
    {"the corrected variance is right on average", 2, "unbiased", 0, 0, unbiased},
    {"equal weights give the textbook's variance", 1, "equal-weights", rounding, rounding,
     textbook},
    {"1e5 samples", 1, "long", rounding, rounding, NULL},
    {"the state is what the header says", 1, "state", rounding, rounding, NULL},
    {"no sample, one sample, λ = 0, NaN", 1, "edges", rounding, rounding, NULL},
    {"λ out of range is refused", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
