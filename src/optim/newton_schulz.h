/** @file newton_schulz.h
 *  @brief Newton–Schulz: an orthogonal factor by products alone (exercise 7.1).
 *  @ingroup ch07
 *
 *  Matrices are row-major without gaps. */
#ifndef DESCENT_NEWTON_SCHULZ_H
#define DESCENT_NEWTON_SCHULZ_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch07
 *  @{ */

#define NEWTON_SCHULZ_A ((real)3.4445)  ///< Coefficient of X.
#define NEWTON_SCHULZ_B ((real)-4.7750) ///< Coefficient of XXᵀX.
#define NEWTON_SCHULZ_C ((real)2.0315)  ///< Coefficient of (XXᵀ)²X.
#define NEWTON_SCHULZ_EPS ((real)1e-7)  ///< Added to the norm that is divided by.

/** Room to work in, for matrices of one shape. With m = min(rows, cols) and
 *  n = max(rows, cols): */
struct newton_schulz {
    size_t rows; ///< Rows of the matrices.
    size_t cols; ///< Columns of the matrices.
    real *x;     ///< m × n, the iterate; owned.
    real *y;     ///< m × n, the next iterate; owned.
    real *gram;  ///< m × m, XXᵀ; owned.
    real *poly;  ///< m × m, bXXᵀ + c(XXᵀ)²; owned.
};

/** Takes room for matrices of one shape.
 *  @param[out] ns    overwritten; release it with newton_schulz_free()
 *  @param      rows  at least 1
 *  @param      cols  at least 1; rows · cols is at most INT_MAX
 *  @return DESCENT_OK, DESCENT_ERANGE if a size is outside its range, or DESCENT_ENOMEM.
 *          After a failure newton_schulz_free() is allowed and does nothing. */
enum descent_status newton_schulz_init(struct newton_schulz *ns, size_t rows,
                                       size_t cols);

/** Replaces every singular value σ of G by one near 1. From X = G / (‖G‖ + ε), with the
 *  Frobenius norm and ε = #NEWTON_SCHULZ_EPS, it takes `steps` times
 *
 *      X ← aX + bXXᵀX + c(XXᵀ)²X
 *
 *  with a, b and c as defined above. The singular vectors stay what they are. With 5
 *  steps, singular values from 0.003 ‖G‖ on end between 0.68 and 1.21; smaller ones are
 *  multiplied by up to a⁵ = 485, and 0 stays 0. A matrix of zeros returns zeros, and one
 *  of a norm far below ε returns one near zero. When rows > cols the iteration runs on
 *  the transpose, which has the smaller product XXᵀ. Allocates nothing.
 *  @param[in,out] ns     initialized for the shape of G; what it holds does not matter
 *  @param         steps  any number; 0 returns G / (‖G‖ + ε)
 *  @param         g      G, rows × cols; unchanged
 *  @param[out]    o      the result, rows × cols, overwritten; does not overlap G
 *  @return DESCENT_OK, or DESCENT_ENAN if an element of G or the norm of G is not finite;
 *          then o is as it was
 *  @see Bernstein and Newhouse (2024), Old Optimizer, New Norm; Jordan et al. (2024),
 *       Muon, for the coefficients. */
enum descent_status newton_schulz(struct newton_schulz *ns, size_t steps, const real *g,
                                  real *o);

/** Releases the room. May be called twice.
 *  @param ns  initialized, or all zero */
void newton_schulz_free(struct newton_schulz *ns);

/** @} */

#endif
