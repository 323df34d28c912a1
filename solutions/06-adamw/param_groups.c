/** @exercise 6.4 Parameter groups
 *  @points 10   @needs 6.3
 *
 *  Decay pulls toward 0, and 0 is a sensible place for a weight: the layer then ignores
 *  its input. It is not for the gain of a normalization, which ought to be near 1, nor
 *  does a bias make a function rough. So training code puts its tensors into groups, and
 *  gives each group settings of its own: a factor on the learning rate, and a decay.
 *
 *  All parameters lie in one array, tensor after tensor. Write the function that assigns
 *  a group to each tensor, and the step that takes each tensor with its own AdamW and
 *  with the settings of its group.
 *
 *  @hint How far into the array does tensor $k$ begin? You do not need a table for it if
 *        you go through the tensors in order.
 *  @hint For each tensor: find its group through group_of; set lr and decay in the config
 *        of its AdamW and schedule in its state; call adamw_step with theta + offset and
 *        g + offset; advance the offset by the tensor's count.
 *  @plot layers t norms
 *  @commentary The settings are copied into the optimizers at each step, so that a new
 *  learning rate, schedule or group takes effect at once. PyTorch's groups work the same
 *  way, and the usual rule there, *no decay on tensors with fewer than two dimensions*,
 *  gives the same groups as the kinds do here. */
#include "optim/param_groups.h"
#include "optim/todo.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    // BEGIN SOLUTION
    for (size_t k = 0; k < tensors; k++)
        group_of[k] = tensor[k].kind == TENSOR_WEIGHT ? 0 : 1;
    // END SOLUTION
}

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    // BEGIN SOLUTION
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group group = groups->group[groups->group_of[k]];
        struct adamw *adamw = &groups->adamw[k];
        adamw->config.lr = groups->lr * group.lr_scale;
        adamw->config.decay = group.decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta + offset, g + offset);
        offset += groups->tensor[k].count;
    }
    // END SOLUTION
}
