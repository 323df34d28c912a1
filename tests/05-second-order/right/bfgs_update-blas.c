/* bfgs_update-blas.c: two symmetric updates of rank 2 and 1, as BLAS has them. */
#include "optim/bfgs_update.h"
#include "optim/curvature_pairs.h"
#include <cblas.h>

enum descent_status bfgs_update(size_t n, real *h, const real *s, const real *y,
                                real *work)
{
    const int size = (int)n;
    const double ys = curvature(n, s, y);
    if (ys == 0)
        return DESCENT_ERANGE;
    cblas_dsymv(CblasRowMajor, CblasUpper, size, 1, h, size, y, 1, 0, work, 1);
    const double yhy = cblas_ddot(size, y, 1, work, 1);
    cblas_dsyr2(CblasRowMajor, CblasUpper, size, -1 / ys, s, 1, work, 1, h, size);
    cblas_dsyr(CblasRowMajor, CblasUpper, size, (1 + yhy / ys) / ys, s, 1, h, size);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            h[i * n + j] = h[j * n + i];
    return DESCENT_OK;
}
