/** @file param_groups.h
 *  @brief AdamW with parameter groups (exercise 6.4).
 *  @ingroup ch06 */
#ifndef DESCENT_PARAM_GROUPS_H
#define DESCENT_PARAM_GROUPS_H

#include "optim/adamw.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch06
 *  @{ */

/** What a tensor of parameters is. */
enum tensor_kind {
    TENSOR_WEIGHT, ///< Matrix of a linear layer, kernel of a convolution, embedding.
    TENSOR_BIAS,   ///< Added to the output of a layer.
    TENSOR_NORM,   ///< Gain or shift of a normalization.
};

/** A tensor in the array of all parameters. The tensors follow each other without
 *  gaps. */
struct tensor {
    const char *name;      ///< For people; may be NULL. Not owned.
    enum tensor_kind kind; ///< What it is.
    size_t count;          ///< Number of parameters.
};

/** What the members of a group have in common. */
struct param_group {
    real lr_scale; ///< Multiplies the learning rate, finite and at least 0.
    real decay;    ///< Takes the place of the decay, finite and at least 0.
};

/** An optimizer for each tensor, set by the tensor's group. */
struct param_groups {
    size_t tensors;                  ///< Number of tensors.
    const struct tensor *tensor;     ///< The tensors; not owned.
    size_t *group_of;                ///< For each tensor the number of its group; owned.
    size_t groups;                   ///< Number of groups.
    const struct param_group *group; ///< The groups; not owned.
    struct adamw *adamw;             ///< For each tensor its optimizer; owned.
    real lr;       ///< Learning rate before any scale; may be changed between steps.
    real schedule; ///< Multiplier of the whole step; 1 until the caller sets it.
};

/** Puts every tensor into a group: weights into group 0, which decays, biases and norms
 *  into group 1, which does not.
 *  @param      tensors   number of tensors
 *  @param      tensor    the tensors
 *  @param[out] group_of  the group of each, `tensors` numbers */
void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of);

/** Prepares an AdamW for each tensor, with param_groups_assign() for the table
 *  `group_of`. The table may be changed by the caller at any time.
 *  @param[out] groups   overwritten; release it with param_groups_free()
 *  @param      tensors  number of tensors, at least 1
 *  @param      tensor   the tensors; must live as long as `groups`
 *  @param      group    two groups; must live as long as `groups`
 *  @param      config   settings of all; its decay is not used
 *  @return DESCENT_OK, DESCENT_ERANGE if adamw_check() objects to the settings of a group
 *          or there is no tensor, or DESCENT_ENOMEM. After a failure param_groups_free()
 *          is allowed and does nothing. */
enum descent_status param_groups_init(struct param_groups *groups, size_t tensors,
                                      const struct tensor *tensor,
                                      const struct param_group group[2],
                                      struct adamw_config config);

/** One step of all tensors: each with the learning rate `lr` times the `lr_scale` of its
 *  group, with the `decay` of its group, and with the multiplier `schedule`. Allocates
 *  nothing. A NaN in the gradient does what it does in adamw_step().
 *  @param         groups  initialized by param_groups_init()
 *  @param[in,out] theta   all parameters, tensor after tensor
 *  @param         g       gradient, laid out alike; does not overlap `theta` */
void param_groups_step(struct param_groups *groups, real *theta, const real *g);

/** Releases tables and optimizers. May be called twice.
 *  @param groups  initialized, or all zero */
void param_groups_free(struct param_groups *groups);

/** @} */

#endif
