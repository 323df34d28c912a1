/** @exercise 2.2 Look before you leap
 *  @points 10
 *
 *  Nesterov's method takes the gradient where the velocity alone would carry it. In form
 *  (a),
 *
 *  $$ v \leftarrow \beta v - \eta \nabla f(\theta + \beta v), \quad
 *     \theta \leftarrow \theta + v. $$
 *
 *  Write the step for form (a) and for form (b), in which $v$ is a sum of gradients and
 *  $\theta \leftarrow \theta - \eta v$. The gradient comes from a function that you call;
 *  the struct has room for the point ahead and for the gradient there.
 *
 *  @hint In form (b) the velocity is measured in gradients, not in steps. What must it be
 *        multiplied by before it can be added to $\theta$? [](#ex:2.1) knows.
 *  @hint Two loops with the call of the objective between them. The first fills the point
 *        ahead: $\theta + \beta v$ in form (a), $\theta - \eta\beta v$ in form (b). The
 *        second is the step of the heavy ball with the gradient that the call has left.
 *        It starts from $\theta$, not from the point ahead.
 *  @plot valley t theta
 *  @commentary Notes that write $\nabla f(\theta - \beta v)$ in form (b) have lost the
 *  learning rate: with $\eta = 0.01$ such a method looks a hundred times too far ahead.
 *  With the two factors `gain` and `scale` of the heavy ball the look-ahead is $\theta -
 *  \text{scale} \cdot \beta v$ in both forms. */
#include "optim/nesterov.h"
#include "optim/todo.h"

#include <stdbool.h>

void nesterov_step(struct nesterov *nesterov, real *theta, objective_fn *objective,
                   void *context)
{
    // BEGIN SOLUTION
    const struct nesterov_config c = nesterov->config;
    const bool inside = c.form == MOMENTUM_LR_INSIDE;
    const real gain = inside ? -c.lr : 1, scale = inside ? -1 : c.lr;
    const size_t n = nesterov->n;
    real *v = nesterov->v, *ahead = nesterov->ahead, *g = nesterov->g;
    for (size_t i = 0; i < n; i++)
        ahead[i] = theta[i] - scale * c.beta * v[i];
    objective(n, ahead, g, context);
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + gain * g[i];
        theta[i] -= scale * v[i];
    }
    nesterov->t++;
    // END SOLUTION
}
