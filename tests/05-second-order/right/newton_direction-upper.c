/* newton_direction-upper.c: LAPACK's upper factor, two triangular solves, and the sign at
 * the end. */
#include "optim/lapack.h"
#include "optim/newton_direction.h"
#include <cblas.h>

#include <math.h>
#include <string.h>

static real dot_of_all(size_t n, const real *x)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum = hypot(sum, x[i]);
    return sum;
}

enum descent_status newton_direction(size_t n, const real *h, const real *g, real *factor,
                                     real *d, real *shift)
{
    real none, *tau = shift ? shift : &none;
    const int size = (int)n;
    if (n)
        memset(d, 0, n * sizeof *d);
    *tau = 0;
    if (n == 0)
        return DESCENT_OK;
    const real norm = dot_of_all(n * n, h);
    *tau = NAN;
    for (size_t i = 0; i < n * n; i++)
        if (!isfinite(h[i]) || !isfinite(g[i / n]))
            return DESCENT_ENAN;
    real least = h[0];
    for (size_t i = 0; i < n; i++)
        if (h[i * n + i] < least)
            least = h[i * n + i];
    *tau = norm == 0 ? 1 : least > 0 ? 0 : 0.001 * norm - least;
    for (;;) {
        for (size_t i = 0; i < n * n; i++)
            factor[i] = h[i] + (i / n == i % n ? *tau : 0);
        if (LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, 'U', size, factor, size) == 0)
            break;
        *tau = fmax(2 * *tau, 0.001 * norm);
    }
    memcpy(d, g, n * sizeof *d);
    cblas_dtrsv(CblasColMajor, CblasUpper, CblasTrans, CblasNonUnit, size, factor, size,
                d, 1);
    cblas_dtrsv(CblasColMajor, CblasUpper, CblasNoTrans, CblasNonUnit, size, factor, size,
                d, 1);
    cblas_dscal(size, -1, d, 1);
    return DESCENT_OK;
}
