/* Correct: from the last parameter to the first with fused operations, and the momentum
 * as a'(1 - a)/a. */
#include "optim/restart.h"

#include <math.h>

static bool is_misled(struct restart *restart, const real *theta, real uphill,
                      objective_fn *objective, void *context)
{
    if (restart->config.scheme != RESTART_FUNCTION)
        return restart->config.scheme == RESTART_GRADIENT && uphill > 0;
    real before = restart->value;
    restart->value = objective(restart->n, theta, NULL, context);
    return before < restart->value;
}

bool restart_step(struct restart *restart, real *theta, objective_fn *objective,
                  void *context)
{
    const real a = restart->a, next = 2 * a / (sqrt(a * a + 4) + a);
    real *y = restart->y, uphill = 0;
    objective(restart->n, y, restart->g, context);
    for (size_t i = restart->n; i-- > 0;) {
        real x = fma(-restart->config.lr, restart->g[i], y[i]);
        uphill = fma(restart->g[i], x - theta[i], uphill);
        y[i] = fma(next * (1 - a) / a, x - theta[i], x);
        theta[i] = x;
    }
    bool misled = is_misled(restart, theta, uphill, objective, context);
    for (size_t i = 0; misled && i < restart->n; i++)
        y[i] = theta[i];
    restart->a = misled ? 1 : next;
    restart->restarts += misled ? 1 : 0;
    restart->t++;
    return misled;
}
