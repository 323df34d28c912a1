/* check_adam.c: what must be true of exercise 3.2.
 *
 * Rounding: 1 - β^t loses digits where β is near 1: with β ≤ 0.9999 and a power that has
 * up to t rounded factors its relative error is below u / (1 - β) = 1.1e-12, and the root
 * halves it; in all cases but the long one β ≤ 0.999, which makes it 1.1e-13. The
 * averages forget their errors as fast as they forget gradients. θ is a sum of T steps of
 * at most a few lr < 0.2. Down the valley the errors of one step change the next
 * gradients, by no more than the step itself does. Over 1e5 steps θ reaches some 1e4,
 * with as many errors of u times that, which are not all alike. The longest step is
 * asked for to 1e-10. */
#include "judge/judge.h"

#include <math.h>

enum { T = 40, SIZES = 12 };

static const double rounding = 1e-12, length_error = 2e-10;

/* With t = 1 both corrections undo the shares: m̂ = g, v̂ = g². */
static void first_step_is_lr(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", SIZES);
    const double *theta = judge_values(yours, "theta", SIZES);
    double lr = *judge_values(yours, "lr", 1);
    for (size_t i = 0; i < SIZES; i++)
        if (!(fabs(theta[i] + copysign(lr, g[i])) <= rounding * lr))
            judge_fail("g %.6g: without ε the first step is lr against the sign of the "
                       "gradient, here %.9g, but yours is %.9g",
                       g[i], -copysign(lr, g[i]), theta[i]);
}

static void same_path(const struct trace *yours, const char *name, const char *in_units,
                      const char *what)
{
    const double *theta = judge_values(yours, name, T);
    const double *scaled = judge_values(yours, in_units, T);
    double factor = *judge_values(yours, "factor", 1);
    for (size_t t = 0; t < T; t++)
        if (!(fabs(scaled[t] - theta[t]) <= rounding))
            judge_fail("t %zu: your theta is %.9g, but %.9g when gradients%s are "
                       "multiplied by %.6g",
                       t + 1, theta[t], scaled[t], what, factor);
}

static void units_of_the_cost_do_not_matter(const struct trace *yours)
{
    same_path(yours, "theta", "theta-in-other-units", "");
    same_path(yours, "theta-with-eps", "theta-with-eps-in-other-units", " and ε");
}

/* m̂ = Σ a_i g_i and v̂ = Σ b_i g_i², with weights that add up to 1, so by Cauchy and
 * Schwarz |m̂| / √v̂ ≤ √(Σ a_i² / b_i), whatever the gradients are. */
static void steps_are_bounded(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", T);
    double lr = *judge_values(yours, "lr", 1);
    double beta1 = *judge_values(yours, "beta1", 1);
    double beta2 = *judge_values(yours, "beta2", 1);
    double beta1_power = 1, beta2_power = 1, sum = 0;
    for (size_t t = 0; t < T; t++) {
        sum += beta1_power * beta1_power / beta2_power;
        beta1_power *= beta1;
        beta2_power *= beta2;
        double share1 = (1 - beta1) / (1 - beta1_power),
               share2 = (1 - beta2) / (1 - beta2_power);
        double longest = lr * share1 * sqrt(sum / share2);
        double step = t ? theta[t] - theta[t - 1] : 0;
        if (!(fabs(step) <= longest + rounding))
            judge_fail("t %zu: your step is %.9g, but with these betas no gradients "
                       "whatever make one longer than %.9g",
                       t + 1, step, longest);
    }
}

/* Who knows the longest step must be able to make it, and nobody makes a longer one. */
static void attack_succeeds(const struct trace *yours)
{
    const double *g = judge_values(yours, "worst-gradients", T);
    judge_close("the last gradient", g[T - 1], 1, rounding);
    judge_close("the last step along your gradients, over lr",
                *judge_values(yours, "last-step", 1),
                *judge_values(yours, "longest-step", 1), length_error);
}

const struct judge_test judge_tests[] = {
    {"along given gradients", 1, "noise", rounding, rounding, NULL},
    {"ε before the correction", 1, "before", rounding, rounding, NULL},
    {"down a valley", 1, "valley", rounding, rounding, NULL},
    {"a penalty", 1, "penalty", rounding, rounding, NULL},
    {"a learning rate that changes", 1, "schedule", rounding, rounding, NULL},
    {"the first step is lr long", 1, "first", 0, 0, first_step_is_lr},
    {"the unit of the cost does not matter", 1, "units", 0, 0,
     units_of_the_cost_do_not_matter},
    {"no step is longer than it can be", 1, "spike", rounding, rounding,
     steps_are_bounded},
    {"huge, tiny, zero and NaN gradients; β = 0; no parameters", 1, "edges", rounding, 0,
     NULL},
    {"1e5 steps", 1, "long", 1e-9, 1e-9, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {"how long a step can be", 2, "longest", length_error, 0, NULL},
    {"gradients that make the longest step", 1, "attack", length_error, 0,
     attack_succeeds},
    {"the longest of one step, of 4e9; out of range", 1, "longest-edges", length_error, 0,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
