/* You look at the kind of the tensor to find its group. That is only how the table is
 * filled in the beginning; the caller may change it, and what counts is group_of. */
#include "optim/param_groups.h"

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group group =
            groups->group[groups->tensor[k].kind == TENSOR_WEIGHT ? 0 : 1];
        struct adamw *adamw = &groups->adamw[k];
        adamw->config.lr = groups->lr * group.lr_scale;
        adamw->config.decay = group.decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta + offset, g + offset);
        offset += groups->tensor[k].count;
    }
}
