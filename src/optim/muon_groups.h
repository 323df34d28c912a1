/** @file muon_groups.h
 *  @brief Muon for hidden matrices, AdamW for the rest (exercise 7.3).
 *  @ingroup ch07 */
#ifndef DESCENT_MUON_GROUPS_H
#define DESCENT_MUON_GROUPS_H

#include "optim/adamw.h"
#include "optim/muon.h"
#include "optim/param_groups.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch07
 *  @{ */

/** Where in the network a tensor stands. */
enum tensor_place {
    PLACE_HIDDEN, ///< Between two layers of hidden units.
    PLACE_INPUT,  ///< It takes in the data: the first layer, an embedding.
    PLACE_OUTPUT, ///< It makes the result: the last layer, a head.
};

/** A tensor in the array of all parameters, as a matrix. The tensors follow each other
 *  without gaps. */
struct shaped_tensor {
    const char *name;        ///< For people; may be NULL. Not owned.
    enum tensor_kind kind;   ///< What it is.
    enum tensor_place place; ///< Where it stands.
    size_t rows;             ///< Units that it leads to. A vector has one row,
    size_t cols;             ///< or one column. A size may be 0: no parameters.
};

/** Which method steps on a tensor. */
enum muon_route {
    ROUTE_MUON,  ///< Muon.
    ROUTE_ADAMW, ///< AdamW.
};

/** An optimizer for each tensor. */
struct muon_groups {
    size_t tensors;                     ///< Number of tensors.
    const struct shaped_tensor *tensor; ///< The tensors; not owned.
    enum muon_route *route; ///< For each tensor its method; owned, not to be changed.
    struct muon *muon;      ///< For each tensor its Muon, all zero if it has none; owned.
    struct adamw *adamw;    ///< For each tensor its AdamW, likewise; owned.
    real muon_lr;           ///< Learning rate of all Muons; may be changed between steps.
    real adamw_lr; ///< Learning rate of all AdamWs; may be changed between steps.
    real decay;    ///< Decay of weights, whichever method steps on them.
    real schedule; ///< Multiplier of the whole step; 1 until the caller sets it.
};

/** Chooses a method for every tensor: ROUTE_MUON for a weight whose place is hidden and
 *  which has more than one row and more than one column; ROUTE_ADAMW for every other.
 *  @param      tensors  number of tensors
 *  @param      tensor   the tensors
 *  @param[out] route    the method of each, `tensors` values */
void muon_groups_assign(size_t tensors, const struct shaped_tensor *tensor,
                        enum muon_route *route);

/** The learning rate with which one convention takes the steps that another takes with
 *  `lr`, decay apart: lr · muon_scale(from) / muon_scale(to).
 *  @param lr    learning rate, at least 0
 *  @param from  the convention it belongs to
 *  @param to    the convention that is wanted
 *  @param rows  rows of the matrix, at least 1
 *  @param cols  columns of the matrix, at least 1
 *  @return the learning rate in the other convention */
real muon_convert_lr(real lr, enum muon_scale from, enum muon_scale to, size_t rows,
                     size_t cols);

/** Prepares an optimizer for each tensor, with the methods of muon_groups_assign().
 *  @param[out] groups   overwritten; release it with muon_groups_free()
 *  @param      tensors  number of tensors, at least 1
 *  @param      tensor   the tensors; must live as long as `groups`
 *  @param      muon     settings of all Muons; its decay is not used
 *  @param      adamw    settings of all AdamWs; `decay` is that of all weights, by
 *                       whichever method
 *  @return DESCENT_OK, DESCENT_ERANGE if muon_check() or adamw_check() objects or there
 *          is no tensor, or DESCENT_ENOMEM. After a failure muon_groups_free() is
 *          allowed and does nothing. */
enum descent_status muon_groups_init(struct muon_groups *groups, size_t tensors,
                                     const struct shaped_tensor *tensor,
                                     struct muon_config muon, struct adamw_config adamw);

/** One step of all tensors, each by its method, with `muon_lr` or `adamw_lr`, with the
 *  multiplier `schedule`, and with `decay` if it is a weight, 0 if it is a bias or a
 *  norm. Allocates nothing.
 *  @param         groups  initialized by muon_groups_init()
 *  @param[in,out] theta   all parameters, tensor after tensor
 *  @param         g       gradient, laid out alike; does not overlap `theta`
 *  @return DESCENT_OK; DESCENT_ENAN if an element of the gradient is not finite, and then
 *          nothing was changed, in no tensor; or the status of the first muon_step() that
 *          failed, after the steps of all others */
enum descent_status muon_groups_step(struct muon_groups *groups, real *theta,
                                     const real *g);

/** Releases tables and optimizers. May be called twice.
 *  @param groups  initialized, or all zero */
void muon_groups_free(struct muon_groups *groups);

/** @} */

#endif
