/* muon_groups.c: the state of a network's Muons and AdamWs; how tensors are assigned to
 * them, and their step, is exercise 7.3.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/muon_groups.h"

#include <stdlib.h>

static enum descent_status prepare(struct muon_groups *groups, size_t k,
                                   struct muon_config muon, struct adamw_config adamw)
{
    const struct shaped_tensor *tensor = &groups->tensor[k];
    if (groups->route[k] == ROUTE_MUON)
        return muon_init(&groups->muon[k], tensor->rows, tensor->cols, muon);
    return adamw_init(&groups->adamw[k], tensor->rows * tensor->cols, adamw);
}

enum descent_status muon_groups_init(struct muon_groups *groups, size_t tensors,
                                     const struct shaped_tensor *tensor,
                                     struct muon_config muon, struct adamw_config adamw)
{
    *groups = (struct muon_groups){.tensor = tensor,
                                   .muon_lr = muon.lr,
                                   .adamw_lr = adamw.lr,
                                   .decay = adamw.decay,
                                   .schedule = 1};
    if (tensors == 0 || muon_check(&muon) || adamw_check(&adamw))
        return DESCENT_ERANGE;
    groups->route = calloc(tensors, sizeof *groups->route);
    groups->muon = calloc(tensors, sizeof *groups->muon);
    groups->adamw = calloc(tensors, sizeof *groups->adamw);
    enum descent_status status =
        groups->route && groups->muon && groups->adamw ? DESCENT_OK : DESCENT_ENOMEM;
    if (!status)
        muon_groups_assign(tensors, tensor, groups->route);
    for (; status == DESCENT_OK && groups->tensors < tensors; groups->tensors++)
        status = prepare(groups, groups->tensors, muon, adamw);
    if (status)
        muon_groups_free(groups);
    return status;
}

void muon_groups_free(struct muon_groups *groups)
{
    for (size_t k = 0; k < groups->tensors; k++) {
        muon_free(&groups->muon[k]);
        adamw_free(&groups->adamw[k]);
    }
    free(groups->route);
    free(groups->muon);
    free(groups->adamw);
    groups->route = NULL;
    groups->muon = NULL;
    groups->adamw = NULL;
    groups->tensors = 0;
}
