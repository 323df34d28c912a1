/* newton_cg_direction-scaled.c: for the gradient's direction, whose length is 1; d is
 * stretched at the end. */
#include "optim/newton_cg_direction.h"
#include <cblas.h>

#include <math.h>
#include <string.h>

enum cg_status newton_cg_direction(size_t n, product_fn *product, void *context,
                                   const real *g, real tolerance, size_t limit,
                                   real *work, real *d, size_t *products)
{
    const int size = (int)n;
    double *r = work, *p = r + n, *hp = p + n, rr = 1;
    const double length = cblas_dnrm2(size, g, 1);
    enum cg_status status = CG_LIMIT;
    size_t taken = 0;
    if (products)
        *products = 0;
    if (n)
        memset(d, 0, n * sizeof *d);
    if (!isfinite(length) || !(tolerance >= 0 && tolerance < 1))
        return CG_INVALID;
    if (length == 0)
        return CG_CONVERGED;
    for (size_t i = 0; i < n; i++)
        p[i] = r[i] = -g[i] / length;
    if (limit == 0)
        memcpy(d, p, n * sizeof *d);
    while (taken < limit && status == CG_LIMIT) {
        product(n, p, hp, context);
        const double php = cblas_ddot(size, p, 1, hp, 1);
        if (!(php > 0) || isinf(php)) {
            if (taken == 0)
                memcpy(d, p, n * sizeof *d);
            status = CG_CURVATURE;
        } else {
            cblas_daxpy(size, rr / php, p, 1, d, 1);
            cblas_daxpy(size, -rr / php, hp, 1, r, 1);
            const double now = cblas_ddot(size, r, 1, r, 1);
            if (now <= tolerance * tolerance)
                status = CG_CONVERGED;
            cblas_dscal(size, now / rr, p, 1);
            cblas_daxpy(size, 1, r, 1, p, 1);
            rr = now;
        }
        taken++;
    }
    cblas_dscal(size, length, d, 1);
    if (products)
        *products = taken;
    return status;
}
