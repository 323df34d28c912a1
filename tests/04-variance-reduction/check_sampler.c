/* check_sampler.c: what must be true of exercise 4.6.
 *
 * Rounding: weights are multiples of 1/16 or powers of 2, so that their sums are exact,
 * and probabilities are a few operations from them. A draw is decided by a comparison
 * that rounding turns once in 1e12 times: the rungs r are not multiples of anything in
 * the weights. Among 100,000 draws on a ladder it may turn one, by one sample: hence the
 * tolerance of 1e-9 of their sum of 5e9. */
#include "judge/judge.h"

#include <math.h>

enum { M = 11, RUNGS = 97, DRAWS = 40000 };

static const double rounding = 1e-12;

/* Σ p_i = 1, p_i by the formula, and the factor 1 / (m p_i). */
static void probabilities_add_up(const struct trace *yours)
{
    const double *weight = judge_values(yours, "weight", M);
    const double *p = judge_values(yours, "probability", M);
    const double *factor = judge_values(yours, "factor", M);
    double u = *judge_values(yours, "uniform", 1), total = 0, sum = 0;
    for (size_t i = 0; i < M; i++)
        total += weight[i];
    for (size_t i = 0; i < M; i++) {
        double expected = u / M + (1 - u) * weight[i] / total;
        judge_close("a probability", p[i], expected, rounding);
        judge_close("the factor of a sample", factor[i], 1 / (M * p[i]), rounding);
        sum += p[i];
    }
    judge_close("the sum of your probabilities", sum, 1, rounding);
}

/* The draws along the ladder come as often as the probabilities say, up to one rung at
 * either end, of a uniform stretch and of one by weight. */
static void draws_follow_the_probabilities(const struct trace *yours)
{
    const double *p = judge_values(yours, "probability", M);
    const double *sample = judge_values(yours, "sample", RUNGS);
    double drawn[M] = {0};
    for (size_t k = 0; k < RUNGS; k++) {
        if (!(sample[k] >= 0 && sample[k] < M))
            judge_fail("there is no sample %g", sample[k]);
        drawn[(size_t)sample[k]]++;
    }
    for (size_t i = 0; i < M; i++)
        if (!(fabs(drawn[i] - RUNGS * p[i]) <= 2.001))
            judge_fail("along %d evenly spaced numbers you draw sample %zu %g times; its "
                       "probability is %.3g",
                       RUNGS, i, drawn[i], p[i]);
    probabilities_add_up(yours);
}

static void without_weight_without_draw(const struct trace *yours)
{
    const double *weight = judge_values(yours, "weight", M);
    const double *sample = judge_values(yours, "sample", 6);
    const double *r = judge_values(yours, "r", 6);
    for (size_t k = 0; k < 6; k++)
        if (!(sample[k] >= 0 && sample[k] < M) || weight[(size_t)sample[k]] == 0)
            judge_fail("r = %.17g: you draw sample %g, which has no weight", r[k],
                       sample[k]);
}

/* 5 standard deviations: if all is right, this fails once in two million times. */
static void right_on_average(const struct trace *yours)
{
    const double *number = judge_values(yours, "number", M);
    double mean = *judge_values(yours, "mean-of-the-estimates", 1), expected = 0;
    double square = *judge_values(yours, "mean-square-of-the-estimates", 1);
    for (size_t i = 0; i < M; i++)
        expected += number[i] / M;
    double error = sqrt(fmax(square - mean * mean, 0) / DRAWS);
    if (!(fabs(mean - expected) <= 5 * error))
        judge_fail("the mean of the numbers is %.6g, but that of %d of your estimates "
                   "%.6g, which is %.1f standard deviations off",
                   expected, DRAWS, mean, fabs(mean - expected) / error);
}

const struct judge_test judge_tests[] = {
    {"draws by weight", 3, "draws", rounding, 0, draws_follow_the_probabilities},
    {"half of them uniform", 2, "half", rounding, 0, draws_follow_the_probabilities},
    {"other shares of uniform draws", 1, "share", rounding, 0,
     draws_follow_the_probabilities},
    {"trees of 1 to 9 samples", 1, "sizes", rounding, 0, NULL},
    {"weights that come and go", 1, "changes", rounding, 0,
     draws_follow_the_probabilities},
    {"samples without weight", 1, "zeros", rounding, 0, without_weight_without_draw},
    {"the largest number that can be drawn", 1, "stretched", 0, 0, NULL},
    {"refusals, and uniform draws alone", 1, "edges", rounding, 0, probabilities_add_up},
    {"right on average", 2, "average", rounding, 0, right_on_average},
    {"tiny weights; two that take turns", 1, "tiny", rounding, 0, NULL},
    {"100,000 samples, in time", 1, "large", 1e-9, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
