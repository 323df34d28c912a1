/* You spare the biases only. The gain of a normalization ought to stay near 1, and
 * decay would pull it to 0: it belongs into the group without. */
#include "optim/param_groups.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    for (size_t k = 0; k < tensors; k++)
        group_of[k] = tensor[k].kind == TENSOR_BIAS ? 1 : 0;
}
