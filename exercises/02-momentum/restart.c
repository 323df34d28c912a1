/** @exercise 2.6 Adaptive restart
 *  @points 15
 *
 *  Who does not know μ cannot tune β. Write a step of Nesterov's method with the momentum
 *  that grows, and with both tests that tell when it has grown too large: the cost rose,
 *  or the step went up the gradient, ∇f(y_(t-1))ᵀ(x_t - x_(t-1)) > 0. Then the method
 *  starts again from where it is. The header has the formulas, and says what is compared
 *  with what.
 *
 *  Try it:  build/descent grade 2.6
 *  A hint:  build/descent hint 2.6
 */
#include "optim/restart.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

bool restart_step(struct restart *restart, real *theta, objective_fn *objective,
                  void *context)
{
    // TODO 2.6
    todo("2.6");
}
