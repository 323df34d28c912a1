/* First all Muons, then all AdamWs, with offsets counted anew. */
#include "optim/muon_groups.h"

#include <math.h>

static bool is_hidden_matrix(const struct shaped_tensor *tensor)
{
    if (tensor->kind != TENSOR_WEIGHT || tensor->place != PLACE_HIDDEN)
        return false;
    return tensor->rows >= 2 && tensor->cols >= 2;
}

void muon_groups_assign(size_t tensors, const struct shaped_tensor *tensor,
                        enum muon_route *route)
{
    while (tensors-- > 0)
        route[tensors] = is_hidden_matrix(&tensor[tensors]) ? ROUTE_MUON : ROUTE_ADAMW;
}

real muon_convert_lr(real lr, enum muon_scale from, enum muon_scale to, size_t rows,
                     size_t cols)
{
    if (from == to)
        return lr;
    const real ratio = muon_scale(from, rows, cols) / muon_scale(to, rows, cols);
    return ratio * lr;
}

static enum descent_status pass(struct muon_groups *groups, enum muon_route which,
                                real *theta, const real *g)
{
    enum descent_status first = DESCENT_OK;
    for (size_t k = 0; k < groups->tensors; k++) {
        const struct shaped_tensor *tensor = &groups->tensor[k];
        const real decay = tensor->kind == TENSOR_WEIGHT ? groups->decay : 0;
        enum descent_status status = DESCENT_OK;
        if (which == ROUTE_MUON && groups->route[k] == which) {
            groups->muon[k].config.lr = groups->muon_lr;
            groups->muon[k].config.decay = decay;
            groups->muon[k].schedule = groups->schedule;
            status = muon_step(&groups->muon[k], theta, g);
        } else if (groups->route[k] == which) {
            groups->adamw[k].config.lr = groups->adamw_lr;
            groups->adamw[k].config.decay = decay;
            groups->adamw[k].schedule = groups->schedule;
            adamw_step(&groups->adamw[k], theta, g);
        }
        if (!first)
            first = status;
        theta += tensor->rows * tensor->cols;
        g += tensor->rows * tensor->cols;
    }
    return first;
}

enum descent_status muon_groups_step(struct muon_groups *groups, real *theta,
                                     const real *g)
{
    const real *at = g;
    for (size_t k = 0; k < groups->tensors; k++)
        for (size_t i = 0; i < groups->tensor[k].rows * groups->tensor[k].cols; i++)
            if (!isfinite(*at++))
                return DESCENT_ENAN;
    enum descent_status status = pass(groups, ROUTE_MUON, theta, g);
    pass(groups, ROUTE_ADAMW, theta, g);
    return status;
}
