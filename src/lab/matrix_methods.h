/** @file matrix_methods.h
 *  @brief Methods that step on a matrix, as optimizers of a slice of θ.
 *  @ingroup lab
 *
 *  train() gives each slice of θ an optimizer of its own: a hidden layer's matrix one of
 *  these, the rest one of methods.h.
 *
 *  These methods refuse a gradient that is not finite. An optimizer has no words for
 *  that, so it fills its slice with NaN: nobody trains on without noticing, and train()
 *  returns DESCENT_ENAN. */
#ifndef DESCENT_MATRIX_METHODS_H
#define DESCENT_MATRIX_METHODS_H

#include "lab/optimizer.h"
#include "optim/muon.h"
#include "optim/muon_groups.h"
#include "optim/shampoo.h"

/** @addtogroup lab
 *  @{ */

/** @param muon  initialized; must live as long as the optimizer, which is a view of it
 *  @return steps on rows × cols numbers */
struct optimizer muon_optimizer(struct muon *muon);

/** @param shampoo  initialized; must live as long as the optimizer, a view of it
 *  @return steps on rows × cols numbers */
struct optimizer shampoo_optimizer(struct shampoo *shampoo);

/** @param groups  initialized; must live as long as the optimizer, a view of it
 *  @return steps on all parameters of the groups; its `lr` is that of the Muons */
struct optimizer muon_groups_optimizer(struct muon_groups *groups);

/** @} */

#endif
