/* Your way back in form (b) is β times v, without the learning rate. There v is a sum
 * of gradients; the way it stands for is η times as long. */
#include "optim/nesterov_current.h"

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    const struct nesterov_current_config c = nesterov->config;
    const real scale = c.form == MOMENTUM_LR_INSIDE ? -1 : 1;
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] = theta[i] + scale * c.beta * nesterov->v[i];
}
