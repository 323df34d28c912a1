/* bfgs_update-two-factors.c: first H V, then Vᵀ times that, each in place. */
#include "optim/bfgs_update.h"
#include "optim/curvature_pairs.h"

enum descent_status bfgs_update(size_t n, real *h, const real *s, const real *y,
                                real *work)
{
    const real product = curvature(n, s, y);
    if (product <= 0)
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++) { /* H - (H y) sᵀ / yᵀs, row by row */
        real hy = 0;
        for (size_t j = 0; j < n; j++)
            hy += h[i * n + j] * y[j];
        for (size_t j = 0; j < n; j++)
            h[i * n + j] -= hy * s[j] / product;
    }
    for (size_t j = 0; j < n; j++) {
        work[j] = 0;
        for (size_t i = 0; i < n; i++)
            work[j] += y[i] * h[i * n + j];
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++)
            h[i * n + j] += s[i] * ((s[j] - work[j]) / product);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            h[j * n + i] = h[i * n + j];
    return DESCENT_OK;
}
