/** @file equality_quadratic.h
 *  @brief A quadratic with linear equality constraints, by its KKT system (exercise 0.4).
 *  @ingroup ch00 */
#ifndef DESCENT_EQUALITY_QUADRATIC_H
#define DESCENT_EQUALITY_QUADRATIC_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** How a problem was solved, or why not. */
enum equality_status {
    EQUALITY_OK,         ///< There is one minimum, and it was found.
    EQUALITY_INVALID,    ///< A number is infinite or NaN.
    EQUALITY_SINGULAR,   ///< The KKT matrix is singular: the rows of A are dependent, so
                         ///< that no point or too many multipliers meet them, or the
                         ///< quadratic has no curvature along a direction that A allows.
    EQUALITY_NO_MINIMUM, ///< The one stationary point is no minimum.
    EQUALITY_NO_MEMORY,  ///< Memory ran out.
};

/** Minimizes ½ xᵀHx + cᵀx among all x with Ax = b, by one linear system:
 *
 *      ⎡ H  Aᵀ ⎤ ⎡ x ⎤   ⎡ -c ⎤
 *      ⎣ A  0  ⎦ ⎣ λ ⎦ = ⎣  b ⎦
 *
 *  The Lagrangian is f(x) + λᵀ(Ax - b), so that the minimum falls by λ_j for each unit
 *  that b_j grows. There is one minimum exactly if this matrix has n positive and m
 *  negative eigenvalues and none that is 0. It counts as singular if its reciprocal
 *  condition number in the 1-norm, as LAPACK estimates it, is at most (n + m) ε with ε =
 *  #REAL_EPSILON. Singular comes before no minimum.
 *  @param      n       number of unknowns; 0 is allowed
 *  @param      m       number of constraints; 0 is allowed
 *  @param      h       H, n × n and symmetric, both triangles
 *  @param      c       c, n numbers
 *  @param      a       A, m × n, row by row
 *  @param      b       b, m numbers
 *  @param[out] x       the minimum, n numbers; NaN unless EQUALITY_OK is returned
 *  @param[out] lambda  the multipliers λ, m numbers; NaN unless EQUALITY_OK is returned
 *  @return how it ended. Memory that is needed is asked for and freed in the call.
 *  @see Nocedal and Wright (2006), Numerical Optimization, sections 16.1 and 16.2; Gould
 *       (1985), Mathematical Programming 32(1), for the signs of the eigenvalues. */
enum equality_status equality_quadratic(size_t n, size_t m, const real *h, const real *c,
                                        const real *a, const real *b, real *x,
                                        real *lambda);

/** @} */

#endif
