/* param_groups.c: the hyper-parameters and the state of parameter groups;
 * its step is exercise 6.4.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/param_groups.h"

#include <stdlib.h>

/* Whether AdamW can be run with the settings of each group. */
static int groups_are_valid(const struct param_group group[2], struct adamw_config config)
{
    const real lr = config.lr;
    for (int i = 0; i < 2; i++) {
        config.decay = group[i].decay;
        config.lr =
            group[i].lr_scale; /* alone first: a negative one could hide in lr < 0 */
        if (adamw_check(&config))
            return 0;
        config.lr *= lr;
        if (adamw_check(&config))
            return 0;
    }
    return 1;
}

enum descent_status param_groups_init(struct param_groups *groups, size_t tensors,
                                      const struct tensor *tensor,
                                      const struct param_group group[2],
                                      struct adamw_config config)
{
    *groups = (struct param_groups){
        .tensor = tensor, .groups = 2, .group = group, .lr = config.lr, .schedule = 1};
    if (tensors == 0 || !groups_are_valid(group, config))
        return DESCENT_ERANGE;
    groups->group_of = calloc(tensors, sizeof *groups->group_of);
    groups->adamw = calloc(tensors, sizeof *groups->adamw);
    enum descent_status status =
        groups->group_of && groups->adamw ? DESCENT_OK : DESCENT_ENOMEM;
    for (; status == DESCENT_OK && groups->tensors < tensors; groups->tensors++)
        status = adamw_init(&groups->adamw[groups->tensors],
                            tensor[groups->tensors].count, config);
    if (status)
        param_groups_free(groups);
    else
        param_groups_assign(tensors, tensor, groups->group_of);
    return status;
}

void param_groups_free(struct param_groups *groups)
{
    for (size_t k = 0; k < groups->tensors; k++)
        adamw_free(&groups->adamw[k]);
    free(groups->adamw);
    free(groups->group_of);
    groups->adamw = NULL;
    groups->group_of = NULL;
    groups->tensors = 0;
}
