/** @exercise 4.4 SVRG
 *  @points 10
 *
 *  SVRG keeps no table. Every so often it takes a snapshot $\tilde\theta$ of the
 *  parameters and computes the whole gradient there. In between, the gradient that a
 *  sample had at the snapshot is computed anew each time:
 *
 *  $$ \theta \leftarrow \theta - \eta\, \bigl(w\,(\nabla f_i(\theta) -
 *     \nabla f_i(\tilde\theta)) + \nabla f(\tilde\theta)\bigr) . $$
 *
 *  Write the step. It works for any finite sum: the gradients come from the callbacks of
 *  `struct finite_sum`. Before the first step, and after every `inner` steps, it takes a
 *  new snapshot. Should the direction not be finite, the parameters must stay as they
 *  are.
 *
 *  @hint Which of the three gradients must be computed again in every step, and which
 *        only with a snapshot?
 *  @hint Check i and the weight. If t is a multiple of inner, copy theta to the snapshot
 *        and call mean(). Call sample() twice, for theta and for the snapshot. A first
 *        loop makes the direction in g and looks whether it is finite; a second one
 *        steps.
 *  @plot descent t log10-suboptimality
 *  @commentary In the step after a snapshot the two gradients of the sample cancel, and
 *  the step is one of gradient descent, whatever sample was drawn. */
#include "optim/svrg.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

enum descent_status svrg_step(struct svrg *svrg, real *theta, size_t i, real weight)
{
    // BEGIN SOLUTION
    const struct finite_sum *sum = svrg->sum;
    real *g = svrg->g;
    if (i >= sum->m || !(weight > 0 && isfinite(weight)))
        return DESCENT_ERANGE;
    if (svrg->t % svrg->config.inner == 0) {
        memcpy(svrg->snapshot, theta, sum->n * sizeof *theta);
        sum->mean(sum, theta, svrg->full);
    }
    sum->sample(sum, i, theta, g);
    sum->sample(sum, i, svrg->snapshot, svrg->old);
    bool finite = true;
    for (size_t j = 0; j < sum->n; j++) {
        g[j] = weight * (g[j] - svrg->old[j]) + svrg->full[j];
        finite = finite && isfinite(g[j]);
    }
    if (!finite)
        return DESCENT_ENAN;
    for (size_t j = 0; j < sum->n; j++)
        theta[j] -= svrg->config.lr * g[j];
    svrg->t++;
    return DESCENT_OK;
    // END SOLUTION
}
