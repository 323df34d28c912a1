/* check_nesterov_current.c: what must be true of exercise 2.3.
 *
 * Rounding: a step makes an error of a few u = 1.1e-16 in values of the order of 1 to 10.
 * The walks contract; an error lives for 1 / (1 - β) ≤ 20 steps and is added up over as
 * many, 400 u at most. Positions cross 0, hence the absolute part. In the long run errors
 * live for 1 / (lr h) = 1e5 steps: 1e5 · u · 10. */
#include "judge/judge.h"
#include "nesterov_laws.h"

#include <math.h>

static const double rounding = 1e-12;

/* The two halves of a step of the look-ahead form, told by its parameters x and by the
 * point ahead φ, where the gradient is known here:
 *
 *     x_t = φ_{t-1} - lr f'(φ_{t-1})        φ_t = x_t + β (x_t - x_{t-1}) */
static void nothing_was_lost(const struct trace *yours)
{
    static const char *const names[2][2] = {{"theta-a", "behind-a"},
                                            {"theta-b", "behind-b"}};
    double lr = *judge_values(yours, "lr", 1), beta = *judge_values(yours, "beta", 1);
    const double *h = judge_values(yours, "curvature", N);
    const double *c = judge_values(yours, "minimum", N);
    const double *start = judge_values(yours, "start", N);
    for (size_t f = 0; f < 2; f++) {
        const double *theta = judge_values(yours, names[f][0], T * N);
        const double *behind = judge_values(yours, names[f][1], T * N);
        for (size_t i = 0; i < T * N; i++) {
            size_t k = i % N;
            double from = i < N ? start[k] : theta[i - N];
            double last = i < N ? start[k] : behind[i - N];
            double down = from - lr * h[k] * (from - c[k]);
            double ahead = behind[i] + beta * (behind[i] - last);
            if (!(fabs(behind[i] - down) <= 1e-11))
                judge_fail("form (%c), t %zu: a gradient step from the last theta[%zu] "
                           "leads to %.9g; that is where the look-ahead form stands, but "
                           "your point behind is %.9g",
                           "ab"[f], i / N + 1, k, down, behind[i]);
            if (!(fabs(theta[i] - ahead) <= 1e-11))
                judge_fail("form (%c), t %zu: from your points behind, the point ahead "
                           "is %.9g, but your theta[%zu] is %.9g",
                           "ab"[f], i / N + 1, ahead, k, theta[i]);
        }
    }
}

static void one_and_beta(const struct trace *yours)
{
    static const char *const names[] = {"moved-a", "moved-b"};
    double lr = *judge_values(yours, "lr", 1), beta = *judge_values(yours, "beta", 1);
    const double *g = judge_values(yours, "gradient", N);
    for (size_t f = 0; f < 2; f++)
        for (size_t i = 0; i < N; i++)
            judge_close("the first step over a gradient step",
                        -judge_values(yours, names[f], N)[i] / (lr * g[i]), 1 + beta,
                        rounding);
}

const struct judge_test judge_tests[] = {
    {"form (b) in a valley", 1, "valley", rounding, rounding, NULL},
    {"forms (a) and (b) walk through the same points", 1, "both-forms", rounding,
     rounding, forms_coincide},
    {"theta and the point behind walk like the look-ahead form", 1, "behind", rounding,
     rounding, nothing_was_lost},
    {"the point behind", 1, "behind-alone", rounding, rounding, NULL},
    {"the first step is 1 + β gradient steps long", 1, "first-step", rounding, 0,
     one_and_beta},
    {"a penalty goes with the gradient; two that take turns; g kept", 1, "penalty",
     rounding, rounding, NULL},
    {"as fast as the theory says", 1, "rate", 0, 0, closed_form},
    {"the learning rate falls during the run", 1, "schedule", rounding, rounding, NULL},
    {"huge, tiny, zero and NaN gradients; no momentum; no parameters", 1, "edges",
     rounding, 0, NULL},
    {"20000 steps", 1, "long", 1e-9, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
