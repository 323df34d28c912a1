/* In form (b) you go back by φ - βv, which is the formula of form (a). There v is a step.
 * In form (b) it is a sum of gradients, which point uphill: it has to become a length,
 * and change its sign. */
#include "optim/nesterov_current.h"

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    const real beta = nesterov->config.beta;
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] = theta[i] - beta * nesterov->v[i];
}
