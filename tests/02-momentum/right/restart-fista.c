/* Correct, in the notation of FISTA: with s = 1/a, s' = (1 + √(1 + 4s²))/2 and the
 * momentum is (s - 1)/s'. The loops are apart. */
#include "optim/restart.h"

#include <math.h>

bool restart_step(struct restart *restart, real *theta, objective_fn *objective,
                  void *context)
{
    const size_t n = restart->n;
    const real s = 1 / restart->a, next = (1 + sqrt(1 + 4 * s * s)) / 2;
    real *y = restart->y, *g = restart->g, uphill = 0;
    objective(n, y, g, context);
    for (size_t i = 0; i < n; i++)
        uphill += g[i] * (y[i] - restart->config.lr * g[i] - theta[i]);
    for (size_t i = 0; i < n; i++) {
        real last = theta[i];
        theta[i] = y[i] - restart->config.lr * g[i];
        y[i] = theta[i] + (s - 1) / next * (theta[i] - last);
    }
    restart->a = 1 / next;
    bool misled = false;
    switch (restart->config.scheme) {
    case RESTART_NEVER:
        break;
    case RESTART_GRADIENT:
        misled = uphill > 0;
        break;
    case RESTART_FUNCTION:;
        real last = restart->value;
        restart->value = objective(n, theta, NULL, context);
        misled = restart->value > last;
    }
    if (misled) {
        for (size_t i = 0; i < n; i++)
            y[i] = theta[i];
        restart->a = 1;
        restart->restarts++;
    }
    restart->t++;
    return misled;
}
