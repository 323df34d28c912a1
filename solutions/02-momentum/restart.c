/** @exercise 2.6 Adaptive restart
 *  @points 15
 *
 *  Who does not know $\mu$ cannot tune $\beta$. Write a step of Nesterov's method with
 *  the momentum that grows, and with both tests that tell when it has grown too large:
 *  the cost rose, or the step went up the gradient, $\nabla f(y_{t-1})^\top (x_t -
 *  x_{t-1}) > 0$. Then the method starts again from where it is. The header has the
 *  formulas, and says what is compared with what.
 *
 *  @hint Solve the quadratic equation for $a_t$ by hand, once. The new $x_i$ can
 *        overwrite the old one as soon as the difference has been used: which two places
 *        need it?
 *  @hint $a_t = a_{t-1} (\sqrt{a_{t-1}^2 + 4} - a_{t-1})/2$. One loop can do all of a
 *        step without a restart: for each coordinate take the gradient step from $y$,
 *        keep how far that is from the old $x$, add its product with the gradient to the
 *        slope, and only then overwrite $x$ and set $y$. The tests come after the loop. A
 *        restart sets $a$ to 1 and $y$ to $x$.
 *  @plot valley t log10-value
 *  @commentary The gradient test needs no value of $f$, and near the minimum, where $f$
 *  changes by less than its rounding error, it still works while the function test has
 *  gone blind. That the momentum factor vanishes for $a_{t-1} = 1$ makes the first step
 *  after a restart a plain gradient step without a special case. */
#include "optim/restart.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* The step without the test; returns ∇f(y_{t-1})ᵀ (x_t - x_{t-1}). */
static real accelerate(struct restart *restart, real *theta, real momentum)
{
    const real lr = restart->config.lr;
    real *y = restart->y, *g = restart->g, uphill = 0;
    for (size_t i = 0; i < restart->n; i++) {
        real next = y[i] - lr * g[i];
        real move = next - theta[i];
        uphill += g[i] * move;
        theta[i] = next;
        y[i] = next + momentum * move;
    }
    return uphill;
}

// END SOLUTION
bool restart_step(struct restart *restart, real *theta, objective_fn *objective,
                  void *context)
{
    // BEGIN SOLUTION
    real a = restart->a, next = a * (sqrt(a * a + 4) - a) / 2;
    objective(restart->n, restart->y, restart->g, context);
    real uphill = accelerate(restart, theta, a * (1 - a) / (a * a + next));
    bool misled = restart->config.scheme == RESTART_GRADIENT && uphill > 0;
    if (restart->config.scheme == RESTART_FUNCTION) {
        real value = objective(restart->n, theta, NULL, context);
        misled = value > restart->value;
        restart->value = value;
    }
    if (misled && restart->n > 0)
        memcpy(restart->y, theta, restart->n * sizeof *theta);
    restart->a = misled ? 1 : next;
    restart->restarts += misled;
    restart->t++;
    return misled;
    // END SOLUTION
}
