/** @exercise 2.3 Nesterov without looking ahead
 *  @points 10
 *
 *  A training loop computes the gradient where the parameters are, and has no time for a
 *  second one elsewhere. So libraries keep the point *ahead* as their parameters. Call it
 *  $\varphi$: in form (a) it is $\varphi = \theta + \beta v$. Eliminate $\theta$ from
 *  the method of [](#ex:2.2). Given $\varphi$, the velocity $v$ and the gradient
 *  $\nabla f(\varphi)$, compute the next $\varphi$ and the next $v$, in form (a) and in
 *  form (b). A penalty $\lambda/2\,\|\varphi\|^2$ adds $\lambda\varphi$ to the
 *  gradient.
 *
 *  Then show that nothing was lost: recover $\theta$ from $\varphi$ and $v$.
 *
 *  @hint Write $\varphi' = \theta' + \beta v'$ with the new velocity $v'$, put $\theta' =
 *        \theta + v'$ and $\theta = \varphi - \beta v$, and use what $v'$ is.
 *  @hint The step is one loop. First comes the new velocity, that of the heavy ball, from
 *        the gradient and its penalty. Then $\varphi$ moves by two things: the newest
 *        gradient's own step, and $\beta$ times the new velocity. Form (b) is the same
 *        with both in gradients: by what must they be multiplied there? To get back to
 *        $\theta$, take off what $\varphi$ is ahead by its definition, in each form.
 *  @plot valley t theta
 *  @commentary This is what `nesterov=True` means in PyTorch. It must be the new
 *  velocity: with the old one, $g + \beta v$ is the new velocity itself and the method is
 *  the heavy ball again. From $v = 0$ the first step is $1 + \beta$ times a gradient
 *  step. */
#include "optim/nesterov_current.h"
#include "optim/todo.h"

#include <stdbool.h>

void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct nesterov_current_config c = nesterov->config;
    const bool inside = c.form == MOMENTUM_LR_INSIDE;
    const real gain = inside ? -c.lr : 1, scale = inside ? -1 : c.lr;
    const size_t n = nesterov->n;
    real *v = nesterov->v;
    for (size_t i = 0; i < n; i++) {
        real push = gain * (g[i] + c.l2 * theta[i]);
        v[i] = c.beta * v[i] + push;
        theta[i] -= scale * (push + c.beta * v[i]);
    }
    nesterov->t++;
    // END SOLUTION
}

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    // BEGIN SOLUTION
    const struct nesterov_current_config c = nesterov->config;
    const real scale = c.form == MOMENTUM_LR_INSIDE ? -1 : c.lr;
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] = theta[i] + scale * c.beta * nesterov->v[i];
    // END SOLUTION
}
