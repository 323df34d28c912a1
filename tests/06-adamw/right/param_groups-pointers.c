/* Correct: pointers walk along the arrays; the kinds are told apart by a switch. */
#include "optim/param_groups.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    while (tensors-- > 0)
        switch (tensor[tensors].kind) {
        case TENSOR_BIAS:
        case TENSOR_NORM:
            group_of[tensors] = 1;
            break;
        case TENSOR_WEIGHT:
        default:
            group_of[tensors] = 0;
        }
}

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    const struct tensor *tensor = groups->tensor;
    for (size_t k = 0; k < groups->tensors; k++, tensor++) {
        const struct param_group *group = groups->group + groups->group_of[k];
        groups->adamw[k].schedule = groups->schedule;
        groups->adamw[k].config.decay = group->decay;
        groups->adamw[k].config.lr = group->lr_scale * groups->lr;
        adamw_step(groups->adamw + k, theta, g);
        theta += tensor->count;
        g += tensor->count;
    }
}
