/* check_saga.c: what must be true of exercise 4.3.
 *
 * Rounding: as in exercise 4.2. A direction is taken from a difference of two θ, divided
 * by lr = 0.1: ten times the error of a step. */
#include "laws.h"

static const double rounding = 1e-12;

/* a = (1/m) Σ s_i x_i. */
static void mean_is_kept(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", LAWS_M * LAWS_N);
    const double *slope = judge_values(yours, "slope", LAWS_M);
    const double *mean = judge_values(yours, "mean", LAWS_N);
    for (size_t j = 0; j < LAWS_N; j++) {
        double sum = 0;
        for (size_t i = 0; i < LAWS_M; i++)
            sum += slope[i] * x[i * LAWS_N + j] / LAWS_M;
        if (!(fabs(mean[j] - sum) <= rounding))
            judge_fail(
                "a[%zu]: the slopes in your table times the features have the mean "
                "%.9g, but your a is %.9g",
                j, sum, mean[j]);
    }
}

/* Σ p_i (step with sample i) is the gradient at θ. */
static void steps_are_right_on_average(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", LAWS_M * LAWS_N);
    const double *theta = judge_values(yours, "theta", LAWS_N);
    const double *share = judge_values(yours, "probability", LAWS_M);
    const double *step = judge_values(yours, "step-over-lr", LAWS_M * LAWS_N);
    const double l2 = *judge_values(yours, "l2", 1);
    for (size_t j = 0; j < LAWS_N; j++) {
        double mean = 0, gradient = l2 * theta[j];
        for (size_t i = 0; i < LAWS_M; i++) {
            mean += share[i] * step[i * LAWS_N + j];
            gradient +=
                laws_slope(yours, 0, i, theta, LAWS_M) * x[i * LAWS_N + j] / LAWS_M;
        }
        if (!(fabs(mean - gradient) <= 100 * rounding))
            judge_fail("on average over the samples your step is %.9g times lr in "
                       "direction %zu, but the gradient is %.9g",
                       mean, j, gradient);
    }
}

const struct judge_test judge_tests[] = {
    {"logistic regression", 1, "logistic", rounding, rounding, mean_is_kept},
    {"least squares", 1, "squared", rounding, 10 * rounding, NULL},
    {"samples with weights", 1, "weights", rounding, rounding, mean_is_kept},
    {"right on average", 1, "unbiased", 100 * rounding, 100 * rounding,
     steps_are_right_on_average},
    {"a learning rate that changes", 1, "schedule", rounding, rounding, NULL},
    {"one sample: gradient descent", 1, "alone", rounding, 10 * rounding,
     laws_gradient_descent},
    {"down to the optimum", 1, "descent", 0, 1e-6, NULL},
    {"100,000 samples, in time", 1, "many", 1e-9, 1e-9, NULL},
    {"no such sample, no weight, NaN, and margins that are not finite", 1, "edges",
     rounding, rounding, NULL},
    {"two that take turns; nothing allocated, samples kept; 100,000 parameters", 1,
     "contract", rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
