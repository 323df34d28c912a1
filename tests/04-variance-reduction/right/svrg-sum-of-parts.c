/* Three passes: weight, change, mean; a direction is finite if its sum of 0 times each is
 * 0. */
#include "optim/blas.h"
#include "optim/svrg.h"

#include <math.h>
#include <string.h>

enum descent_status svrg_step(struct svrg *svrg, real *theta, size_t i, real weight)
{
    const struct finite_sum *sum = svrg->sum;
    const size_t n = sum->n;
    if (!(i < sum->m && weight > 0 && weight < (real)INFINITY))
        return DESCENT_ERANGE;
    if (svrg->t == svrg->t / svrg->config.inner * svrg->config.inner) {
        sum->mean(sum, theta, svrg->full);
        memmove(svrg->snapshot, theta, n * sizeof *theta);
    }
    sum->sample(sum, i, theta, svrg->g);
    sum->sample(sum, i, svrg->snapshot, svrg->old);
    blas_add(n, -1, svrg->old, svrg->g);
    real spoiled = 0;
    for (size_t j = 0; j < n; j++) {
        svrg->g[j] = weight * svrg->g[j] + svrg->full[j];
        spoiled += 0 * svrg->g[j];
    }
    if (spoiled != 0)
        return DESCENT_ENAN;
    blas_add(n, -svrg->config.lr, svrg->g, theta);
    svrg->t++;
    return DESCENT_OK;
}
