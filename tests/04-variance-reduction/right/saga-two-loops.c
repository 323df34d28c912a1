/* First θ, then the mean, with the products of BLAS. */
#include "optim/blas.h"
#include "optim/saga.h"

#include <math.h>

enum descent_status saga_step(struct saga *saga, real *theta, size_t i, real weight)
{
    const struct glm *glm = saga->glm;
    const size_t n = glm->n;
    if (i >= glm->m || !(weight > 0) || isinf(weight))
        return DESCENT_ERANGE;
    const real z = glm_margin(glm, theta, i), s = glm_slope(glm, i, z);
    if (!isfinite(z) || !isfinite(s))
        return DESCENT_ENAN;
    const real *x = glm->x + i * n, lr = saga->config.lr, change = s - saga->slope[i];
    for (size_t j = 0; j < n; j++)
        theta[j] *= 1 - lr * glm->l2;
    blas_add(n, -lr, saga->mean, theta);
    blas_add(n, -lr * weight * change, x, theta);
    blas_add(n, change / (real)glm->m, x, saga->mean);
    saga->slope[i] = s;
    saga->t++;
    return DESCENT_OK;
}
