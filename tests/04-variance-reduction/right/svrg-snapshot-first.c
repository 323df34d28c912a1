/* The old gradient first, and the direction made in its place. */
#include "optim/svrg.h"

#include <math.h>
#include <string.h>

static void renew(struct svrg *svrg, const real *theta)
{
    for (size_t j = 0; j < svrg->sum->n; j++)
        svrg->snapshot[j] = theta[j];
    svrg->sum->mean(svrg->sum, svrg->snapshot, svrg->full);
}

enum descent_status svrg_step(struct svrg *svrg, real *theta, size_t i, real weight)
{
    const struct finite_sum *sum = svrg->sum;
    real *d = svrg->old;
    if (i >= sum->m || !isfinite(weight) || weight <= 0)
        return DESCENT_ERANGE;
    if (svrg->t % svrg->config.inner == 0)
        renew(svrg, theta);
    sum->sample(sum, i, svrg->snapshot, d);
    sum->sample(sum, i, theta, svrg->g);
    for (size_t j = 0; j < sum->n; j++) {
        d[j] = svrg->full[j] - weight * (d[j] - svrg->g[j]);
        if (!isfinite(d[j]))
            return DESCENT_ENAN;
    }
    for (size_t j = 0; j < sum->n; j++)
        theta[j] = theta[j] - svrg->config.lr * d[j];
    svrg->t++;
    return DESCENT_OK;
}
