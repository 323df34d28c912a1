/** @file attention.h
 *  @brief Causal self-attention, one head: the forward pass (exercise 12.5).
 *  @ingroup ch12 */
#ifndef DESCENT_ATTENTION_H
#define DESCENT_ATTENTION_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch12
 *  @{ */

/** The shape of a head. Heads share matrices: a head has some columns of them, so from
 *  one of its rows to the next it may be further than the head is wide. */
struct attention_shape {
    size_t places; ///< T, length of the sequence, at least 1.
    size_t width;  ///< d, numbers of the head in a row, at least 1.
    size_t in;     ///< From a row of Q, K or V to the next, at least d.
    size_t out;    ///< From a row of Y to the next, at least d.
};

/** Causal attention: place t looks at the places 0 … t and takes the mean of their
 * values,
 *
 *      w_tj = exp(q_t·k_j / √d) / Σ_{i ≤ t} exp(q_t·k_i / √d) for j ≤ t, else 0,
 *      y_t = Σ_{j ≤ t} w_tj v_j.
 *
 *  What comes later has no influence: if q, k or v of a place is NaN or infinite, the
 *  rows of w and y before that place are what they would be without it. Right for scores
 *  of any size: nothing overflows that is finite in the end. Allocates nothing.
 *  @param      shape   see there
 *  @param      q       queries, T rows
 *  @param      k       keys, T rows
 *  @param      v       values, T rows
 *  @param[out] weight  T × T, overwritten: w, without gaps
 *  @param[out] y       T rows, of which only the d numbers of the head are overwritten;
 *                      overlaps nothing else
 *  @return DESCENT_OK; or DESCENT_ERANGE if the shape is not as said there: then nothing
 *          is written
 *  @see Vaswani et al. (2017), Attention Is All You Need, NIPS, equation 1. */
enum descent_status attention_forward(struct attention_shape shape, const real *q,
                                      const real *k, const real *v, real *weight,
                                      real *y);

/** @} */

#endif
