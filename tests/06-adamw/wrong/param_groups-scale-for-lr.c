/* You take the scale of the group for its learning rate. It is a factor: the learning
 * rate itself is that of all groups, which the caller may change between steps. */
#include "optim/param_groups.h"

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group group = groups->group[groups->group_of[k]];
        struct adamw *adamw = &groups->adamw[k];
        adamw->config.lr = group.lr_scale;
        adamw->config.decay = group.decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta + offset, g + offset);
        offset += groups->tensor[k].count;
    }
}
