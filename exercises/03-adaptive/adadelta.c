/** @exercise 3.1 AdaDelta
 *  @points 10
 *
 *  Read θ as a length. The gradient g is then a cost per length, and RMSProp's g/√v has
 *  no unit at all: in both, η must bring what is missing. AdaDelta multiplies by a
 *  length: the root mean square of its own recent steps,
 *
 *      s ← ρs + (1 - ρ)g^2,
 *      Δ = √(d + ε)/√(s + ε) g,
 *      d ← ρd + (1 - ρ)Δ^2,
 *      θ ← θ - ηΔ.
 *
 *  Write the step. The step that is being computed cannot be part of the average that it
 *  is computed from: which of the two averages is new and which is old in Δ?
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
