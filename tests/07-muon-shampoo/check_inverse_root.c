/* check_inverse_root.c: what must be true of exercise 7.4.
 *
 * Rounding: the iteration's root has a relative error of about the condition times
 * u = 1.1e-16. The conditions are 1e6 (the whole numbers, the diagonal) and 1000 or less
 * elsewhere; another way to the root may have some hundred times as much. */
#include "judge/judge.h"

#include <math.h>
#include <string.h>

enum { N = 5, AREA = N * N };

static void has_whole_numbers(const struct trace *yours)
{
    static const double whole[9] = {1, 1, 1, 1, 2, -3, 1, -3, 18};
    const double *x = judge_values(yours, "inverse-square-root", 9);
    double unit = *judge_values(yours, "unit", 1);
    for (size_t i = 0; i < 9; i++)
        if (!(fabs(x[i] * sqrt(unit) - whole[i]) <= 1e-7))
            judge_fail(
                "number %zu of the inverse square root, times the root of the unit, "
                "is %.9g, but must be %g",
                i, x[i] * sqrt(unit), whole[i]);
}

static void multiply(const double *a, const double *b, double *c)
{
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            c[i * N + j] = 0;
            for (size_t k = 0; k < N; k++)
                c[i * N + j] += a[i * N + k] * b[k * N + j];
        }
}

/* XᵖA = I, to 1000 times the rounding of the product. */
static void residual(const struct trace *yours, const char *name, int p)
{
    const double *x = judge_values(yours, name, AREA);
    double product[AREA], next[AREA];
    memcpy(product, judge_values(yours, "a", AREA), sizeof product);
    for (int k = 0; k < p; k++) {
        multiply(x, product, next);
        memcpy(product, next, sizeof next);
    }
    for (size_t i = 0; i < AREA; i++)
        if (!(fabs(product[i] - (i % (N + 1) == 0)) <= 1e-8))
            judge_fail("p = %d: the p-th power of your X times A must be I, but has %.9g "
                       "in row %zu, column %zu",
                       p, product[i], i / N, i % N);
}

static void powers_give_the_inverse(const struct trace *yours)
{
    residual(yours, "p-1", 1);
    residual(yours, "p-2", 2);
    residual(yours, "p-3", 3);
    residual(yours, "p-4", 4);
    residual(yours, "p-7", 7);
    residual(yours, "p-8", 8);
}

const struct judge_test judge_tests[] = {
    {"a diagonal, seven powers of ten", 2, "diagonal", 1e-8, 1e-8, NULL},
    {"a root of whole numbers", 2, "exact", 1e-7, 1e-7, has_whole_numbers},
    {"any p: powers of the root give the inverse", 3, "powers", 1e-9, 1e-9,
     powers_give_the_inverse},
    {"the ridge is under the root", 2, "ridge", 1e-10, 1e-10, NULL},
    {"any size of the matrix", 1, "units", 1e-10, 0, NULL},
    {"matrices without such a root", 2, "singular", 1e-10, 1e-10, NULL},
    {"arguments out of range, NaN and infinities", 1, "refused", 1e-10, 1e-10, NULL},
    {"one number, and 130 × 130", 1, "sizes", 1e-10, 1e-10, NULL},
    {"two in turn, nothing allocated, A unchanged", 1, "contract", 1e-10, 1e-10, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
