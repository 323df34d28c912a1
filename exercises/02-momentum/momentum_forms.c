/** @exercise 2.1 Three forms of one movement
 *  @points 10
 *
 *  Momentum is written in three forms:
 *
 *  | form | velocity          | parameters |
 *  |------|-------------------|------------|
 *  | (a)  | v ← βv - ηg       | θ ← θ + v  |
 *  | (b)  | v ← βv + g        | θ ← θ - ηv |
 *  | (c)  | v ← βv + (1 - β)g | θ ← θ - ηv |
 *
 *  Convert the rates (η, β) of one form to those of another that walks through the same
 *  points. Then find the factor that a velocity needs when a run changes its form
 *  half-way. Last, write the step of form (c), which the library does not have yet.
 *
 *  Try it:  build/descent grade 2.1
 *  A hint:  build/descent hint 2.1
 */
#include "optim/momentum_forms.h"
#include "optim/check.h"
#include "optim/todo.h"

struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    // TODO 2.1
    todo("2.1");
}

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    // TODO 2.1
    todo("2.1");
}

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    // TODO 2.1
    todo("2.1");
}
