/** @exercise 8.7 AdamW without a schedule
 *  @points 15
 *
 *  Schedule-Free methods average instead of decaying, and evaluate the gradient between
 *  the average $x$ and the point $z$ that the steps lead to:
 *
 *  $$ y = (1-\beta_1)\, z + \beta_1 x. $$
 *
 *  There is no momentum in the step of $z$; $\beta_1$, which looks like Adam's, is the
 *  share of the average in $y$. The network holds $y$ while it is trained and $x$ when it
 *  is used. With $x$, $z$ and $v$ that would be three arrays besides $y$. But $x$ follows
 *  from $y$ and $z$, so two are enough. Write the step on $y$ and $z$, and the function
 *  that finds $x$. The header has the formulas.
 *
 *  @hint Solve the definition of y for x: that is the second function. Put it into the
 *        new y and collect what stands with the old y, the old z and the direction. Does
 *        a division survive?
 *  @hint First the numbers of the step: the product of $\beta_2$, the rate with warm-up
 *        and root, its largest value so far, the sum of the squares, and c, which is 0
 *        if the sum is. Then for each coordinate v, the direction $d = g/(\sqrt v +
 *        \varepsilon) + \lambda y$, and from the *old* z: $y \leftarrow (1-c)\,y + c z +
 *        \gamma_t (\beta_1 (1-c) - 1)\, d$ and $z \leftarrow z - \gamma_t d$.
 *  @plot valley t x
 *  @commentary In the first step c is 1, so that the start is forgotten: x is z. Since
 *  the weights of the average are squares of the rate, steps of the warm-up count less.
 *  The correction of v sits in the rate, as a factor $\sqrt{1 - \beta_2^t}$, so ε acts
 *  before the correction, as in TensorFlow's Adam (3.7). */
#include "optim/schedule_free.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* γ_t */
static real rate(const struct schedule_free *method)
{
    const struct schedule_free_config *config = &method->config;
    real lr = config->lr * sqrt(1 - method->beta2_power);
    if (method->t < config->warmup)
        lr *= (real)method->t / (real)config->warmup;
    return lr;
}

// END SOLUTION
void schedule_free_step(struct schedule_free *method, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct schedule_free_config config = method->config;
    method->t++;
    method->beta2_power *= config.beta2;
    const real lr = rate(method);
    method->lr_max = fmax(method->lr_max, lr);
    const real weight = method->lr_max * method->lr_max;
    method->weight_sum += weight;
    const real c = method->weight_sum > 0 ? weight / method->weight_sum : 0;
    const real along = lr * (config.beta1 * (1 - c) - 1);
    real *z = method->z, *v = method->v;
    for (size_t i = 0; i < method->n; i++) {
        v[i] = config.beta2 * v[i] + (1 - config.beta2) * g[i] * g[i];
        real d = g[i] / (sqrt(v[i]) + config.eps) + config.decay * theta[i];
        theta[i] = (1 - c) * theta[i] + c * z[i] + along * d;
        z[i] -= lr * d;
    }
    // END SOLUTION
}

void schedule_free_average(const struct schedule_free *method, const real *theta, real *x)
{
    // BEGIN SOLUTION
    const real beta1 = method->config.beta1;
    for (size_t i = 0; i < method->n; i++)
        x[i] = (theta[i] - (1 - beta1) * method->z[i]) / beta1;
    // END SOLUTION
}
