/* You put every tensor into the group that decays. Biases and normalizations belong
 * into the other one: for them 0 is no sensible place to be pulled to. */
#include "optim/param_groups.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    (void)tensor;
    for (size_t k = 0; k < tensors; k++)
        group_of[k] = 0;
}
