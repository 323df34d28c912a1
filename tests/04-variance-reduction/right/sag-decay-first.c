/* The penalty as a factor of θ, and the loops apart. */
#include "optim/blas.h"
#include "optim/sag.h"

#include <math.h>

enum descent_status sag_step(struct sag *sag, real *theta, size_t i)
{
    const struct glm *glm = sag->glm;
    const size_t n = glm->n;
    if (i >= glm->m)
        return DESCENT_ERANGE;
    real z = glm_margin(glm, theta, i), s = glm_slope(glm, i, z);
    if (isnan(z) || isinf(z) || isnan(s) || isinf(s))
        return DESCENT_ENAN;
    if (!sag->seen[i]) {
        sag->seen[i] = true;
        sag->count++;
        if (sag->config.start == SAG_START_CENTERED)
            blas_add(n, 1, sag->shift, sag->total);
    }
    blas_add(n, s - sag->slope[i], glm->x + i * n, sag->total);
    sag->slope[i] = s;
    size_t k = sag->config.start == SAG_START_CENTERED ? glm->m : sag->count;
    for (size_t j = 0; j < n; j++)
        theta[j] *= 1 - sag->config.lr * glm->l2;
    blas_add(n, -sag->config.lr / (real)k, sag->total, theta);
    sag->t++;
    return DESCENT_OK;
}
