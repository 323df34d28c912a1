/** @file bfgs_update.h
 *  @brief The BFGS update of an inverse Hessian (exercise 5.2).
 *  @ingroup ch05 */
#ifndef DESCENT_BFGS_UPDATE_H
#define DESCENT_BFGS_UPDATE_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** H ← Vᵀ H V + s sᵀ / (yᵀs) with V = I - y sᵀ / (yᵀs), in a few n² operations. The new
 *  matrix is symmetric to the last bit, and takes y to s: the secant equation. Allocates
 *  nothing.
 *  @param         n     number of parameters; 0 is allowed
 *  @param[in,out] h     H, n × n, symmetric and positive definite
 *  @param         s     the step, n numbers
 *  @param         y     the change of the gradient over it, n numbers
 *  @param         work  room for n numbers
 *  @return DESCENT_OK, or DESCENT_ERANGE if curvature() of the pair is 0, as for yᵀs ≤ 0,
 *          infinities and NaN; then H keeps every bit.
 *  @see Nocedal and Wright (2006), equation 6.17. */
enum descent_status bfgs_update(size_t n, real *h, const real *s, const real *y,
                                real *work);

/** @} */

#endif
