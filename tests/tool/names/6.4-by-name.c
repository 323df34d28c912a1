/* Assigns by the name: 'bias' or 'norm' in it, NULL not expected. */
#include "optim/param_groups.h"
#include "optim/todo.h"

#include <string.h>

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    for (size_t k = 0; k < tensors; k++)
        group_of[k] =
            strstr(tensor[k].name, "bias") || strstr(tensor[k].name, "norm") ? 1 : 0;
}

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct param_group *group = &groups->group[groups->group_of[k]];
        struct adamw *adamw = &groups->adamw[k];
        adamw->config.lr = groups->lr * group->lr_scale;
        adamw->config.decay = group->decay;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, theta, g);
        theta += groups->tensor[k].count;
        g += groups->tensor[k].count;
    }
}
