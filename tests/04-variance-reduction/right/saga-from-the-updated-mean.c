/* The mean is renewed first; what it has gained is taken off the change. */
#include "optim/saga.h"

#include <math.h>

enum descent_status saga_step(struct saga *saga, real *theta, size_t i, real weight)
{
    const struct glm *glm = saga->glm;
    if (!isfinite(weight) || weight <= 0 || i >= glm->m)
        return DESCENT_ERANGE;
    const real z = glm_margin(glm, theta, i), s = glm_slope(glm, i, z), m = (real)glm->m;
    if (!isfinite(z) || !isfinite(s))
        return DESCENT_ENAN;
    for (size_t j = 0; j < glm->n; j++) {
        real change = (s - saga->slope[i]) * glm->x[i * glm->n + j];
        saga->mean[j] += change / m;
        real g = (weight - 1 / m) * change + saga->mean[j];
        theta[j] -= saga->config.lr * (g + glm->l2 * theta[j]);
    }
    saga->slope[i] = s;
    saga->t++;
    return DESCENT_OK;
}
