/* check_equality_quadratic.c: what must be true of exercise 0.4.
 *
 * A solved system has a relative error of about (n + m) κ u. The matrices have condition
 * numbers below some 10^4: 1e-10 with room. */
#include "judge/judge.h"

#include <math.h>

enum { N = 5, M = 2, SETS = 4, PATH = 9 };

static const double rounding = 1e-9;

/* A x = b and H x + c + Aᵀλ = 0. */
static void meets_the_equations(const struct trace *yours)
{
    const double *h = judge_values(yours, "H", SETS * N * N);
    const double *c = judge_values(yours, "c", SETS * N);
    const double *a = judge_values(yours, "A", SETS * M * N);
    const double *b = judge_values(yours, "b", SETS * M);
    const double *x = judge_values(yours, "x", SETS * N);
    const double *lambda = judge_values(yours, "lambda", SETS * M);
    for (size_t k = 0; k < SETS;
         k++, h += N * N, c += N, a += M * N, b += M, x += N, lambda += M) {
        for (size_t j = 0; j < M; j++) {
            double sum = -b[j];
            for (size_t i = 0; i < N; i++)
                sum += a[j * N + i] * x[i];
            if (!(fabs(sum) <= 1e-9))
                judge_fail("problem %zu: your x misses constraint %zu by %.3g", k + 1,
                           j + 1, sum);
        }
        for (size_t i = 0; i < N; i++) {
            double sum = c[i];
            for (size_t j = 0; j < N; j++)
                sum += h[i * N + j] * x[j];
            for (size_t j = 0; j < M; j++)
                sum += lambda[j] * a[j * N + i];
            if (!(fabs(sum) <= 1e-8))
                judge_fail(
                    "problem %zu: component %zu of Hx + c + Aᵀλ is %.3g; it must be 0",
                    k + 1, i + 1, sum);
        }
    }
}

/* The minimum is a quadratic in b, so its central difference is its slope: -λ. */
static void is_the_price(const struct trace *yours)
{
    const double *b = judge_values(yours, "b", PATH);
    const double *price = judge_values(yours, "price", PATH);
    const double *least = judge_values(yours, "minimum", PATH);
    for (size_t k = 1; k + 1 < PATH; k++) {
        const double slope = (least[k + 1] - least[k - 1]) / (b[k + 1] - b[k - 1]);
        if (!(fabs(slope + price[k]) <= 1e-8 * (1 + fabs(slope))))
            judge_fail("as b grows, your minimum changes by %.9g a unit; minus your "
                       "multiplier is %.9g",
                       slope, -price[k]);
    }
}

const struct judge_test judge_tests[] = {
    {"a positive definite H", 2, "definite", rounding, rounding, meets_the_equations},
    {"an H that is positive definite where it counts", 2, "indefinite", rounding,
     rounding, meets_the_equations},
    {"the multiplier is the price of the constraint", 2, "path", rounding, rounding,
     is_the_price},
    {"no constraints, as many as unknowns, nothing; units", 2, "shapes", rounding,
     rounding, NULL},
    {"dependent, infeasible, too many, flat", 2, "singular", 1e-9, 0, NULL},
    {"maxima and saddles", 3, "saddles", rounding, rounding, NULL},
    {"NaN and infinities", 1, "bad", 1e-9, 0, NULL},
    {"120 unknowns, 30 constraints; inputs untouched", 1, "contract", 1e-8, 1e-8, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
