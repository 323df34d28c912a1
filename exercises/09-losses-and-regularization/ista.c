/** @exercise 9.5 Steps that end at zero
 *  @points 15
 *
 *  The penalty λ_1 Σ|θ_i| has a kink at 0, and a sub-gradient step jumps over it. A
 *  proximal step takes the gradient of the cost alone, and then solves the rest exactly,
 *  coordinate by coordinate:
 *
 *      θ_t = argmin_u 1/2 ‖u - (θ_(t-1) - η g_t)‖^2 + η λ_1 Σ|u_i| + η λ_2/2 Σ u_i^2.
 *
 *  Write the soft threshold, which solves it for λ_2 = 0, and the step with both
 *  penalties. Then write the residual: how do you tell that you have arrived at a minimum
 *  that sits on kinks?
 *
 *  Try it:  build/descent grade 9.5
 *  A hint:  build/descent hint 9.5
 */
#include "optim/ista.h"
#include "optim/todo.h"

#include <tgmath.h>

real soft_threshold(real x, real t)
{
    // TODO 9.5
    todo("9.5");
}

void ista_step(struct ista *ista, real *theta, const real *g)
{
    // TODO 9.5
    todo("9.5");
}

real ista_residual(const struct ista *ista, const real *theta, const real *g)
{
    // TODO 9.5
    todo("9.5");
}
