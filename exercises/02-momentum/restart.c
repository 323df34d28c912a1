/** @exercise 2.6 Adaptive restart
 *  @points 15
 *
 *  Who does not know μ and L cannot tune β. Nesterov's original scheme lets the momentum
 *  grow from 0 toward 1 as the steps go by:
 *
 *      x_t = y_(t-1) - η∇f(y_(t-1)),
 *      y_t = x_t + a_(t-1)(1 - a_(t-1))/(a_(t-1)^2 + a_t) (x_t - x_(t-1)),
 *
 *  with a_0 = 1 and a_t the positive root of a^2 = (1 - a) a_(t-1)^2. Once the momentum
 *  is too large, forget it and start again from where you are. That shows in one of two
 *  ways: the cost rose, or the step went up the gradient,
 *  ∇f(y_(t-1))ᵀ(x_t - x_(t-1)) > 0.
 *
 *  Write the step with both tests. The header has the details.
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
