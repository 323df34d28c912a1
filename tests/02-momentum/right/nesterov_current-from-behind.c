/* Correct: every step goes back, makes the step of the look-ahead form, and looks ahead
 * again. */
#include "optim/nesterov_current.h"

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    const struct nesterov_current_config c = nesterov->config;
    for (size_t i = nesterov->n; i-- > 0;) {
        real ahead = c.beta * nesterov->v[i];
        behind[i] =
            c.form == MOMENTUM_LR_INSIDE ? theta[i] - ahead : theta[i] + c.lr * ahead;
    }
}

void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g)
{
    const struct nesterov_current_config c = nesterov->config;
    const real unit = c.form == MOMENTUM_LR_INSIDE ? 1 : -c.lr;
    const real gain = c.form == MOMENTUM_LR_INSIDE ? -c.lr : 1;
    for (size_t i = 0; i < nesterov->n; i++) {
        real *v = &nesterov->v[i];
        real behind = theta[i] - unit * c.beta * *v;
        *v = c.beta * *v + gain * (g[i] + c.l2 * theta[i]);
        behind += unit * *v;
        theta[i] = behind + unit * c.beta * *v;
    }
    nesterov->t++;
}
