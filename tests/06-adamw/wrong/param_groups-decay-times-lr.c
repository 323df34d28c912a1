/* You multiply the decay by the learning rate. AdamW does that itself where the
 * convention asks for it, so that it happens twice. */
#include "optim/param_groups.h"

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group group = groups->group[groups->group_of[k]];
        struct adamw *adamw = &groups->adamw[k];
        adamw->config.lr = groups->lr * group.lr_scale;
        adamw->config.decay = groups->lr * group.decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta + offset, g + offset);
        offset += groups->tensor[k].count;
    }
}
