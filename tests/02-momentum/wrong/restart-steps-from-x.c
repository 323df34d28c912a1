/* You make the gradient step from x. It starts at y, where the gradient was taken;
 * otherwise the momentum never moves anything. */
#include "optim/restart.h"

#include <math.h>
#include <string.h>

/* The step without the test; returns ∇f(y_{t-1})ᵀ (x_t - x_{t-1}). */
static real accelerate(struct restart *restart, real *theta, real momentum)
{
    const real lr = restart->config.lr;
    real *y = restart->y, *g = restart->g, uphill = 0;
    for (size_t i = 0; i < restart->n; i++) {
        real next = theta[i] - lr * g[i];
        real move = next - theta[i];
        uphill += g[i] * move;
        theta[i] = next;
        y[i] = next + momentum * move;
    }
    return uphill;
}

bool restart_step(struct restart *restart, real *theta, objective_fn *objective,
                  void *context)
{
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
}
