/** @exercise 7.3 Who gets Muon
 *  @points 10   @needs 7.1 7.2 6.3
 *
 *  Muon is for matrices that map hidden units to hidden units. What reads the data, what
 *  makes the result, and whatever is no matrix goes to AdamW. Write the function that
 *  chooses, and the step that takes each tensor with its own optimizer and settings: the
 *  learning rate of its method, the schedule, and decay for weights only.
 *
 *  The two conventions for Muon's scale, k, need different learning rates. Write the
 *  function that converts one into the other for a matrix of a given shape.
 *
 *  Try it:  build/descent grade 7.3
 *  A hint:  build/descent hint 7.3
 */
#include "optim/muon_groups.h"
#include "optim/finite.h"
#include "optim/todo.h"

void muon_groups_assign(size_t tensors, const struct shaped_tensor *tensor,
                        enum muon_route *route)
{
    // TODO 7.3
    todo("7.3");
}

real muon_convert_lr(real lr, enum muon_scale from, enum muon_scale to, size_t rows,
                     size_t cols)
{
    // TODO 7.3
    todo("7.3");
}

enum descent_status muon_groups_step(struct muon_groups *groups, real *theta,
                                     const real *g)
{
    // TODO 7.3
    todo("7.3");
}
