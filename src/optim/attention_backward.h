/** @file attention_backward.h
 *  @brief Causal self-attention, one head: the backward pass (exercise 12.6).
 *  @ingroup ch12 */
#ifndef DESCENT_ATTENTION_BACKWARD_H
#define DESCENT_ATTENTION_BACKWARD_H

#include "optim/attention.h"

/** @addtogroup ch12
 *  @{ */

/** The backward pass of attention_forward(): from dY, the gradient of the cost with
 *  respect to Y, those with respect to Q, K and V. Above the diagonal w is 0 whatever
 *  the inputs are, so nothing comes back from there. Allocates nothing.
 *  @param      shape   as in the forward pass; dQ, dK and dV lie as Q, K and V do, dY as
 *  Y
 *  @param      q       as in the forward pass
 *  @param      k       as in the forward pass
 *  @param      v       as in the forward pass
 *  @param      weight  T × T, what the forward pass made of them
 *  @param      dy      T rows
 *  @param[out] room    T × T numbers, overwritten, for whatever they are good for
 *  @param[out] dq      T rows, of which only the d numbers of the head are overwritten
 *  @param[out] dk      T rows, likewise
 *  @param[out] dv      T rows, likewise
 *  @return DESCENT_OK; or DESCENT_ERANGE if the shape is not as in attention_forward():
 *          then nothing is written. No output overlaps an input or another output. A NaN
 *          or an infinity goes wherever the arithmetic takes it. */
enum descent_status attention_backward(struct attention_shape shape, const real *q,
                                       const real *k, const real *v, const real *weight,
                                       const real *dy, real *room, real *dq, real *dk,
                                       real *dv);

/** @} */

#endif
