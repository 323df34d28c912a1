/** @exercise 2.3 Nesterov without looking ahead
 *  @points 10
 *
 *  A training loop computes the gradient where the parameters are, and has no time for a
 *  second one elsewhere. So libraries keep the point ahead as their parameters. Call it
 *  φ: in form (a) it is φ = θ + βv. Eliminate θ from the method of exercise 2.2. Given φ,
 *  the velocity v and the gradient ∇f(φ), compute the next φ and the next v, in form (a)
 *  and in form (b). A penalty λ/2 ‖φ‖^2 adds λφ to the gradient.
 *
 *  Then show that nothing was lost: recover θ from φ and v.
 *
 *  Try it:  build/descent grade 2.3
 *  A hint:  build/descent hint 2.3
 */
#include "optim/nesterov_current.h"
#include "optim/todo.h"

#include <stdbool.h>

void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g)
{
    // TODO 2.3
    todo("2.3");
}

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    // TODO 2.3
    todo("2.3");
}
