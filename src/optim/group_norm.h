/** @file group_norm.h
 *  @brief Group normalization, which is layer and instance normalization, too (exercise
 *         9.9).
 *  @ingroup ch09 */
#ifndef DESCENT_GROUP_NORM_H
#define DESCENT_GROUP_NORM_H

#include "optim/normalize.h"

/** @addtogroup ch09
 *  @{ */

/** Y = gain (X - μ) / √(v + ε) + bias. The channels of a sample are divided into groups
 *  of neighbors, and μ and v are those of a sample's group over all its places; v is
 *  divided by the number of its elements and taken in two passes. Gain and bias are those
 *  of the channel. With one group this is layer normalization, with as many as there are
 *  channels instance normalization.
 *  @param      shape   samples N, channels C and places S, each at least 1
 *  @param      groups  G, at least 1; C is a multiple of it
 *  @param      eps     ε, finite and above 0
 *  @param      x       N × C × S
 *  @param      gain    C gains
 *  @param      bias    C biases
 *  @param[out] mean    N × G numbers, overwritten: μ, for the backward pass
 *  @param[out] scale   N × G numbers, overwritten: 1/√(v + ε)
 *  @param[out] y       N × C × S, overwritten; overlaps no input
 *  @return DESCENT_OK; or DESCENT_ERANGE if a size is 0, C is not a multiple of G, or ε
 *          is outside its range: then nothing is written. A NaN stays in its group.
 *  @see Wu and He (2018), Group Normalization, ECCV, equations 1 to 7. */
enum descent_status group_norm_forward(struct norm_shape shape, size_t groups, real eps,
                                       const real *x, const real *gain, const real *bias,
                                       real *mean, real *scale, real *y);

/** The backward pass.
 *  @param      shape   as in the forward pass
 *  @param      groups  as in the forward pass
 *  @param      x       as in the forward pass
 *  @param      gain    as in the forward pass
 *  @param      mean    N × G numbers of the forward pass
 *  @param      scale   N × G numbers of the forward pass
 *  @param      dy      N × C × S, the gradient with respect to y
 *  @param[out] dx      N × C × S, overwritten; may be dy
 *  @param[out] dgain   C numbers, overwritten: sums over samples and places
 *  @param[out] dbias   C numbers, overwritten: sums over samples and places
 *  @return DESCENT_OK; or DESCENT_ERANGE if a size is 0 or C is not a multiple of G: then
 *          nothing is written */
enum descent_status group_norm_backward(struct norm_shape shape, size_t groups,
                                        const real *x, const real *gain, const real *mean,
                                        const real *scale, const real *dy, real *dx,
                                        real *dgain, real *dbias);

/** @} */

#endif
