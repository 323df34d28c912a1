/* check_svrg.c: what must be true of exercise 4.4.
 *
 * Rounding: numbers of the size of 1 to 10, maps that shrink differences, 48 steps with a
 * few u = 1.1e-16 each: 1e-13. A direction is taken from a difference of two θ, divided
 * by lr = 0.1. The descent is recorded in decades down to a gap of some 1e-10, so a
 * distance of 1e-5 to the optimum: an error of 1e-15 is 1e-10 of that. */
#include "judge/judge.h"

#include <math.h>

enum { T = 48, M = 8, N = 3 };

static const double rounding = 1e-12;

/* Both gradients of a step are of the sample that was given, and the mean is asked for
 * with a snapshot only. */
static void asks_for_what_it_needs(const struct trace *yours)
{
    const double *sample = judge_values(yours, "sample", T);
    const double *first = judge_values(yours, "first-sample-asked", T);
    const double *second = judge_values(yours, "second-sample-asked", T);
    const double *samples = judge_values(yours, "samples-asked", T);
    const double *means = judge_values(yours, "means-asked", T);
    const size_t inner = (size_t)*judge_values(yours, "inner", 1);
    for (size_t t = 0; t < T; t++) {
        if (means[t] != (t % inner == 0))
            judge_fail("step %zu: the mean is asked for %g times; with inner = %zu that "
                       "must be %d",
                       t + 1, means[t], inner, t % inner == 0);
        if (samples[t] != 2)
            judge_fail("step %zu: you ask for %g gradients of samples, not for 2", t + 1,
                       samples[t]);
        if (first[t] != sample[t] || second[t] != sample[t])
            judge_fail("step %zu has sample %g; you ask for the gradients of %g and %g",
                       t + 1, sample[t], first[t], second[t]);
    }
}

/* With a snapshot in each step, or one sample, nothing is left of the two gradients. */
static void is_gradient_descent(const struct trace *yours)
{
    const double *start = judge_values(yours, "start", N);
    const double *theta = judge_values(yours, "theta", T * N);
    const double *gradient = judge_values(yours, "gradient-at-theta-before", T * N);
    const double *lr = judge_values(yours, "lr", T);
    for (size_t k = 0; k < T * N; k++) {
        double before = k < N ? start[k] : theta[k - N];
        double expected = before - lr[k / N] * gradient[k];
        if (!(fabs(theta[k] - expected) <= rounding))
            judge_fail("t %zu: this is gradient descent, to theta[%zu] = %.9g, but yours "
                       "is %.9g",
                       k / N + 1, k % N, expected, theta[k]);
    }
}

/* Σ p_i (step with sample i) is the gradient at θ. */
static void steps_are_right_on_average(const struct trace *yours)
{
    const double *share = judge_values(yours, "probability", M);
    const double *step = judge_values(yours, "step-over-lr", M * N);
    const double *gradient = judge_values(yours, "gradient", N);
    for (size_t j = 0; j < N; j++) {
        double mean = 0;
        for (size_t i = 0; i < M; i++)
            mean += share[i] * step[i * N + j];
        if (!(fabs(mean - gradient[j]) <= 100 * rounding))
            judge_fail("on average over the samples your step is %.9g times lr in "
                       "direction %zu, but the gradient is %.9g",
                       mean, j, gradient[j]);
    }
}

const struct judge_test judge_tests[] = {
    {"bowls, and what they are asked for", 1, "bowls", rounding, rounding,
     asks_for_what_it_needs},
    {"the usual time between snapshots", 1, "usual", rounding, rounding, NULL},
    {"samples with weights", 1, "weights", rounding, rounding, NULL},
    {"right on average", 1, "unbiased", 100 * rounding, 100 * rounding,
     steps_are_right_on_average},
    {"a learning rate that changes", 1, "schedule", rounding, rounding, NULL},
    {"one sample: gradient descent", 1, "alone", rounding, rounding, is_gradient_descent},
    {"a snapshot in each step", 1, "always", rounding, rounding, is_gradient_descent},
    {"no such sample, no weight, NaN, and directions that are not finite", 1, "edges",
     rounding, rounding, NULL},
    {"down to the optimum", 1, "descent", 0, 1e-6, NULL},
    {"two that take turns; nothing allocated, samples kept; 100,000 parameters", 1,
     "contract", rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
