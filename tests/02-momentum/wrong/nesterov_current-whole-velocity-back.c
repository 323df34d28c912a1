/* You go back by a whole velocity. The parameters are ahead by what the velocity will
 * still do in the next step, and that is the share β of it. */
#include "optim/nesterov_current.h"

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    const struct nesterov_current_config c = nesterov->config;
    const real scale = c.form == MOMENTUM_LR_INSIDE ? -1 : c.lr;
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] = theta[i] + scale * nesterov->v[i];
}
