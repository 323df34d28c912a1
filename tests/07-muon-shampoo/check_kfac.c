/* check_kfac.c: what must be true of exercise 7.6.
 *
 * Rounding: factors of 10 to 40 samples in at most 4 dimensions have a condition of 1000
 * or less when averaged; solving loses that many u = 1.1e-16, a few times over. A single
 * batch without damping can be worse by a hundred. */
#include "judge/judge.h"

#include <math.h>

enum { IN = 4, OUT = 3, N = IN * OUT, BATCH = 10, T = 8 };

static const double rounding = 1e-10;

/* C = (1/N or N) ZᵀZ, and its trace. */
static double factor(const double *z, size_t n, double scale, double *c)
{
    double trace = 0;
    for (size_t i = 0; i < n * n; i++) {
        c[i] = 0;
        for (size_t r = 0; r < BATCH; r++)
            c[i] += scale * z[r * n + i / n] * z[r * n + i % n];
        trace += i % (n + 1) == 0 ? c[i] : 0;
    }
    return trace;
}

/* (S + γI)(W₀ - W)/η (A + αI) = G. */
static void times_the_factors_is_the_gradient(const struct trace *yours)
{
    const double *start = judge_values(yours, "start", N);
    const double *w = judge_values(yours, "w-after-one-step", N);
    const double *g = judge_values(yours, "g", N);
    const double root = sqrt(*judge_values(yours, "damping", 1));
    const double lr = *judge_values(yours, "lr", 1);
    double a[IN * IN], s[OUT * OUT];
    double inputs = factor(judge_values(yours, "x", BATCH * IN), IN, 1.0 / BATCH, a);
    double outputs = factor(judge_values(yours, "dy", BATCH * OUT), OUT, BATCH, s);
    double pi = sqrt(inputs / IN / (outputs / OUT));
    for (size_t i = 0; i < OUT; i++)
        for (size_t j = 0; j < IN; j++) {
            double sum = 0;
            for (size_t k = 0; k < OUT; k++)
                for (size_t l = 0; l < IN; l++)
                    sum += (s[i * OUT + k] + (i == k) * root / pi) *
                           (start[k * IN + l] - w[k * IN + l]) / lr *
                           (a[l * IN + j] + (l == j) * root * pi);
            if (!(fabs(sum - g[i * IN + j]) <= 1e-9))
                judge_fail("the damped factors times your step, over lr, must be the "
                           "gradient: in row %zu, column %zu they make %.9g, but it is "
                           "%.9g",
                           i, j, sum, g[i * IN + j]);
        }
}

static void units_do_not_matter(const struct trace *yours)
{
    const double *w = judge_values(yours, "w", T * N);
    const double *other = judge_values(yours, "w-in-other-units", T * N);
    for (size_t i = 0; i < T * N; i++)
        if (!(fabs(w[i] - other[i]) <= 1e-7 * (1 + fabs(w[i]))))
            judge_fail("step %zu: W has %.9g; with inputs in another unit, converted "
                       "back, it has %.9g: without damping the natural gradient must not "
                       "depend on the unit",
                       i / N + 1, w[i], other[i]);
}

const struct judge_test judge_tests[] = {
    {"a layer that learns", 1, "layer", 1e-9, 1e-9, NULL},
    {"the two factors", 4, "factors", 1e-12, 1e-13, NULL},
    {"steps, with more damping and with less", 3, "steps", 1e-8, 1e-8, NULL},
    {"the factors times the step is the gradient", 2, "first-step", rounding, rounding,
     times_the_factors_is_the_gradient},
    {"inputs in another unit", 1, "units", 1e-7, 1e-7, units_do_not_matter},
    {"out of order, not finite, not definite", 2, "refused", rounding, rounding, NULL},
    {"no inputs, no gradients, one weight", 1, "edges", rounding, rounding, NULL},
    {"two in turn, nothing allocated, 130 × 140 weights", 1, "contract", rounding,
     rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
