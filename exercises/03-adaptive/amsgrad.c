/** @exercise 3.3 AMSGrad
 *  @points 12
 *
 *  Adam forgets large gradients, and can walk the wrong way between two of them. AMSGrad
 *  remembers: it divides by the root of the largest second moment that it has seen in
 *  each coordinate, so that a coordinate's own learning rate never rises.
 *
 *  Libraries disagree on which second moment is meant: the raw average, as in PyTorch, or
 *  the corrected one, as in optax. Write the step for both.
 *
 *  And see how far the example reaches, in which Adam meets the gradients C, -1, -1 again
 *  and again. When v repeats itself every three steps, what are its values, for any C and
 *  β_2? Write how far three steps of Adam then move x, over η. Try β_2 = 1/(1 + C^2) for
 *  larger and larger C: does a stronger gradient save Adam?
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

real adam_cycle_drift(real large, real beta2)
{
    // TODO 3.3
    todo("3.3");
}
