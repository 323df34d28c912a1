/* Correct: group by group, and in each from the last tensor to the first. */
#include "optim/param_groups.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    for (size_t k = 0; k < tensors; k++)
        group_of[k] = (size_t)(tensor[k].kind != TENSOR_WEIGHT);
}

static void one_group(struct param_groups *groups, size_t number, real *theta,
                      const real *g, size_t end)
{
    for (size_t k = groups->tensors; k-- > 0;) {
        struct adamw *adamw = &groups->adamw[k];
        end -= groups->tensor[k].count;
        if (groups->group_of[k] != number)
            continue;
        struct adamw_config config = adamw->config;
        config.lr = groups->lr * groups->group[number].lr_scale;
        config.decay = groups->group[number].decay;
        adamw->config = config;
        adamw->schedule = groups->schedule;
        adamw_step(adamw, &theta[end], &g[end]);
    }
}

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    size_t all = 0;
    for (size_t k = 0; k < groups->tensors; k++)
        all += groups->tensor[k].count;
    for (size_t number = 0; number < groups->groups; number++)
        one_group(groups, number, theta, g, all);
}
