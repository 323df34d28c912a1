/** @file curvature_pairs.h
 *  @brief The last steps and changes of the gradient, which L-BFGS remembers.
 *  @ingroup ch05 */
#ifndef DESCENT_CURVATURE_PAIRS_H
#define DESCENT_CURVATURE_PAIRS_H

#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** The last m curvature pairs: s = the step, y = the change of the gradient over it. */
struct curvature_pairs {
    size_t n;     ///< Number of parameters.
    size_t m;     ///< Most pairs that are kept, at least 1.
    size_t count; ///< Pairs that are there, at most m.
    size_t next;  ///< Where the next pair goes, below m. The pair of age k, 1 for the
                  ///< newest, stands in row (next + m - k) mod m.
    real *s;      ///< m × n numbers, a pair a row; owned.
    real *y;      ///< m × n numbers; owned.
    real *rho;    ///< ρ = 1 / yᵀs of each row, m numbers; owned.
    real *alpha;  ///< Room for a direction's first loop, m numbers; owned.
};

/** yᵀs, if a quasi-Newton method can learn from the pair: the matrix stays positive
 *  definite only for yᵀs > 0, and a tiny one makes it huge.
 *  @param n  number of parameters
 *  @param s  n numbers
 *  @param y  n numbers
 *  @return yᵀs if it is above ε ‖y‖ ‖s‖ with the ε of #REAL_EPSILON, and its inverse is
 *          finite; otherwise 0, as for pairs with infinities or NaN */
real curvature(size_t n, const real *s, const real *y);

/** Prepares an empty memory.
 *  @param[out] pairs  overwritten; release it with curvature_pairs_free()
 *  @param      n      number of parameters; 0 is allowed
 *  @param      m      pairs to keep, at least 1
 *  @return DESCENT_OK, DESCENT_ERANGE if m is 0 or m n is too large for a size_t, or
 *          DESCENT_ENOMEM. After a failure curvature_pairs_free() does nothing. */
enum descent_status curvature_pairs_init(struct curvature_pairs *pairs, size_t n,
                                         size_t m);

/** Adds a pair; the oldest goes if m are there. Allocates nothing.
 *  @param pairs  initialized
 *  @param s      the step, n numbers
 *  @param y      the change of the gradient, n numbers
 *  @return whether it was taken: not if curvature() is 0; then nothing changes */
bool curvature_pairs_push(struct curvature_pairs *pairs, const real *s, const real *y);

/** Forgets all pairs. @param pairs initialized */
void curvature_pairs_clear(struct curvature_pairs *pairs);

/** Releases the memory. May be called twice. @param pairs initialized, or all zero */
void curvature_pairs_free(struct curvature_pairs *pairs);

/** @} */

#endif
