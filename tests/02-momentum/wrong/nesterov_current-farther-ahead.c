/* You go on ahead instead of back. The parameters are ahead already: to get behind,
 * what the velocity has added must be taken away. */
#include "optim/nesterov_current.h"

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    const struct nesterov_current_config c = nesterov->config;
    const real scale = c.form == MOMENTUM_LR_INSIDE ? 1 : -c.lr;
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] = theta[i] + scale * c.beta * nesterov->v[i];
}
