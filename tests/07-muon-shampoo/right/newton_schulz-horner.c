/* By Horner's rule, X(a + XᵀX(b + c XᵀX)) on the other side for tall matrices. */
#include "optim/blas.h"
#include "optim/matrix.h"
#include "optim/newton_schulz.h"

#include <string.h>
#include <tgmath.h>

/* X ← (aI + A(bI + cA)) X or X (aI + A(bI + cA)). */
static void step(struct newton_schulz *ns, real *x, real *y)
{
    const size_t rows = ns->rows, cols = ns->cols, m = rows < cols ? rows : cols;
    real *a = ns->gram, *p = ns->poly;
    if (rows > cols)
        blas_product_tn(m, m, rows, x, x, a);
    else
        blas_gram(m, cols, 1, x, 0, a);
    matrix_mirror(m, a);
    memset(p, 0, m * m * sizeof *p);
    for (size_t i = 0; i < m; i++)
        p[i * (m + 1)] = NEWTON_SCHULZ_A;
    blas_add(m * m, NEWTON_SCHULZ_B, a, p);
    blas_gram(m, m, NEWTON_SCHULZ_C, a, 1, p);
    if (rows > cols)
        blas_symmetric_right(rows, cols, p, x, y);
    else
        blas_symmetric_left(rows, cols, p, x, 0, y);
}

enum descent_status newton_schulz(struct newton_schulz *ns, size_t steps, const real *g,
                                  real *o)
{
    const size_t count = ns->rows * ns->cols;
    const real norm = blas_norm(count, g) + NEWTON_SCHULZ_EPS;
    if (!isfinite(norm))
        return DESCENT_ENAN;
    for (size_t i = 0; i < count; i++)
        ns->x[i] = g[i] / norm;
    real *from = ns->x, *to = ns->y;
    for (size_t s = 0; s < steps; s++) {
        step(ns, from, to);
        real *old = from;
        from = to;
        to = old;
    }
    memcpy(o, from, count * sizeof *o);
    return DESCENT_OK;
}
