/* check_nesterov.c: what must be true of exercise 2.2.
 *
 * Rounding: a step makes an error of a few u = 1.1e-16 in values of the order of 1 to 10.
 * The walks contract; an error lives for 1 / (1 - β) ≤ 20 steps and is added up over as
 * many, 400 u at most. Positions cross 0, hence the absolute part. In the long run errors
 * live for 1 / (lr h) = 1e5 steps: 1e5 · u · 10. */
#include "judge/judge.h"
#include "nesterov_laws.h"

#include <math.h>

static const double rounding = 1e-12;

/* Whatever the function is, v alone carries θ to where the gradient is asked: β times as
 * far as the last step went. */
static void asked_ahead(const struct trace *yours)
{
    double beta = *judge_values(yours, "beta", 1);
    const double *start = judge_values(yours, "start", N);
    static const char *const names[2][2] = {{"theta-a", "asked-a"},
                                            {"theta-b", "asked-b"}};
    for (size_t f = 0; f < 2; f++) {
        const double *theta = judge_values(yours, names[f][0], T * N);
        const double *asked = judge_values(yours, names[f][1], T * N);
        for (size_t i = 2 * N; i < T * N; i++) {
            double last = theta[i - N] - theta[i - 2 * N];
            double ahead = theta[i - N] + beta * last;
            if (!(fabs(asked[i] - ahead) <= 1e-11))
                judge_fail(
                    "form (%c), t %zu: theta[%zu] is %.9g after a step of %.9g, so the "
                    "gradient is wanted at %.9g; you asked for it at %.9g",
                    "ab"[f], i / N + 1, i % N, theta[i - N], last, ahead, asked[i]);
        }
        for (size_t i = 0; i < N; i++)
            judge_close("the point where you first asked for the gradient", asked[i],
                        start[i], rounding);
    }
}

/* θ' = ahead - f'(ahead) / h is the minimum of f = h/2 (θ - c)² from everywhere. */
static void lands(const struct trace *yours)
{
    static const char *const names[] = {"theta-a", "theta-b"};
    double minimum = *judge_values(yours, "minimum", 1);
    for (size_t f = 0; f < 2; f++)
        judge_close(f ? "form (b), learning rate 1/h: the point after the step"
                      : "form (a), learning rate 1/h: the point after the step",
                    *judge_values(yours, names[f], 1), minimum, rounding);
}

const struct judge_test judge_tests[] = {
    {"form (b) in a valley", 1, "valley", rounding, rounding, NULL},
    {"the gradient is asked for at the point ahead", 1, "both-forms", rounding, rounding,
     asked_ahead},
    {"forms (a) and (b) walk through the same points", 1, "both-forms", 0, 0,
     forms_coincide},
    {"one call a step, for the gradient", 1, "calls", rounding, 0, NULL},
    {"a learning rate of 1/h ends in the minimum", 1, "landing", 0, 0, lands},
    {"as fast as the theory says", 1, "rate", 0, 0, closed_form},
    {"the learning rate falls during the run", 1, "schedule", rounding, rounding, NULL},
    {"huge, tiny, zero and NaN gradients; no momentum; no parameters", 1, "edges",
     rounding, 0, NULL},
    {"20000 steps", 1, "long", 1e-9, 0, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
