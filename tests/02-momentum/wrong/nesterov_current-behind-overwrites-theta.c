/* You write to `behind` before you have read all you need of `theta`. The header allows
 * the two to be the same array: then the second pass reads what the first has written. */
#include "optim/nesterov_current.h"

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    const struct nesterov_current_config c = nesterov->config;
    const real scale = c.form == MOMENTUM_LR_INSIDE ? -1 : c.lr;
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] = scale * c.beta * nesterov->v[i];
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] += theta[i];
}
