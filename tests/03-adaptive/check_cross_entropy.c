/* check_cross_entropy.c: what must be true of exercise 3.5.
 *
 * Rounding: the contract allows lse(z) a few units in the last place of the largest
 * logit, which is at most 6000 here: 1e-12. The cost is a difference of two such numbers,
 * so its error is absolute. In p = exp(z - lse) an absolute error of the exponent is a
 * relative one of p, and p ≤ 1. */
#include "judge/judge.h"

#include <math.h>

enum { SETS = 16, K = 5, SWEEP = 161 };

static const double rounding = 1e-13, large = 4e-12;

static void lse_laws_hold(const struct trace *yours)
{
    static const char *const names[] = {"lse-turned", "lse-moved", "lse-of-all-twice",
                                        "lse-of-equal"};
    static const char *const words[] = {
        "of the same logits in another order", "when the shift is added to every logit",
        "when every logit is there twice", "of five logits that are all the shift"};
    const double *z = judge_values(yours, "z", K);
    double lse = *judge_values(yours, "lse", 1), shift = *judge_values(yours, "shift", 1);
    const double expected[] = {lse, lse + shift, lse + log(2), shift + log(K)};
    double top = -INFINITY;
    for (size_t i = 0; i < K; i++)
        top = fmax(top, z[i]);
    if (!(lse >= top && lse <= top + log(K) + rounding))
        judge_fail("your log-sum-exp is %.9g; of five numbers it lies between the "
                   "largest, %.9g, and that plus log 5",
                   lse, top);
    for (size_t i = 0; i < 4; i++) {
        double value = *judge_values(yours, names[i], 1);
        if (!(fabs(value - expected[i]) <= large))
            judge_fail("your log-sum-exp is %.9g; with a shift of %.6g, %s it must be "
                       "%.9g, but yours is %.9g",
                       lse, shift, words[i], expected[i], value);
    }
}

/* Probabilities add up to 1, and the one-hot vector takes that 1 away. */
static void gradients_add_up_to_0(const struct trace *yours)
{
    const double *dz = judge_values(yours, "dz", SETS * K);
    const double *label = judge_values(yours, "label", SETS);
    for (size_t s = 0; s < SETS; s++) {
        double sum = 0;
        for (size_t i = 0; i < K; i++) {
            double p = dz[s * K + i] + (i == (size_t)label[s]);
            if (!(p >= -large && p <= 1 + large))
                judge_fail("set %zu: your gradient says that class %zu has the "
                           "probability %.9g",
                           s + 1, i, p);
            sum += dz[s * K + i];
        }
        if (!(fabs(sum) <= K * large))
            judge_fail("set %zu: the components of your gradient add up to %.9g; they "
                       "must to 0, since equal shifts of all logits change nothing",
                       s + 1, sum);
    }
}

/* A central difference with h = 2^-16 has an error of h² |f'''| / 6 < 1e-10 from its
 * formula and of some u |f| / h < 1e-10 from rounding. */
static void gradient_is_the_slope(const struct trace *yours)
{
    const double *quotient = judge_values(yours, "difference-quotient", K);
    const double *dz = judge_values(yours, "dz", K);
    for (size_t i = 0; i < K; i++)
        if (!(fabs(dz[i] - quotient[i]) <= 1e-9))
            judge_fail("your dz[%zu] is %.9g, but your cost changes by %.9g per unit of "
                       "z[%zu]",
                       i, dz[i], quotient[i], i);
}

/* The cost of two classes, log(1 + e^(other - z)), falls with slopes between -1 and 0. */
static void sweep_falls(const struct trace *yours)
{
    const double *z = judge_values(yours, "z", SWEEP);
    const double *cost = judge_values(yours, "cost", SWEEP);
    for (size_t i = 0; i < SWEEP; i++) {
        if (!(cost[i] >= -rounding && isfinite(cost[i])))
            judge_fail("z %.9g: your cost is %.9g", z[i], cost[i]);
        if (i > 0 && !(cost[i] <= cost[i - 1] + large &&
                       cost[i] >= cost[i - 1] - (z[i] - z[i - 1]) - large))
            judge_fail("z %.9g: your cost goes from %.9g to %.9g; it falls, and by no "
                       "more than the logit rises",
                       z[i], cost[i - 1], cost[i]);
    }
}

const struct judge_test judge_tests[] = {
    {"log-sum-exp", 2, "lse", rounding, rounding, NULL},
    {"log-sum-exp of logits near ±1000 and beyond", 2, "lse-large", 0, large, NULL},
    {"log-sum-exp of turned, moved, repeated logits", 1, "lse-laws", 0, 0, lse_laws_hold},
    {"log-sum-exp of none, one, many, huge ones, infinities, NaN", 1, "lse-edges",
     rounding, 0, NULL},
    {"the cost", 1, "cost", rounding, rounding, NULL},
    {"the cost of logits near ±1000 and beyond", 1, "cost-large", 0, large, NULL},
    {"the gradient", 2, "gradient", rounding, rounding, gradients_add_up_to_0},
    {"the gradient for logits near ±1000 and beyond", 1, "gradient-large", 0, large,
     gradients_add_up_to_0},
    {"the gradient is the slope of the cost", 1, "differences", 0, 0,
     gradient_is_the_slope},
    {"one class, equal logits, classes ruled out", 1, "edges", rounding, large, NULL},
    {"labels out of range, NaN, infinities", 1, "invalid", rounding, 0, NULL},
    {"one logit from -1000 to 1000", 1, "sweep", 0, large, sweep_falls},
    {NULL, 0, NULL, 0, 0, NULL},
};
