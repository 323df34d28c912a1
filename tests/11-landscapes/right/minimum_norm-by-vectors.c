/* minimum_norm-by-vectors.c: the sum over singular vectors, as the formula has it. */
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/minimum_norm.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static enum descent_status fail(size_t n, real *x, size_t *rank, enum descent_status why)
{
    for (size_t j = 0; j < n; j++)
        x[j] = NAN;
    if (rank)
        *rank = 0;
    return why;
}

enum descent_status minimum_norm(size_t m, size_t n, const real *a, const real *b,
                                 real rcond, real *x, size_t *rank)
{
    const size_t k = m < n ? m : n;
    if (k == 0 || rcond <= 0 || rcond >= 1 || rcond != rcond)
        return fail(n, x, rank, DESCENT_ERANGE);
    if (!all_finite(m * n, a) || !all_finite(m, b))
        return fail(n, x, rank, DESCENT_ENAN);
    real *copy = malloc((m * n + m * k + k * n + k) * sizeof *copy);
    if (!copy)
        return fail(n, x, rank, DESCENT_ENOMEM);
    real *u = copy + m * n, *vt = u + m * k, *sigma = vt + k * n;
    size_t found = 0;
    memcpy(copy, a, m * n * sizeof *a);
    LAPACK_NAME(gesdd)
    (LAPACK_ROW_MAJOR, 'S', (lapack_int)m, (lapack_int)n, copy, (lapack_int)n, sigma, u,
     (lapack_int)k, vt, (lapack_int)n);
    for (size_t j = 0; j < n; j++)
        x[j] = 0;
    for (; found < k && sigma[found] > rcond * sigma[0]; found++) {
        real part = 0;
        for (size_t i = 0; i < m; i++)
            part += u[i * k + found] * b[i];
        for (size_t j = 0; j < n; j++)
            x[j] += part / sigma[found] * vt[found * n + j];
    }
    if (rank)
        *rank = found;
    free(copy);
    return DESCENT_OK;
}
