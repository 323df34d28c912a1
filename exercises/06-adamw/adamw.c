/** @exercise 6.3 AdamW
 *  @points 15   @needs 3.2
 *
 *  In Adam a penalty is divided by √v̂ like everything else in the gradient, so that
 *  parameters with large gradients hardly feel it. AdamW takes the decay out of the
 *  gradient and applies it to the parameters:
 *
 *      θ ← θ - s(η m̂/(√v̂ + ε) + w θ).
 *
 *  Here s is the multiplier of the schedule, which scales the whole step. Libraries have
 *  w = ηλ; the paper has w = λ, so that changing the learning rate leaves the decay
 *  alone. Write the step for both.
 *
 *  How large do parameters become? Two cases. A steady direction: let the quotient, u, be
 *  the same in every step. Where does θ come to rest? Compare the two meanings of w: in
 *  which does the learning rate cancel? Mere noise: let the u of different steps be
 *  independent, with mean 0 and mean square 1. What root mean square does θ tend to,
 *  exactly, for any w < 2?
 *
 *  Try it:  build/descent grade 6.3
 *  A hint:  build/descent hint 6.3
 */
#include "optim/adamw.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

void adamw_step(struct adamw *adamw, real *theta, const real *g)
{
    // TODO 6.3
    todo("6.3");
}

real adamw_rest(const struct adamw_config *config, real direction)
{
    // TODO 6.3
    todo("6.3");
}

real adamw_resting_size(const struct adamw_config *config)
{
    // TODO 6.3
    todo("6.3");
}
