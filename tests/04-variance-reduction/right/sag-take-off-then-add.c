/* The old gradient is taken off the sum, then the new one is added. */
#include "optim/sag.h"

#include <math.h>

static void add(const struct sag *sag, size_t i, real slope)
{
    const real *x = sag->glm->x + i * sag->glm->n;
    for (size_t j = 0; j < sag->glm->n; j++)
        sag->total[j] += slope * x[j];
}

enum descent_status sag_step(struct sag *sag, real *theta, size_t i)
{
    const struct glm *glm = sag->glm;
    if (!(i < glm->m))
        return DESCENT_ERANGE;
    const real z = glm_margin(glm, theta, i), slope = glm_slope(glm, i, z);
    if (!isfinite(z) || !isfinite(slope))
        return DESCENT_ENAN;
    add(sag, i, -sag->slope[i]);
    sag->slope[i] = slope;
    add(sag, i, sag->slope[i]);
    for (size_t j = 0; sag->shift && !sag->seen[i] && j < glm->n; j++)
        sag->total[j] += sag->shift[j];
    sag->count += !sag->seen[i];
    sag->seen[i] = true;
    const real k = sag->shift ? (real)glm->m : (real)sag->count;
    for (size_t j = 0; j < glm->n; j++)
        theta[j] -= sag->config.lr * (sag->total[j] / k + glm->l2 * theta[j]);
    sag->t += 1;
    return DESCENT_OK;
}
