/** @file polar.h
 *  @brief The orthogonal factor UVᵀ of a matrix, by its singular value decomposition.
 *  @ingroup ch07
 *
 *  The reference for newton_schulz(). Matrices are row-major without gaps. */
#ifndef DESCENT_POLAR_H
#define DESCENT_POLAR_H

#include "optim/lapack.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch07
 *  @{ */

/** Room for the decomposition of matrices of one shape, and what was found last. With
 *  m = min(rows, cols): */
struct polar {
    size_t rows;       ///< Rows of the matrices.
    size_t cols;       ///< Columns of the matrices.
    real *sigma;       ///< m singular values, the largest first; owned.
    real *u;           ///< rows × m, its columns the left singular vectors; owned.
    real *v;           ///< m × cols, its rows the right singular vectors; owned.
    real *copy;        ///< rows × cols, which LAPACK spoils; owned.
    real *work;        ///< LAPACK's; owned.
    lapack_int length; ///< Numbers in `work`.
    lapack_int *whole; ///< LAPACK's, 8 m integers; owned.
};

/** Takes room for matrices of one shape.
 *  @param[out] polar  overwritten; release it with polar_free()
 *  @param      rows   at least 1
 *  @param      cols   at least 1; rows · cols is at most INT_MAX
 *  @return DESCENT_OK, DESCENT_ERANGE if a size is outside its range, or DESCENT_ENOMEM.
 *          After a failure polar_free() is allowed and does nothing. */
enum descent_status polar_init(struct polar *polar, size_t rows, size_t cols);

/** From G = U diag(σ) Vᵀ computes UVᵀ, the matrix with orthonormal rows or columns that
 *  is closest to G. Singular values of at most max(rows, cols) u σ₁, with the rounding
 *  unit u, count as 0, and their directions are left out: a matrix of zeros returns
 *  zeros. Allocates nothing.
 *  @param[in,out] polar  initialized for the shape of G; then holds σ, U and V
 *  @param         g      G, rows × cols; unchanged
 *  @param[out]    o      the factor, rows × cols, overwritten; may be g itself
 *  @return DESCENT_OK, DESCENT_ENAN if an element of G is not finite, or
 *          DESCENT_ESINGULAR if LAPACK found no decomposition; then o is as it was
 *  @see Golub and Van Loan (2013), Matrix Computations, 4th edition, section 9.4.3. */
enum descent_status polar_factor(struct polar *polar, const real *g, real *o);

/** Releases the room. May be called twice.
 *  @param polar  initialized, or all zero */
void polar_free(struct polar *polar);

/** @} */

#endif
