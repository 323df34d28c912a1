/** @exercise 4.2 SAG with one number a sample
 *  @points 15
 *
 *  In a linear model the gradient of a sample is a number times its features, $\nabla
 *  f_i(\theta) = \varphi'(x_i^T\theta)\, x_i + \lambda\theta$. So the table of SAG needs
 *  one number a sample, $s_i$, and $d = \sum_i s_i x_i$ is kept beside it. The penalty
 *  needs no table at all. With $s = \varphi'(x_i^T\theta)$, a step is
 *
 *  $$ d \leftarrow d + (s - s_i)\, x_i, \quad s_i \leftarrow s, \quad
 *     \theta \leftarrow \theta - \eta\, (d/k + \lambda\theta) , $$
 *
 *  where $k$ is the number of samples seen so far. The other start of the table,
 *  SAG_START_CENTERED, has a rule of its own for a sample's first visit, and $k = m$.
 *
 *  Write the step. It must take time in proportion to the number of parameters, whatever
 *  $m$ is; and where $x_i^T\theta$ is not finite it must change nothing.
 *
 *  @hint What must have happened before you may write the new slope into the table? And
 *        before you may divide by the number of samples seen?
 *  @hint First find s from glm_margin() and glm_slope(), and return if something is wrong
 *        with i, with the margin or with s. On a first visit mark the sample and count
 *        it. Then one loop over the parameters: add to d (with the shift on a first
 *        visit, if there is one), then change theta.
 *  @plot descent t log10-suboptimality
 *  @commentary The division by the samples seen so far makes the first steps those of a
 *  method on the samples it knows. Divided by $m$ from the start, $d$ is $k/m$ of its
 *  size, and the first pass hardly moves. */
#include "optim/sag.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

enum descent_status sag_step(struct sag *sag, real *theta, size_t i)
{
    // BEGIN SOLUTION
    const struct glm *glm = sag->glm;
    if (i >= glm->m)
        return DESCENT_ERANGE;
    const real z = glm_margin(glm, theta, i), slope = glm_slope(glm, i, z);
    if (!isfinite(z) || !isfinite(slope))
        return DESCENT_ENAN;
    const bool first = !sag->seen[i];
    sag->seen[i] = true;
    sag->count += first;
    const real change = slope - sag->slope[i], lr = sag->config.lr;
    const real share = lr / (real)(sag->shift ? glm->m : sag->count);
    const real *x = glm->x + i * glm->n;
    real *total = sag->total;
    if (first && sag->shift)
        for (size_t j = 0; j < glm->n; j++)
            total[j] += sag->shift[j];
    for (size_t j = 0; j < glm->n; j++) {
        total[j] += change * x[j];
        theta[j] -= share * total[j] + lr * glm->l2 * theta[j];
    }
    sag->slope[i] = slope;
    sag->t++;
    return DESCENT_OK;
    // END SOLUTION
}
