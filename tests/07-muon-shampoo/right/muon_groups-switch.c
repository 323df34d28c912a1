/* With a switch, and the end of the gradient found first. */
#include "optim/finite.h"
#include "optim/muon_groups.h"

void muon_groups_assign(size_t tensors, const struct shaped_tensor *tensor,
                        enum muon_route *route)
{
    for (size_t k = 0; k < tensors; k++) {
        route[k] = ROUTE_ADAMW;
        if (tensor[k].kind != TENSOR_WEIGHT)
            continue;
        if (tensor[k].place == PLACE_INPUT || tensor[k].place == PLACE_OUTPUT)
            continue;
        if (tensor[k].rows * tensor[k].cols > tensor[k].rows &&
            tensor[k].rows * tensor[k].cols > tensor[k].cols)
            route[k] = ROUTE_MUON;
    }
}

real muon_convert_lr(real lr, enum muon_scale from, enum muon_scale to, size_t rows,
                     size_t cols)
{
    return lr / muon_scale(to, rows, cols) * muon_scale(from, rows, cols);
}

enum descent_status muon_groups_step(struct muon_groups *groups, real *theta,
                                     const real *g)
{
    enum descent_status worst = DESCENT_OK, now;
    size_t end = 0;
    for (size_t k = 0; k < groups->tensors; k++)
        end += groups->tensor[k].rows * groups->tensor[k].cols;
    if (!all_finite(end, g))
        return DESCENT_ENAN;
    for (size_t k = groups->tensors; k-- > 0;) {
        end -= groups->tensor[k].rows * groups->tensor[k].cols;
        const bool weight = groups->tensor[k].kind == TENSOR_WEIGHT;
        switch (groups->route[k]) {
        case ROUTE_MUON:
            groups->muon[k].schedule = groups->schedule;
            groups->muon[k].config.lr = groups->muon_lr;
            groups->muon[k].config.decay = weight ? groups->decay : 0;
            now = muon_step(&groups->muon[k], theta + end, g + end);
            worst = now ? now : worst;
            break;
        case ROUTE_ADAMW:
            groups->adamw[k].schedule = groups->schedule;
            groups->adamw[k].config.lr = groups->adamw_lr;
            groups->adamw[k].config.decay = weight ? groups->decay : 0;
            adamw_step(&groups->adamw[k], theta + end, g + end);
            break;
        }
    }
    return worst;
}
