/* T to the p by p products, M divided by the trace and not by the norm, and M kept
 * symmetric. */
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/inverse_root.h"
#include "optim/matrix.h"

#include <string.h>

static real error_of(size_t n, const real *m)
{
    real worst = 0;
    for (size_t i = 0; i < n * n; i++) {
        const real error = fabs(m[i] - (i % (n + 1) == 0 ? 1 : 0));
        if (!(error < INFINITY))
            return error;
        worst = error > worst ? error : worst;
    }
    return worst;
}

static real start(size_t n, real ridge, const real *a, real *m)
{
    real trace = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i; j < n; j++) {
            m[i * n + j] = m[j * n + i] = a[i * n + j] + (i == j ? ridge : 0);
            trace += i == j ? fabs(m[i * n + j]) : 0;
        }
    return isfinite(blas_norm(n * n, m)) ? trace : (real)NAN;
}

enum descent_status inverse_root_newton(struct inverse_root *root, size_t p, real ridge,
                                        const real *a, real *x)
{
    const size_t n = root->n, size = n * n * sizeof *x;
    real *m = root->square[0], *t = root->square[1], *y = root->square[2];
    real *next = root->square[3];
    if (p == 0 || p > INVERSE_ROOT_MAX || !is_nonnegative(ridge))
        return DESCENT_ERANGE;
    const real trace = start(n, ridge, a, m);
    if (!isfinite(trace))
        return DESCENT_ENAN;
    if (trace == 0)
        return DESCENT_ESINGULAR;
    const real z = (real)(1 + p) / (2 * trace);
    memset(y, 0, size);
    for (size_t i = 0; i < n; i++)
        y[i * (n + 1)] = pow(z, 1 / (real)p);
    blas_scale(n * n, z, m);
    for (int k = 0; k < INVERSE_ROOT_ITERATIONS && error_of(n, m) > 1e-13 * (real)n;
         k++) {
        for (size_t i = 0; i < n * n; i++)
            t[i] = -m[i] / (real)p;
        for (size_t i = 0; i < n; i++)
            t[i * (n + 1)] += (real)(p + 1) / (real)p;
        blas_product(n, n, n, t, y, next);
        memcpy(y, next, size);
        for (size_t i = 0; i < p; i++) {
            blas_product(n, n, n, m, t, next);
            memcpy(m, next, size);
        }
        matrix_mirror(n, m);
    }
    if (!(error_of(n, m) <= 1e-13 * (real)n))
        return DESCENT_ESINGULAR;
    memcpy(x, y, size);
    return DESCENT_OK;
}
