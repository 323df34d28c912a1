/* You use the gradient test whatever the scheme. RESTART_NEVER has no test, and
 * RESTART_FUNCTION looks at the value: two of three schemes do what they were not asked
 * for. */
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
    bool misled = uphill > 0;
    for (size_t i = 0; misled && i < n; i++)
        y[i] = theta[i];
    restart->a = misled ? 1 : next;
    restart->restarts += misled;
    restart->t++;
    return misled;
}
