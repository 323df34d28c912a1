/* You stop at a tensor without parameters. It is not the end of the table; the tensors
 * behind it want their step. */
#include "optim/param_groups.h"

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group group = groups->group[groups->group_of[k]];
        if (groups->tensor[k].count == 0)
            break;
        struct adamw *adamw = &groups->adamw[k];
        adamw->config.lr = groups->lr * group.lr_scale;
        adamw->config.decay = group.decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta + offset, g + offset);
        offset += groups->tensor[k].count;
    }
}
