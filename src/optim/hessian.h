/** @file hessian.h
 *  @brief Second derivatives, as the methods that use them see them.
 *  @ingroup ch05 */
#ifndef DESCENT_HESSIAN_H
#define DESCENT_HESSIAN_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** Writes a symmetric matrix: the Hessian at a point, or what stands in for it.
 *  @param      n        number of parameters
 *  @param      theta    the point, n numbers
 *  @param[out] h        n × n numbers, both triangles
 *  @param      context  what the function needs to know besides */
typedef void hessian_fn(size_t n, const real *theta, real *h, void *context);

/** Multiplies the Hessian at a point by a vector, without forming it.
 *  @param      n        number of parameters
 *  @param      theta    the point, n numbers
 *  @param      v        n numbers
 *  @param[out] hv       n numbers, which overlap neither
 *  @param      context  what the function needs to know besides */
typedef void hessian_vector_fn(size_t n, const real *theta, const real *v, real *hv,
                               void *context);

/** @} */

#endif
