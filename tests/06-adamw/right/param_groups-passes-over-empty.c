/* Correct: a tensor without parameters has nothing to step, and its optimizer is left
 * alone; both arrays are walked instead of counted into. */
#include "optim/param_groups.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    for (size_t k = 0; k < tensors; k++)
        group_of[k] = tensor[k].kind != TENSOR_WEIGHT;
}

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group *group = groups->group + groups->group_of[k];
        struct adamw *adamw = groups->adamw + k;
        if (groups->tensor[k].count == 0)
            continue;
        adamw->schedule = groups->schedule;
        adamw->config.decay = group->decay;
        adamw->config.lr = group->lr_scale * groups->lr;
        adamw_step(adamw, theta, g);
        theta += groups->tensor[k].count;
        g += groups->tensor[k].count;
    }
}
