/* You restart at every step that goes downhill: your gradient test has the inequality the
 * wrong way round, or takes a size that is never negative. Along such a step the product
 * with the gradient is below 0, and the momentum does its work. Restart when it
 * climbs. */
#include "optim/restart.h"

#include <math.h>

bool restart_step(struct restart *restart, real *theta, objective_fn *objective,
                  void *context)
{
    const real lr = restart->config.lr, a = restart->a;
    const size_t n = restart->n;
    real *y = restart->y, *g = restart->g, uphill = 0;
    real next = a * (sqrt(a * a + 4) - a) / 2;
    const real momentum = a * (1 - a) / (a * a + next);
    objective(n, y, g, context);
    for (size_t i = 0; i < n; i++) {
        real x = y[i] - lr * g[i], move = x - theta[i];
        uphill += g[i] * move;
        y[i] = x + momentum * move;
        theta[i] = x;
    }
    bool misled = restart->config.scheme == RESTART_GRADIENT && uphill < 0;
    if (restart->config.scheme == RESTART_FUNCTION) {
        real value = objective(n, theta, NULL, context);
        misled = value > restart->value;
        restart->value = value;
    }
    for (size_t i = 0; misled && i < n; i++)
        y[i] = theta[i];
    restart->a = misled ? 1 : next;
    restart->restarts += misled;
    restart->t++;
    return misled;
}
