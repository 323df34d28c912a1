/** @exercise 3.1 AdaDelta
 *  @points 12
 *
 *  RMSProp's g/√v has no unit. AdaDelta multiplies it by something that has the unit of
 *  θ, the root mean square of its own recent steps:
 *
 *      s ← ρs + (1 - ρ)g^2,
 *      Δ = √(d + ε)/√(s + ε) g,
 *      d ← ρd + (1 - ρ)Δ^2,
 *      θ ← θ - ηΔ.
 *
 *  Write the step. The step that is being computed cannot be part of the average that it
 *  is computed from: which of the two averages is new and which is old in Δ?
 *
 *  Let the gradient now be g in every step, with s = g^2. To what does d tend, and how
 *  long is the step then? Write how many steps it takes until d, from 0, is half way
 *  there. How many are they for g = 1 at the defaults?
 *
 *  Try it:  build/descent grade 3.1
 *  A hint:  build/descent hint 3.1
 */
#include "optim/adadelta.h"
#include "optim/todo.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    // TODO 3.1
    todo("3.1");
}

real adadelta_half_time(const struct adadelta_config *config, real g)
{
    // TODO 3.1
    todo("3.1");
}
