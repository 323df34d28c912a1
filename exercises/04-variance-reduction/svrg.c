/** @exercise 4.4 SVRG
 *  @points 10
 *
 *  SVRG keeps no table. Every so often it takes a snapshot θ̃ of the parameters and
 *  computes the whole gradient there. In between, the gradient that a sample had at the
 *  snapshot is computed anew each time:
 *
 *      θ ← θ - η (w (∇ f_i(θ) - ∇ f_i(θ̃)) + ∇f(θ̃)).
 *
 *  Write the step. It works for any finite sum: the gradients come from the callbacks of
 *  struct finite_sum. Before the first step, and after every inner steps, it takes a new
 *  snapshot. Should the direction not be finite, the parameters must stay as they are.
 *
 *  Try it:  build/descent grade 4.4
 *  A hint:  build/descent hint 4.4
 */
#include "optim/svrg.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

enum descent_status svrg_step(struct svrg *svrg, real *theta, size_t i, real weight)
{
    // TODO 4.4
    todo("4.4");
}
