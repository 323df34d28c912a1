/* In form (a) your way back has the learning rate in it. There v is a step already: what
 * it has gathered was multiplied by the learning rate on the way in. */
#include "optim/nesterov_current.h"

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    const struct nesterov_current_config c = nesterov->config;
    const real scale = c.form == MOMENTUM_LR_INSIDE ? -c.lr : c.lr;
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] = theta[i] + scale * c.beta * nesterov->v[i];
}
