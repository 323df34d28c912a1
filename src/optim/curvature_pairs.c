/* curvature_pairs.c: the memory of L-BFGS.
 *
 *     s = θ⁺ - θ        y = ∇f(θ⁺) - ∇f(θ)        ρ = 1 / yᵀs
 *
 *     count  pairs that are there, of m at most       next  the row to write
 *
 * Invariant: ρ is finite and above 0 in each row that counts. */
#include "optim/curvature_pairs.h"
#include "optim/blas.h"
#include "optim/zeros.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

real curvature(size_t n, const real *s, const real *y)
{
    const real product = blas_dot(n, s, y);
    const real lengths = sqrt(blas_dot(n, s, s)) * sqrt(blas_dot(n, y, y));
    return product > REAL_EPSILON * lengths && isfinite(1 / product) ? product : 0;
}

enum descent_status curvature_pairs_init(struct curvature_pairs *pairs, size_t n,
                                         size_t m)
{
    *pairs = (struct curvature_pairs){0};
    if (m < 1 || (n > 0 && m > SIZE_MAX / n))
        return DESCENT_ERANGE;
    *pairs = (struct curvature_pairs){.n = n,
                                      .m = m,
                                      .s = zeros(m * n),
                                      .y = zeros(m * n),
                                      .rho = zeros(m),
                                      .alpha = zeros(m)};
    if (pairs->s && pairs->y && pairs->rho && pairs->alpha)
        return DESCENT_OK;
    curvature_pairs_free(pairs);
    return DESCENT_ENOMEM;
}

// [curvature-pairs-push]
bool curvature_pairs_push(struct curvature_pairs *pairs, const real *s, const real *y)
{
    const size_t n = pairs->n, row = pairs->next;
    const real product = curvature(n, s, y);
    if (!(product > 0))
        return false;
    memcpy(pairs->s + row * n, s, n * sizeof *s);
    memcpy(pairs->y + row * n, y, n * sizeof *y);
    pairs->rho[row] = 1 / product;
    pairs->next = (row + 1) % pairs->m;
    pairs->count += pairs->count < pairs->m;
    return true;
}
// [curvature-pairs-push]

void curvature_pairs_clear(struct curvature_pairs *pairs)
{
    pairs->count = pairs->next = 0;
}

void curvature_pairs_free(struct curvature_pairs *pairs)
{
    free(pairs->s);
    free(pairs->y);
    free(pairs->rho);
    free(pairs->alpha);
    *pairs = (struct curvature_pairs){0};
}
