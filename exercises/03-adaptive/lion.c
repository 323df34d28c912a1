/** @exercise 3.4 Lion
 *  @points 10
 *
 *  Lion was found by a program that searched among programs. It looks at nothing of the
 *  gradient but a sign:
 *
 *      θ ← (1 - ηλ) θ - η sign(β_1 m + (1 - β_1)g),
 *      m ← β_2 m + (1 - β_2)g.
 *
 *  The direction and the memory mix the gradient in different shares, and the direction
 *  uses the memory of the step before. The decay acts on the parameters and never meets
 *  the sign.
 *
 *  Before you write it, think: when the gradients of a coordinate are μ ± a in turn, and
 *  m has become μ, what must μ be so that the signs do not alternate?
 *
 *  Write the step. C has no sign function for reals: yours must give 0 for 0 and NaN for
 *  NaN.
 *
 *  Try it:  build/descent grade 3.4
 *  A hint:  build/descent hint 3.4
 */
#include "optim/lion.h"
#include "optim/todo.h"

void lion_step(struct lion *lion, real *theta, const real *g)
{
    // TODO 3.4
    todo("3.4");
}
