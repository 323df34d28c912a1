/** @exercise 3.2 Adam
 *  @points 15
 *
 *  Adam keeps two averages of each gradient component: of itself, for a direction, and of
 *  its square, for a scale. Both start at 0 and are corrected for it when they are used:
 *
 *      m ← β_1 m + (1 - β_1)g,
 *      v ← β_2 v + (1 - β_2)g^2,
 *      θ ← θ - η (m/(1 - β_1^t))/(√(v/(1 - β_2^t)) + ε).
 *
 *  Write the step. A penalty λ/2 ‖θ‖^2 adds λθ to the gradient before anything else
 *  happens. Some libraries add ε to the root before it is corrected; the header has that
 *  formula too, and a field that says which is wanted.
 *
 *  Keep the powers of the betas as running products, so that a step needs no pow, and
 *  decide outside of the loop whatever can be decided there.
 *
 *  Then turn against it. Without ε, how long can step t be, in units of η, if an
 *  adversary chooses all t gradients, and which are they? The chapter's bound is for
 *  large t and β_1^2 < β_2; yours is to be exact for every t.
 *
 *  Try it:  build/descent grade 3.2
 *  A hint:  build/descent hint 3.2
 */
#include "optim/adam.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    // TODO 3.2
    todo("3.2");
}

real adam_longest_step(real beta1, real beta2, size_t t)
{
    // TODO 3.2
    todo("3.2");
}

void adam_longest_gradients(real beta1, real beta2, size_t t, real *g)
{
    // TODO 3.2
    todo("3.2");
}
