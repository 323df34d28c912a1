/* check_l2_momentum.c: what must be true of exercise 6.2.
 *
 * The header allows the pull 1e-12, relative, and what is left 1e-9, absolute. The pull
 * is a quotient of two differences that expm1 and 1 - β give to a few u = 1.1e-16. For
 * what is left, b errs by u, and near a double root that splits the roots by √u = 1e-8;
 * but S_t is a smooth function of b, whose derivative is of the order of t³ ρ^t. */
#include "judge/judge.h"

#include <math.h>

enum { T = 120, N = 20, FAR = 8, FAINT = 10, LONG = 4 };

static const double close = 1e-12, within = 1e-9;

/* The sum of the powers, one after the other. */
static void sum_of_powers(const struct trace *yours)
{
    double lr = *judge_values(yours, "lr", 1), l2 = *judge_values(yours, "l2", 1);
    double beta = *judge_values(yours, "beta", 1), power = lr * l2, sum = 0;
    const double *pull = judge_values(yours, "pull", N);
    for (size_t i = 0; i < N; i++) {
        if (!(fabs(pull[i] - sum) <= close * sum))
            judge_fail("after %zu steps the terms add up to %.9g, but you say %.9g", i,
                       sum, pull[i]);
        sum += power;
        power *= beta;
    }
    judge_close("the pull in the end, times 1 - beta,",
                *judge_values(yours, "pull-in-the-end", 1) * (1 - beta), lr * l2, close);
}

static void as_walked(const struct trace *yours)
{
    const double *walked = judge_values(yours, "walked", T);
    const double *left = judge_values(yours, "left", T);
    for (size_t t = 0; t < T; t++)
        if (!(fabs(left[t] - walked[t]) <= within))
            judge_fail("after %zu steps the heavy ball has %.9g left, and you say %.9g",
                       t, walked[t], left[t]);
}

/* With x = ηλ/(1 - β) = 2e-5 at most, the larger root is 1 - x + O(10 x²): the logarithm
 * of what is left is -x t but for 1e-3 of it, and for what momentum holds back in the
 * beginning, x β/(1 - β). */
static void ten_times_the_penalty(const struct trace *yours)
{
    double lr = *judge_values(yours, "lr", 1), l2 = *judge_values(yours, "l2", 1);
    double beta = *judge_values(yours, "beta", 1), x = lr * l2 / (1 - beta);
    const double *steps = judge_values(yours, "steps", FAR);
    const double *left = judge_values(yours, "left", FAR);
    for (size_t i = 3; i < 6; i++) {
        double expected = x * (steps[i] - beta / (1 - beta));
        judge_close("what the penalty has taken, as a logarithm,", -log(left[i]),
                    expected, 2e-3);
    }
    judge_close("what is left after 1e15 steps, plus 1,", 1 + left[FAR - 1], 1, within);
}

/* With ηλ < 2e-12 and 1 - β ≥ 0.1 the logarithm of what is left is -x t, 1.5 at most, but
 * for a share ηλ / (1 - β)² < 2e-10 of it and what momentum holds back, x β/(1 - β). */
static void faint_and_long(const struct trace *yours)
{
    const double *beta = judge_values(yours, "beta-with-a-tiny-l2", FAINT);
    const double *l2 = judge_values(yours, "tiny-l2", FAINT);
    const double *steps = judge_values(yours, "steps-with-a-tiny-l2", FAINT);
    const double *left = judge_values(yours, "left-at-lr-1", FAINT);
    const double *walked = judge_values(yours, "walked-by-the-swing", LONG);
    const double *swing = judge_values(yours, "left-of-a-long-swing", LONG);
    ten_times_the_penalty(yours);
    for (size_t i = 2; i < FAINT; i++) {
        double expected = exp(-l2[i] / (1 - beta[i]) * steps[i]);
        if (!(fabs(left[i] - expected) <= within))
            judge_fail("beta %.6g, l2 %.6g: after %.9g steps %.9g is left, but you say "
                       "%.9g",
                       beta[i], l2[i], steps[i], expected, left[i]);
    }
    for (size_t i = 0; i < LONG; i++)
        if (!(fabs(swing[i] - walked[i]) <= within))
            judge_fail("the heavy ball has %.9g left after a long swing, and you say "
                       "%.9g",
                       walked[i], swing[i]);
}

const struct judge_test judge_tests[] = {
    {"the pull of one penalty", 3, "pull", close, 0, sum_of_powers},
    {"the pull of one penalty when β is close to 1", 1, "persistent", close, 0, NULL},
    {"what is left when it swings", 2, "left", 0, within, as_walked},
    {"what is left when it creeps", 2, "creep", 0, within, as_walked},
    {"what is left when the roots coincide", 1, "critical", 0, within, as_walked},
    {"what is left when the roots nearly coincide", 1, "nearly-critical", 0, within,
     NULL},
    {"what is left after very many steps", 2, "far", 0, within, faint_and_long},
    {"no steps, no momentum, no learning rate, all at once", 2, "edges", close, within,
     NULL},
    {"arguments out of range are refused", 1, "invalid", close, within, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
