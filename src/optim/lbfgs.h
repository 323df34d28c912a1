/** @file lbfgs.h
 *  @brief L-BFGS as a method of the minimizer.
 *  @ingroup ch05 */
#ifndef DESCENT_LBFGS_H
#define DESCENT_LBFGS_H

#include "optim/curvature_pairs.h"
#include "optim/minimizer.h"

/** @addtogroup ch05
 *  @{ */

/** L-BFGS: the direction is lbfgs_direction(), and every step is pushed as a pair unless
 *  its yᵀs is too small. Before the first pair the direction is -g, unscaled.
 *  @param pairs  initialized by curvature_pairs_init(); must outlive the direction
 *  @return for minimizer_init() */
struct direction lbfgs_method(struct curvature_pairs *pairs);

/** @} */

#endif
