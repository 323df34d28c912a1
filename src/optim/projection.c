/* projection.c: nearest points of three convex sets.
 *
 *     box      x_i = min(max(y_i, low), high)
 *     ball     x = y min(1, radius / ‖y‖)
 *     affine   x = y - Aᵀλ,  A Aᵀ λ = A y - b        factor: A Aᵀ = L Lᵀ
 *
 * Invariant: a projection that fails leaves the point as it was. */
#include "optim/projection.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/zeros.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

enum descent_status box_project(size_t n, real *theta, void *box)
{
    const struct box *b = box;
    if (!(b->low <= b->high))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++)
        if (isnan(theta[i]))
            return DESCENT_ENAN;
    for (size_t i = 0; i < n; i++)
        theta[i] = fmin(fmax(theta[i], b->low), b->high);
    return DESCENT_OK;
}

enum descent_status ball_project(size_t n, real *theta, void *ball)
{
    const real radius = ((const struct ball *)ball)->radius;
    const bool finite = all_finite(n, theta);
    if (!(radius >= 0) || !isfinite(radius))
        return DESCENT_ERANGE;
    if (!finite)
        return DESCENT_ENAN;
    // [ball-project]
    const real norm = blas_norm(n, theta);
    if (norm > radius)
        blas_scale(n, radius / norm, theta);
    // [ball-project]
    return DESCENT_OK;
}

/* Factors A Aᵀ, whose diagonal the factor must not shrink to rounding. */
static enum descent_status factorize(struct affine *s)
{
    const lapack_int m = (lapack_int)s->m;
    blas_gram(s->m, s->n, 1, s->a, 0, s->factor);
    for (size_t j = 0; j < s->m; j++)
        s->lambda[j] = s->factor[j * (s->m + 1)];
    if (LAPACK_NAME(potrf_work)(LAPACK_COL_MAJOR, 'L', m, s->factor, m) != 0)
        return DESCENT_ESINGULAR;
    for (size_t j = 0; j < s->m; j++) {
        const real pivot = s->factor[j * (s->m + 1)];
        if (!(pivot * pivot > (real)s->n * REAL_EPSILON * s->lambda[j]))
            return DESCENT_ESINGULAR;
    }
    return DESCENT_OK;
}

enum descent_status affine_init(struct affine *affine, size_t n, size_t m, const real *a,
                                const real *b)
{
    *affine = (struct affine){.n = n, .m = m, .a = a, .b = b};
    if (!all_finite(m * n, a) || !all_finite(m, b))
        return DESCENT_ENAN;
    if (m > n)
        return DESCENT_ESINGULAR;
    affine->factor = zeros(m * m);
    affine->lambda = zeros(m);
    enum descent_status status = DESCENT_ENOMEM;
    if (affine->factor && affine->lambda)
        status = m ? factorize(affine) : DESCENT_OK;
    if (status)
        affine_free(affine);
    return status;
}

enum descent_status affine_project(size_t n, real *theta, void *affine)
{
    const struct affine *s = affine;
    const lapack_int m = (lapack_int)s->m;
    if (!all_finite(n, theta))
        return DESCENT_ENAN;
    if (m == 0)
        return DESCENT_OK;
    // [affine-project]
    blas_apply(s->m, n, s->a, theta, s->lambda);
    blas_add(s->m, -1, s->b, s->lambda);
    LAPACK_NAME(potrs_work)
    (LAPACK_COL_MAJOR, 'L', m, 1, s->factor, m, s->lambda, m);
    for (size_t j = 0; j < s->m; j++)
        blas_add(n, -s->lambda[j], s->a + j * n, theta);
    // [affine-project]
    return DESCENT_OK;
}

void affine_free(struct affine *affine)
{
    free(affine->factor);
    free(affine->lambda);
    affine->factor = affine->lambda = NULL;
}
