/** @file projection.h
 *  @brief Nearest points of boxes, balls and affine sets.
 *  @ingroup ch00 */
#ifndef DESCENT_PROJECTION_H
#define DESCENT_PROJECTION_H

#include "optim/projected_gradient.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** The box of all x with low ≤ x_i ≤ high. */
struct box {
    real low;  ///< Finite or infinite, at most `high`.
    real high; ///< Finite or infinite.
};

/** The ball of all x with ‖x‖ ≤ radius. */
struct ball {
    real radius; ///< Finite, at least 0.
};

/** The affine set of all x with A x = b. */
struct affine {
    size_t n;      ///< Number of unknowns.
    size_t m;      ///< Number of equations.
    const real *a; ///< A, m × n, row by row; the caller's.
    const real *b; ///< b, m numbers; the caller's.
    real *factor;  ///< Cholesky factor of A Aᵀ, m × m; owned.
    real *lambda;  ///< The multipliers of the last projection, m numbers; owned.
};

/** A project_fn. @param n number of parameters @param[in,out] theta n numbers
 *  @param box  a `struct box *`
 *  @return DESCENT_OK; DESCENT_ERANGE unless low ≤ high: there is no point then; or
 *          DESCENT_ENAN if a number is NaN; infinite ones are allowed. After a failure
 *          theta is as it was. */
enum descent_status box_project(size_t n, real *theta, void *box);

/** A project_fn. @param n number of parameters @param[in,out] theta n numbers
 *  @param ball  a `struct ball *`
 *  @return DESCENT_OK, DESCENT_ERANGE if the radius is outside its range, or
 *          DESCENT_ENAN if a number is infinite or NaN. After a failure theta is as it
 *          was. */
enum descent_status ball_project(size_t n, real *theta, void *ball);

/** Prepares projections onto an affine set: factors A Aᵀ.
 *  @param[out] affine  overwritten; release it with affine_free()
 *  @param      n       number of unknowns
 *  @param      m       number of equations; 0 is allowed
 *  @param      a       A, m × n, finite; must outlive the set
 *  @param      b       b, m finite numbers; must outlive the set
 *  @return DESCENT_OK; DESCENT_ENAN if a number is not finite; DESCENT_ESINGULAR if the
 *          rows of A are linearly dependent, exactly or up to rounding, so that there may
 *          be no point; or DESCENT_ENOMEM. After a failure affine_free() does nothing. */
enum descent_status affine_init(struct affine *affine, size_t n, size_t m, const real *a,
                                const real *b);

/** A project_fn: x ← x - Aᵀλ with A Aᵀ λ = A x - b. Allocates nothing.
 *  @param         n       affine->n
 *  @param[in,out] theta   n numbers
 *  @param         affine  a `struct affine *`, initialized; gets λ
 *  @return DESCENT_OK, or DESCENT_ENAN if a number is infinite or NaN; then theta is as
 *          it was */
enum descent_status affine_project(size_t n, real *theta, void *affine);

/** Releases the memory. May be called twice. @param affine initialized, or all zero */
void affine_free(struct affine *affine);

/** @} */

#endif
