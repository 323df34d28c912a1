/* newton_cg_direction-textbook.c: with r = Hd + g, as in the book of Nocedal and Wright,
 * and without BLAS. */
#include "optim/newton_cg_direction.h"

#include <math.h>

enum cg_status newton_cg_direction(size_t n, product_fn *product, void *context,
                                   const real *g, real tolerance, size_t limit,
                                   real *work, real *d, size_t *products)
{
    real *r = work, *p = r + n, *hp = p + n, gg = 0, rr;
    size_t none, *j = products ? products : &none;
    *j = 0;
    for (size_t i = 0; i < n; i++) {
        gg += g[i] * g[i];
        d[i] = 0;
    }
    if (!isfinite(gg) || !(tolerance >= 0) || tolerance >= 1)
        return CG_INVALID;
    const real enough = tolerance * sqrt(gg);
    if (gg == 0)
        return CG_CONVERGED;
    for (size_t i = 0; i < n; i++) {
        r[i] = g[i];
        p[i] = -g[i];
        if (limit == 0)
            d[i] = -g[i];
    }
    rr = gg;
    while (*j < limit) {
        product(n, p, hp, context);
        (*j)++;
        real php = 0, new_rr = 0;
        for (size_t i = 0; i < n; i++)
            php += p[i] * hp[i];
        if (php <= 0 || isnan(php) || isinf(php)) {
            for (size_t i = 0; *j == 1 && i < n; i++)
                d[i] = -g[i];
            return CG_CURVATURE;
        }
        for (size_t i = 0; i < n; i++) {
            d[i] += rr / php * p[i];
            r[i] += rr / php * hp[i];
            new_rr += r[i] * r[i];
        }
        if (sqrt(new_rr) <= enough)
            return CG_CONVERGED;
        for (size_t i = 0; i < n; i++)
            p[i] = -r[i] + new_rr / rr * p[i];
        rr = new_rr;
    }
    return CG_LIMIT;
}
