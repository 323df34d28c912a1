/* check_ewma_decay.c: what must be true of exercise 1.3.
 *
 * Rounding: other forms of the same formulas (natural logarithms, 1 - 2/(span + 1)) lose
 * a factor of at most 60 on these inputs, and exp(-ln 2 / 0.001) a factor of 700. There
 * and back, an error of λ is magnified by 1/(1-λ) < 40. With u = 1.1e-16 that is below
 * 1e-13. */
#include "judge/judge.h"

#include <math.h>

enum { N = 60 };

static const double rounding = 1e-12;

static void weights_halve(const struct trace *yours)
{
    const double *h = judge_values(yours, "h", N);
    const double *lambda = judge_values(yours, "lambda", N);
    for (size_t i = 0; i < N; i++)
        judge_close("λ to the power of the half-life", pow(lambda[i], h[i]), 0.5,
                    rounding);
}

/* Σ k (1-λ) λ^k by adding it up, far beyond where the terms vanish. */
static double average_age(double lambda)
{
    double sum = 0, weight = 1 - lambda;
    for (int age = 0; age < 3000; age++, weight *= lambda)
        sum += age * weight;
    return sum;
}

static void com_is_the_average_age(const struct trace *yours)
{
    const double *com = judge_values(yours, "com", N);
    const double *lambda = judge_values(yours, "lambda", N);
    for (size_t i = 0; i < N; i++)
        judge_close("the average age of the samples, weighted by (1-λ) λ^age,",
                    average_age(lambda[i]), com[i], 1e-10);
}

/* The ages in a window of s samples are 0 to s-1. */
static void span_is_as_old_as_its_window(const struct trace *yours)
{
    const double *span = judge_values(yours, "span", N);
    const double *lambda = judge_values(yours, "lambda", N);
    for (size_t i = 0; i < N; i++)
        judge_close("the average age of the samples, weighted by (1-λ) λ^age,",
                    average_age(lambda[i]), (span[i] - 1) / 2, 1e-10);
}

static void back_where_it_began(const struct trace *yours)
{
    const double *given = judge_values(yours, "given", N);
    const double *halflife = judge_values(yours, "halflife", N);
    const double *span = judge_values(yours, "span", N);
    const double *com = judge_values(yours, "com", N);
    for (size_t i = 0; i < N; i++) {
        judge_close("a half-life made λ and back", halflife[i], given[i], rounding);
        judge_close("a span made λ and back", span[i], given[i], rounding);
        judge_close("a center of mass made λ and back", com[i], given[i], rounding);
    }
}

const struct judge_test judge_tests[] = {
    {"λ from a half-life", 1, "halflives", rounding, 0, weights_halve},
    {"λ from a span", 1, "spans", rounding, 0, span_is_as_old_as_its_window},
    {"λ from a center of mass", 1, "coms", rounding, 0, com_is_the_average_age},
    {"the half-life of λ", 1, "to-halflife", rounding, 0, NULL},
    {"the span of λ", 1, "to-span", rounding, 0, NULL},
    {"the center of mass of λ", 1, "to-com", rounding, 0, NULL},
    {"there and back again", 2, "back", 0, 0, back_where_it_began},
    {"no memory, next to none, a long one", 1, "ends", rounding, 0, NULL},
    {"arguments out of range", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
