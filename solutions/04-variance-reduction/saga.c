/** @exercise 4.3 SAGA
 *  @points 10
 *
 *  SAGA uses the table as a control variate with $\alpha = 1$: the new gradient of sample
 *  $i$ minus the one in the table, plus the mean of the table. For a linear model, with
 *  $s = \varphi'(x_i^T\theta)$ and $a = \frac1m \sum_i s_i x_i$,
 *
 *  $$ \theta \leftarrow \theta - \eta\, \bigl(w\,(s - s_i)\, x_i + a +
 *     \lambda\theta\bigr), \quad a \leftarrow a + \frac{1}{m} (s - s_i)\, x_i, \quad
 *     s_i \leftarrow s . $$
 *
 *  The weight $w$ is 1 if all samples are as likely, and $1/(m p_i)$ if sample $i$ is
 *  drawn with probability $p_i$. Write the step.
 *
 *  @hint The mean over all samples of $(s - s_i) x_i + a$ must be the mean of the new
 *        gradients. For which $a$ is that so: the one before or the one after?
 *  @hint As in [](#ex:4.2), s comes first, then the checks. In the loop keep the change
 *        (s - s_i) x_ij in a variable: theta gets w times it and the old a_j, and then
 *        a_j gets 1/m of it.
 *  @plot descent t log10-suboptimality
 *  @commentary Compare with SAG: the same change of the same table, but SAG steps along
 *  the mean after the change, and so gives the new gradient the weight $1/m$; SAGA gives
 *  it the weight 1. */
#include "optim/saga.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status saga_step(struct saga *saga, real *theta, size_t i, real weight)
{
    // BEGIN SOLUTION
    const struct glm *glm = saga->glm;
    if (i >= glm->m || !(weight > 0 && isfinite(weight)))
        return DESCENT_ERANGE;
    const real z = glm_margin(glm, theta, i), slope = glm_slope(glm, i, z);
    if (!isfinite(z) || !isfinite(slope))
        return DESCENT_ENAN;
    const real change = slope - saga->slope[i], lr = saga->config.lr;
    const real m = (real)glm->m, *x = glm->x + i * glm->n;
    real *mean = saga->mean;
    for (size_t j = 0; j < glm->n; j++) {
        real step = change * x[j];
        theta[j] -= lr * (weight * step + mean[j] + glm->l2 * theta[j]);
        mean[j] += step / m;
    }
    saga->slope[i] = slope;
    saga->t++;
    return DESCENT_OK;
    // END SOLUTION
}
