/** @file skip.h
 *  @brief A block of a network that adds what it computes to its input.
 *  @ingroup lab */
#ifndef DESCENT_SKIP_H
#define DESCENT_SKIP_H

#include "lab/mlp.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** Y = X + max(X, 0) Wᵀ + 1 bᵀ, as one module.
 *  @param width  units, in and out
 *  @return the block, without its place in θ and its state
 *  @see He, Zhang, Ren and Sun (2016), Identity Mappings in Deep Residual Networks. */
struct module skip_module(size_t width);

/** @param module  any
 *  @return whether it is such a block */
bool is_skip(const struct module *module);

/** @} */

#endif
