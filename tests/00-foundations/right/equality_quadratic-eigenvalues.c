/* equality_quadratic-eigenvalues.c: one symmetric eigendecomposition of K answers
 * everything. */
#include "optim/equality_quadratic.h"
#include "optim/lapack.h"

#include <math.h>
#include <stdlib.h>

static enum equality_status solve(size_t size, size_t m, real *k, real *w, real *y,
                                  const real *right)
{
    real largest = 0, smallest = INFINITY;
    size_t negative = 0;
    for (size_t i = 0; i < size * size; i++)
        if (!isfinite(k[i]))
            return EQUALITY_INVALID;
    for (size_t i = 0; i < size; i++)
        if (!isfinite(right[i]))
            return EQUALITY_INVALID;
    if (LAPACKE_dsyev(LAPACK_ROW_MAJOR, 'V', 'U', (int)size, k, (int)size, w))
        return EQUALITY_NO_MEMORY;
    for (size_t i = 0; i < size; i++) {
        largest = fmax(largest, fabs(w[i]));
        smallest = fmin(smallest, fabs(w[i]));
        negative += w[i] < 0;
    }
    if (size && smallest <= largest * DBL_EPSILON * (double)size)
        return EQUALITY_SINGULAR;
    if (negative != m)
        return EQUALITY_NO_MINIMUM;
    for (size_t i = 0; i < size; i++) {
        real along = 0;
        for (size_t j = 0; j < size; j++)
            along += k[j * size + i] * right[j];
        for (size_t j = 0; j < size; j++)
            y[j] += k[j * size + i] * along / w[i];
    }
    return EQUALITY_OK;
}

enum equality_status equality_quadratic(size_t n, size_t m, const real *h, const real *c,
                                        const real *a, const real *b, real *x,
                                        real *lambda)
{
    const size_t size = n + m;
    real *k = calloc(size * size + 3 * size + 1, sizeof *k);
    if (!k)
        return EQUALITY_NO_MEMORY;
    real *right = k + size * size, *w = right + size, *y = w + size;
    for (size_t i = 0; i < size; i++) {
        right[i] = i < n ? -c[i] : b[i - n];
        for (size_t j = 0; j < size; j++)
            k[i * size + j] = i < n && j < n ? h[i * n + j]
                              : i < n        ? a[(j - n) * n + i]
                              : j < n        ? a[(i - n) * n + j]
                                             : 0;
    }
    const enum equality_status status = solve(size, m, k, w, y, right);
    for (size_t i = 0; i < n; i++)
        x[i] = status ? NAN : y[i];
    for (size_t j = 0; j < m; j++)
        lambda[j] = status ? NAN : y[n + j];
    free(k);
    return status;
}
