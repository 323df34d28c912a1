/** @exercise 11.5 Sharpness-aware minimization
 *  @points 10
 *
 *  SAM does not go down f but down the largest f in a ball of radius ρ around θ. Where
 *  that is, the gradient says to first order, and so a step takes two of them:
 *
 *      θ̂ = θ + ρ ∇f(θ)/‖∇f(θ)‖,
 *      θ ← θ - η ∇f(θ̂).
 *
 *  Write the gradient, so that any optimizer can step on it, and the step of gradient
 *  descent.
 *
 *  Try it:  build/descent grade 11.5
 *  A hint:  build/descent hint 11.5
 */
#include "optim/sam.h"
#include "optim/blas.h"
#include "optim/todo.h"

real sam_gradient(struct sam *sam, const real *theta, objective_fn *f, void *context,
                  real *g)
{
    // TODO 11.5
    todo("11.5");
}

real sam_step(struct sam *sam, real *theta, objective_fn *f, void *context)
{
    // TODO 11.5
    todo("11.5");
}
