/** @file minimum_norm.h
 *  @brief Of all least-squares solutions the shortest (exercise 11.4).
 *  @ingroup ch11 */
#ifndef DESCENT_MINIMUM_NORM_H
#define DESCENT_MINIMUM_NORM_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch11
 *  @{ */

/** Minimizes ‖A x - b‖, and of all x that do, returns the one with the smallest ‖x‖: x =
 *  A⁺ b, for a matrix A of any shape and rank. Singular values of A that are at most
 *  `rcond` times the largest one count as 0.
 *  @param      m      rows of A, at least 1
 *  @param      n      columns of A, at least 1; both at most 2^31 - 1
 *  @param      a      A, m × n, row-major; is not changed
 *  @param      b      m numbers; is not changed
 *  @param      rcond  above 0 and below 1
 *  @param[out] x      n numbers; overlaps no input
 *  @param[out] rank   how many singular values do not count as 0; NULL if that is not
 *                     wanted. With rank 0, x is 0.
 *  @return DESCENT_OK; DESCENT_ERANGE if a size or rcond is outside its range; otherwise
 *          DESCENT_ENAN if a number of A or b is not finite; DESCENT_ENOMEM. After a
 *          failure all of x is NaN and the rank 0.
 *  @see Golub and Van Loan (2013), Matrix Computations, section 5.5. */
enum descent_status minimum_norm(size_t m, size_t n, const real *a, const real *b,
                                 real rcond, real *x, size_t *rank);

/** @} */

#endif
