/* polar.c: the orthogonal factor of a matrix, by its singular value decomposition.
 *
 *     G = U diag(σ) Vᵀ,   O = U Vᵀ
 *
 *     g      G   rows × cols              u  U   rows × m        sigma  σ   m numbers
 *     o      O   rows × cols              v  Vᵀ  m × cols        m = min(rows, cols)
 *
 * LAPACK takes columns for rows, so it sees Gᵀ = V diag(σ) Uᵀ: its first factor is our v,
 * its second our u.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/polar.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/zeros.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static size_t rank_of(const struct polar *polar)
{
    return polar->rows < polar->cols ? polar->rows : polar->cols;
}

/* LAPACK's routine; with a length of -1 it only says how long `work` must be. */
static lapack_int decompose(struct polar *polar, real *work, lapack_int length)
{
    const lapack_int rows = (lapack_int)polar->rows, cols = (lapack_int)polar->cols;
    return LAPACK_NAME(gesdd_work)(
        LAPACK_COL_MAJOR, 'S', cols, rows, polar->copy, cols, polar->sigma, polar->v,
        cols, polar->u, (lapack_int)rank_of(polar), work, length, polar->whole);
}

enum descent_status polar_init(struct polar *polar, size_t rows, size_t cols)
{
    *polar = (struct polar){.rows = rows, .cols = cols};
    const size_t m = rank_of(polar);
    real length = 0;
    if (m < 1 || rows > INT_MAX / cols)
        return DESCENT_ERANGE;
    polar->sigma = zeros(m);
    polar->u = zeros(rows * m);
    polar->v = zeros(m * cols);
    polar->copy = zeros(rows * cols);
    polar->whole = malloc(8 * m * sizeof *polar->whole);
    if (polar->sigma && polar->u && polar->v && polar->copy && polar->whole) {
        decompose(polar, &length, -1);
        polar->length = (lapack_int)length;
        polar->work = zeros((size_t)length);
    }
    if (polar->work)
        return DESCENT_OK;
    polar_free(polar);
    return DESCENT_ENOMEM;
}

// [polar-factor]
enum descent_status polar_factor(struct polar *polar, const real *g, real *o)
{
    const size_t rows = polar->rows, cols = polar->cols, m = rank_of(polar);
    if (!all_finite(rows * cols, g))
        return DESCENT_ENAN;
    memcpy(polar->copy, g, rows * cols * sizeof *g);
    if (decompose(polar, polar->work, polar->length))
        return DESCENT_ESINGULAR;
    const real least = (real)(rows + cols - m) * REAL_EPSILON * polar->sigma[0];
    size_t rank = 0;
    while (rank < m && polar->sigma[rank] > least)
        rank++;
    blas_product_part(rows, cols, rank, polar->u, m, polar->v, cols, o);
    return DESCENT_OK;
}
// [polar-factor]

void polar_free(struct polar *polar)
{
    free(polar->sigma);
    free(polar->u);
    free(polar->v);
    free(polar->copy);
    free(polar->work);
    free(polar->whole);
    *polar = (struct polar){.rows = polar->rows, .cols = polar->cols};
}
