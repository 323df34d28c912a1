/* You spare the normalizations only. A bias does not make a function rough either: it
 * belongs into the group without decay. */
#include "optim/param_groups.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    for (size_t k = 0; k < tensors; k++)
        group_of[k] = tensor[k].kind == TENSOR_NORM ? 1 : 0;
}
