/* You multiply the learning rate of all groups by the scale and keep the product, so
 * that the next tensor starts from it. Each starts from the same one. */
#include "optim/param_groups.h"

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group group = groups->group[groups->group_of[k]];
        struct adamw *adamw = &groups->adamw[k];
        groups->lr *= group.lr_scale;
        adamw->config.lr = groups->lr;
        adamw->config.decay = group.decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta + offset, g + offset);
        offset += groups->tensor[k].count;
    }
}
