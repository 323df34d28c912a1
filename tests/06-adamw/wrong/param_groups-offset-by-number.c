/* You go on by the number of the tensor. How far a tensor reaches into the array is its
 * count of parameters. */
#include "optim/param_groups.h"

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group group = groups->group[groups->group_of[k]];
        struct adamw *adamw = &groups->adamw[k];
        adamw->config.lr = groups->lr * group.lr_scale;
        adamw->config.decay = group.decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta + offset, g + offset);
        offset += k;
    }
}
