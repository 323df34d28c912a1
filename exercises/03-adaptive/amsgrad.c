/** @exercise 3.3 AMSGrad
 *  @points 10
 *
 *  Adam forgets large gradients. On the convex problem of section "A convex problem on
 *  which Adam diverges" a rare large gradient that points the right way is forgotten
 *  between two of its kind, and Adam walks the wrong way. AMSGrad remembers: it divides
 *  by the root of the largest second moment that it has seen in each coordinate, so that
 *  a coordinate's own learning rate never rises.
 *
 *  Libraries disagree on which second moment is meant: the raw average, as in PyTorch, or
 *  the corrected one, as in optax. Write the step for both. It matters more than one
 *  would think.
 *
 *  Try it:  build/descent grade 3.3
 *  A hint:  build/descent hint 3.3
 */
#include "optim/amsgrad.h"
#include "optim/todo.h"

#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    // TODO 3.3
    todo("3.3");
}
