/** @file module_state.h
 *  @brief The modules of a network that have a state: normalization, dropout, and blocks
 *         with a skip connection.
 *  @ingroup lab */
#ifndef DESCENT_MODULE_STATE_H
#define DESCENT_MODULE_STATE_H

#include "lab/mlp.h"
#include "lab/rng.h"
#include "optim/batch_norm.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** What such a module knows besides its parameters. */
struct module_state {
    bool training; ///< Set before each forward pass: whether it is in training.

    struct batch_norm bn; ///< Batch normalization; else all zero.
    size_t groups;        ///< Of group normalization; 0 if it is not one.
    real *mean;           ///< batch × groups numbers of the last forward pass; owned.
    real *scale;          ///< And as many; owned.

    real dropout;   ///< Probability that a unit is dropped.
    struct rng rng; ///< Draws what is dropped.
    real *u;        ///< batch × units uniform numbers; owned.
    bool *kept;     ///< batch × units flags of the last forward pass; owned.

    real *inside; ///< batch × units numbers, what a block with a skip connection has
                  ///< behind its ReLU; owned.
};

/** @param width  units
 *  @return a normalization of so many units, without its place in θ and its state */
struct module norm_module(size_t width);

/** @param width  units
 *  @return dropout of so many units, without its state */
struct module dropout_module(size_t width);

/** @param module  any
 *  @return whether it is a normalization */
bool is_norm(const struct module *module);

/** Prepares the state of a module, if it is of a kind that has one.
 *  @param[in,out] module  gets its state; release it with module_state_free()
 *  @param         batch   most samples at a time
 *  @param         config  of the network
 *  @param         place   which module it is; every dropout draws numbers of its own
 *  @return DESCENT_OK, DESCENT_ERANGE if a group count does not divide the units or is 0,
 *          or DESCENT_ENOMEM. After a failure module_state_free() is allowed. */
enum descent_status module_state_init(struct module *module, size_t batch,
                                      const struct mlp_config *config, size_t place);

/** Releases the state. May be called twice.
 *  @param module  any */
void module_state_free(struct module *module);

/** @} */

#endif
