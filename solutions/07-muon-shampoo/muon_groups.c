/** @exercise 7.3 Who gets Muon
 *  @points 10   @needs 7.1 7.2 6.3
 *
 *  Muon is for matrices that map hidden units to hidden units. What reads the data, what
 *  makes the result, and whatever is no matrix goes to AdamW. Write the function that
 *  chooses, and the step that takes each tensor with its own optimizer and settings:
 *  the learning rate of its method, the schedule, and decay for weights only.
 *
 *  The two conventions for Muon's scale, $k$, need different learning rates. Write the
 *  function that converts one into the other for a matrix of a given shape.
 *
 *  @hint A matrix with one row or one column is a vector. And a gradient with a NaN in
 *        the last tensor must be noticed before the first one moves.
 *  @hint all_finite() on the whole gradient, whose length is the sum of rows *
 *        cols. Then go through the tensors as in exercise 6.4, set lr, decay and
 *        schedule of the muon or the adamw, and call its step at the offset. Keep the
 *        first status that is not 0.
 *  @plot layers t norms
 *  @commentary The last layer and the embedding of a language model stay with AdamW. For
 *  the embedding there is a reason, its input is a single word; for the head only
 *  experiments are given. A learning rate in one convention of the scale is another
 *  number in the other, and the ratio depends on the shape: no single factor converts a
 *  network. */
#include "optim/muon_groups.h"
#include "optim/finite.h"
#include "optim/todo.h"

void muon_groups_assign(size_t tensors, const struct shaped_tensor *tensor,
                        enum muon_route *route)
{
    // BEGIN SOLUTION
    for (size_t k = 0; k < tensors; k++) {
        const struct shaped_tensor *t = &tensor[k];
        const bool hidden = t->kind == TENSOR_WEIGHT && t->place == PLACE_HIDDEN;
        route[k] = hidden && t->rows > 1 && t->cols > 1 ? ROUTE_MUON : ROUTE_ADAMW;
    }
    // END SOLUTION
}

real muon_convert_lr(real lr, enum muon_scale from, enum muon_scale to, size_t rows,
                     size_t cols)
{
    // BEGIN SOLUTION
    return lr * muon_scale(from, rows, cols) / muon_scale(to, rows, cols);
    // END SOLUTION
}

// BEGIN SOLUTION
static enum descent_status step_one(struct muon_groups *groups, size_t k, real *theta,
                                    const real *g)
{
    const real decay = groups->tensor[k].kind == TENSOR_WEIGHT ? groups->decay : 0;
    if (groups->route[k] == ROUTE_MUON) {
        struct muon *muon = &groups->muon[k];
        muon->config.lr = groups->muon_lr;
        muon->config.decay = decay;
        muon->schedule = groups->schedule;
        return muon_step(muon, theta, g);
    }
    struct adamw *adamw = &groups->adamw[k];
    adamw->config.lr = groups->adamw_lr;
    adamw->config.decay = decay;
    adamw->schedule = groups->schedule;
    adamw_step(adamw, theta, g);
    return DESCENT_OK;
}
// END SOLUTION

enum descent_status muon_groups_step(struct muon_groups *groups, real *theta,
                                     const real *g)
{
    // BEGIN SOLUTION
    enum descent_status first = DESCENT_OK;
    size_t offset = 0;
    for (size_t k = 0; k < groups->tensors; k++)
        offset += groups->tensor[k].rows * groups->tensor[k].cols;
    if (!all_finite(offset, g))
        return DESCENT_ENAN;
    offset = 0;
    for (size_t k = 0; k < groups->tensors; k++) {
        enum descent_status status = step_one(groups, k, theta + offset, g + offset);
        first = first ? first : status;
        offset += groups->tensor[k].rows * groups->tensor[k].cols;
    }
    return first;
    // END SOLUTION
}
