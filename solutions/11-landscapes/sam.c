/** @exercise 11.5 Sharpness-aware minimization
 *  @points 10
 *
 *  SAM does not go down $f$ but down the largest $f$ in a ball of radius $\rho$ around
 *  $\theta$. Where that is, the gradient says to first order, and so a step takes two
 *  of them:
 *
 *  $$ \hat\theta = \theta + \rho\, \frac{\nabla f(\theta)}{\lVert \nabla f(\theta)\rVert}
 *     , \quad \theta \leftarrow \theta - \eta\, \nabla f(\hat\theta) . $$
 *
 *  Write the gradient, so that any optimizer can step on it, and the step of gradient
 *  descent.
 *
 *  @hint How many calls of the function does a step take, and at which points? From
 *        which point does the step start? What is a direction of length 0 divided by 0?
 *  @hint Call $f$ at $\theta$ with `sam->g` for its gradient and keep the value. Fill
 *        `sam->neighbor` with $\theta_i + \rho\,(g_i / \lVert g\rVert)$, or with
 *        $\theta_i$ if the norm is 0. Call $f$ there with the caller's `g`, which may
 *        be `sam->g` again. `blas_norm` of `optim/blas.h` bears numbers of any size.
 *  @plot valleys t x
 *  @commentary Programs in circulation add 1e-12 to the norm. Then a small gradient
 *  makes a short way to the neighbor, and SAM becomes gradient descent where it
 *  matters, near the minimum. Others change $\theta$ in place and subtract the same
 *  vector later, which does not give the same digits back. The neighbor is where $f$ is
 *  largest for a linear $f$; for a quadratic one the step has the gradient $(H + \rho
 *  H^2 / \lVert g\rVert)(\theta - \theta^*)$, so that a minimum that is sharper is
 *  harder to stay in. */
#include "optim/sam.h"
#include "optim/blas.h"
#include "optim/todo.h"

real sam_gradient(struct sam *sam, const real *theta, objective_fn *f, void *context,
                  real *g)
{
    // BEGIN SOLUTION
    const size_t n = sam->n;
    const real value = f(n, theta, sam->g, context);
    const real norm = blas_norm(n, sam->g);
    for (size_t i = 0; i < n; i++)
        sam->neighbor[i] =
            theta[i] + (norm == 0 ? 0 : sam->config.rho * (sam->g[i] / norm));
    f(n, sam->neighbor, g, context);
    return value;
    // END SOLUTION
}

real sam_step(struct sam *sam, real *theta, objective_fn *f, void *context)
{
    // BEGIN SOLUTION
    const real value = sam_gradient(sam, theta, f, context, sam->g);
    for (size_t i = 0; i < sam->n; i++)
        theta[i] -= sam->config.lr * sam->g[i];
    sam->t++;
    return value;
    // END SOLUTION
}
