/* You give every kind of tensor a group of its own, but there are only two: biases and
 * normalizations share the one without decay. */
#include "optim/param_groups.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    for (size_t k = 0; k < tensors; k++)
        group_of[k] = (size_t)tensor[k].kind;
}
