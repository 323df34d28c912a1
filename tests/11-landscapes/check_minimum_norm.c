/* check_minimum_norm.c: what must be true of exercise 11.4.
 *
 * Random factors of 9 × 4 numbers rarely have a condition beyond 1e4; the solution is
 * then right to 1e4 times that of rounding, the square of it for a residual that is not
 * 0: 1e-8. The projections are tested relative to the sizes in them. */
#include "judge/judge.h"

#include <math.h>

static double norm(size_t n, const double *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i] * x[i];
    return sqrt(sum);
}

/* Aᵀ(b - Ax) = 0, which says that x is a least-squares solution. */
static void least_squares(const struct trace *yours, size_t m, size_t n)
{
    const double *a = judge_values(yours, "a", m * n);
    const double *b = judge_values(yours, "b", m);
    const double *x = judge_values(yours, "x", n);
    double residual[16];
    for (size_t i = 0; i < m; i++) {
        residual[i] = b[i];
        for (size_t j = 0; j < n; j++)
            residual[i] -= a[i * n + j] * x[j];
    }
    for (size_t j = 0; j < n; j++) {
        double sum = 0;
        for (size_t i = 0; i < m; i++)
            sum += a[i * n + j] * residual[i];
        if (!(fabs(sum) <=
              1e-9 * norm(m * n, a) * (norm(m, b) + norm(m * n, a) * norm(n, x))))
            judge_fail("your residual is not orthogonal to column %zu of A: their dot "
                       "product is %.3g",
                       j, sum);
    }
}

static void tall(const struct trace *yours)
{
    least_squares(yours, 9, 4);
}

static void wide(const struct trace *yours)
{
    least_squares(yours, 4, 9);
}

static void deficient(const struct trace *yours)
{
    least_squares(yours, 8, 6);
}

static void deficient_wide(const struct trace *yours)
{
    least_squares(yours, 5, 8);
}

const struct judge_test judge_tests[] = {
    {"more equations than unknowns", 2, "tall", 1e-7, 1e-8, tall},
    {"more unknowns than equations", 2, "wide", 1e-7, 1e-8, wide},
    {"columns that depend on each other", 3, "deficient", 1e-6, 1e-7, deficient},
    {"and fewer equations than unknowns", 2, "deficient-wide", 1e-6, 1e-7,
     deficient_wide},
    {"what counts as 0", 2, "cutoff", 1e-6, 0, NULL},
    {"one number, one row, one column, zeros", 1, "edges", 1e-12, 1e-14, NULL},
    {"inputs untouched, no rank asked for", 1, "inputs", 1e-6, 1e-7, NULL},
    {"what is refused", 1, "refused", 0, 1e-9, NULL},
    {"gradient descent from 0", 1, "descent", 1e-6, 1e-6, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
