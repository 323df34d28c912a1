/* check_natural_gradient.c: what must be true of exercise 5.6.
 *
 * Rounding: F is a mean of 20 samples in 3 dimensions; its condition number is below some
 * 10^3, and a solution by Cholesky has that times a few u: 1e-11. A probability has a
 * relative error of a few u, and with logits near ±900 of 900 u more. */
#include "judge/judge.h"

#include <math.h>

enum { P = 3, K = 5, SETS = 5 };

static const double rounding = 1e-10;

static void coordinates_do_not_matter(const struct trace *yours)
{
    const double *d = judge_values(yours, "d", P);
    const double *moved = judge_values(yours, "d-through-other-coordinates", P);
    for (size_t i = 0; i < P; i++)
        if (!(fabs(moved[i] - d[i]) <= 1e-7 * (1 + fabs(d[i]))))
            judge_fail("d[%zu] is %.9g, but %.9g when the same model is written with "
                       "other features: without damping that must not matter",
                       i, d[i], moved[i]);
}

/* Row i of F d is π_i (d_i - πᵀd). */
static void solves(const struct trace *yours)
{
    const double *z = judge_values(yours, "z", SETS * K);
    const double *g = judge_values(yours, "g", SETS * K);
    const double *d = judge_values(yours, "d", SETS * K);
    for (size_t k = 0; k < SETS; k++, z += K, g += K, d += K) {
        double total = 0, mean_g = 0, mean_d = 0, along = 0, top = z[0], size = 0;
        for (size_t i = 0; i < K; i++)
            top = fmax(top, z[i]);
        for (size_t i = 0; i < K; i++) {
            total += exp(z[i] - top);
            mean_g += g[i] / K;
            mean_d += d[i] / K;
            size += fabs(d[i]);
        }
        for (size_t i = 0; i < K; i++)
            along += exp(z[i] - top) / total * d[i];
        if (!(fabs(mean_d) <= 1e-12 * size))
            judge_fail("set %zu: the mean of your d is %.6g; it must be 0", k + 1,
                       mean_d);
        for (size_t i = 0; i < K; i++) {
            const double row = exp(z[i] - top) / total * (d[i] - along);
            if (!(fabs(row + g[i] - mean_g) <= 1e-8 * (1 + size * exp(z[i] - top))))
                judge_fail("set %zu: row %zu of F d is %.9g, but -(g - its mean) there "
                           "is %.9g",
                           k + 1, i + 1, row, mean_g - g[i]);
        }
    }
}

const struct judge_test judge_tests[] = {
    {"logistic regression, damped and not", 3, "logistic", rounding, rounding, NULL},
    {"predictions that are nearly sure", 2, "confident", 1e-9, 0, NULL},
    {"other coordinates", 1, "invariance", 0, 0, coordinates_do_not_matter},
    {"eight half steps", 1, "path", 1e-9, 1e-9, NULL},
    {"the logits of a categorical distribution", 3, "categorical", rounding, rounding,
     solves},
    {"logits near ±900", 1, "shifted", 1e-9, 0, solves},
    {"bad samples, and a feature that is always 0", 2, "bad", rounding, 0, NULL},
    {"bad logits, one category and none", 1, "bad-logits", rounding, rounding, NULL},
    {"20,000 samples and logits, 70 features; inputs untouched, nothing allocated", 1,
     "contract", 1e-9, 1e-9, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
