/* check_adadelta.c: what must be true of exercise 3.1.
 *
 * Rounding: a step costs a few u = 1.1e-16 of Δ and of both averages, which forget their
 * errors over 1 / (1 - ρ) ≤ 20 steps; θ, at most 100 here, is a sum of at most 150 steps.
 * In the valley errors grow no more than the distance that they make. That is below
 * 1e-12. Over 1e5 steps the averages remember 200 steps, and θ, a sum that reaches a few
 * thousand, gathers 1e5 errors of u times its size, which add up like a random walk. */
#include "judge/judge.h"

#include <math.h>

enum { T = 40, SIZES = 12, PACES = 12 };

static const double rounding = 1e-12, time_error = 2e-10;

/* Where d is 0, Δ = √(ε / (s + ε)) g with s = (1 - ρ) g²: against the gradient, shorter
 * than √(ε / (1 - ρ)) and, for large gradients, no shorter than that by more than a share
 * ε / (2 (1 - ρ) g²). */
static void first_step_is_bounded(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", SIZES);
    const double *theta = judge_values(yours, "theta", SIZES);
    double rho = *judge_values(yours, "rho", 1), eps = *judge_values(yours, "eps", 1);
    double longest = sqrt(eps / (1 - rho));
    for (size_t i = 0; i < SIZES; i++) {
        if (!(theta[i] * g[i] < 0))
            judge_fail("g %.6g: from 0 your first step leads to %.6g; it must lead "
                       "against the gradient",
                       g[i], theta[i]);
        if (!(fabs(theta[i]) <= longest * (1 + rounding)))
            judge_fail("g %.6g: your first step is %.6g long, but none is longer than "
                       "√(ε / (1 - ρ)) = %.6g",
                       g[i], fabs(theta[i]), longest);
        double least = longest * (1 - eps / (2 * (1 - rho) * g[i] * g[i]));
        if (!(fabs(theta[i]) >= least * (1 - rounding)))
            judge_fail("g %.6g: your first step is only %.6g long; for so large a "
                       "gradient it is nearly √(ε / (1 - ρ)) = %.6g",
                       g[i], fabs(theta[i]), longest);
    }
}

static void steps_have_a_unit(const struct trace *yours)
{
    const double length = *judge_values(yours, "lengths-are-multiplied-by", 1);
    const double *theta = judge_values(yours, "theta", T);
    const double *lengths = judge_values(yours, "theta-in-other-lengths", T);
    const double *costs = judge_values(yours, "theta-with-other-costs", T);
    for (size_t t = 0; t < T; t++) {
        if (!(fabs(lengths[t] - length * theta[t]) <= rounding * length))
            judge_fail("t %zu: your theta is %.9g, but measured in a unit %.6g times "
                       "smaller it is %.9g",
                       t + 1, theta[t], length, lengths[t]);
        if (!(fabs(costs[t] - theta[t]) <= rounding))
            judge_fail("t %zu: your theta is %.9g, but with the cost in another unit it "
                       "is %.9g",
                       t + 1, theta[t], costs[t]);
    }
}

static void rates_scale_steps(const struct trace *yours)
{
    const double *plain = judge_values(yours, "theta-at-rate-1", T);
    const double *theta = judge_values(yours, "theta", T);
    const double *lr = judge_values(yours, "lr", T);
    for (size_t t = 1; t < T; t++) {
        double expected = lr[t] * (plain[t] - plain[t - 1]);
        if (!(fabs(theta[t] - theta[t - 1] - expected) <= rounding))
            judge_fail("t %zu: at learning rate 1 your step is %.9g, so at %.6g it must "
                       "be %.9g, but it is %.9g",
                       t + 1, plain[t] - plain[t - 1], lr[t], expected,
                       theta[t] - theta[t - 1]);
    }
}

/* The first whole step at which d is half way is the half time, rounded up. */
static void steps_take_that_long(const struct trace *yours)
{
    const double *half = judge_values(yours, "half-time", PACES);
    const double *counted = judge_values(yours, "steps-until-half-way", PACES);
    for (size_t i = 0; i < PACES; i++)
        if (!(counted[i] >= half[i] - 1e-6 && counted[i] <= half[i] + 1 + 1e-6))
            judge_fail("you say that d is half way after %.9g steps, but your own steps "
                       "take %g",
                       half[i], counted[i]);
}

const struct judge_test judge_tests[] = {
    {"along given gradients", 1, "noise", rounding, rounding, NULL},
    {"down a valley", 1, "valley", rounding, rounding, NULL},
    {"the first step is √(ε / (1 - ρ)) at most", 1, "first", 0, 0, first_step_is_bounded},
    {"other units of length and cost", 1, "units", 0, 0, steps_have_a_unit},
    {"a learning rate that changes", 1, "rates", rounding, rounding, rates_scale_steps},
    {"a penalty", 1, "penalty", rounding, rounding, NULL},
    {"huge, tiny, zero and NaN gradients; ε = 0; no parameters", 1, "edges", rounding, 0,
     NULL},
    {"1e5 steps", 1, "long", 1e-9, 1e-9, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {"how long it takes to find its pace", 2, "pace", time_error, 0,
     steps_take_that_long},
    {"its pace for any gradient, without ε, out of range", 1, "pace-edges", time_error, 0,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
