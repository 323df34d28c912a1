/* The products one by one, without symmetry, and never transposed. */
#include "optim/blas.h"
#include "optim/newton_schulz.h"

#include <string.h>
#include <tgmath.h>

/* Y ← aX + (b G + c G²) X, with G = XXᵀ, element by element, row by row of the smaller
 * side; strides say which side that is. */
struct view {
    size_t m, n, down, right;
};

static real at(const struct view *v, const real *x, size_t i, size_t j)
{
    return x[i * v->down + j * v->right];
}

static void grams(const struct view *v, const real *x, real *gram)
{
    for (size_t i = 0; i < v->m; i++)
        for (size_t j = 0; j < v->m; j++) {
            real sum = 0;
            for (size_t k = v->n; k-- > 0;)
                sum += at(v, x, i, k) * at(v, x, j, k);
            gram[i * v->m + j] = sum;
        }
}

static void step(const struct view *v, const real *x, const real *poly, real *y)
{
    for (size_t i = 0; i < v->m; i++)
        for (size_t j = 0; j < v->n; j++) {
            real sum = NEWTON_SCHULZ_A * at(v, x, i, j);
            for (size_t k = 0; k < v->m; k++)
                sum += poly[i * v->m + k] * at(v, x, k, j);
            y[i * v->down + j * v->right] = sum;
        }
}

enum descent_status newton_schulz(struct newton_schulz *ns, size_t steps, const real *g,
                                  real *o)
{
    const size_t rows = ns->rows, cols = ns->cols, count = rows * cols;
    const struct view v = rows > cols ? (struct view){cols, rows, 1, cols}
                                      : (struct view){rows, cols, cols, 1};
    real largest = 0, sum = 0, *x = ns->x, *y = ns->y;
    for (size_t i = 0; i < count; i++)
        if (!isfinite(g[i]))
            return DESCENT_ENAN;
        else
            largest = fmax(largest, fabs(g[i]));
    for (size_t i = 0; largest > 0 && i < count; i++)
        sum += (g[i] / largest) * (g[i] / largest);
    const real norm = largest * sqrt(sum) + NEWTON_SCHULZ_EPS;
    if (isinf(norm))
        return DESCENT_ENAN;
    for (size_t i = 0; i < count; i++)
        x[i] = g[i] / norm;
    for (size_t s = 0; s < steps; s++) {
        grams(&v, x, ns->gram);
        blas_product(v.m, v.m, v.m, ns->gram, ns->gram, ns->poly);
        for (size_t i = 0; i < v.m * v.m; i++)
            ns->poly[i] = NEWTON_SCHULZ_B * ns->gram[i] + NEWTON_SCHULZ_C * ns->poly[i];
        step(&v, x, ns->poly, y);
        memcpy(x, y, count * sizeof *x);
    }
    memcpy(o, x, count * sizeof *x);
    return DESCENT_OK;
}
