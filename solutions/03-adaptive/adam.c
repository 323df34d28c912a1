/** @exercise 3.2 Adam
 *  @points 15
 *
 *  Adam keeps two averages of each gradient component: of itself, for a direction, and of
 *  its square, for a scale. Both start at 0 and are corrected for it when they are used:
 *
 *  $$ m \leftarrow \beta_1 m + (1-\beta_1) g, \quad
 *     v \leftarrow \beta_2 v + (1-\beta_2) g^2, \quad
 *  \theta \leftarrow \theta
 *       - \eta \frac{m / (1-\beta_1^t)}{\sqrt{v / (1-\beta_2^t)} + \varepsilon} . $$
 *
 *  Write the step. A penalty $\lambda/2\,\|\theta\|^2$ adds $\lambda\theta$ to the
 *  gradient before anything else happens. Some libraries add $\varepsilon$ to the root
 *  before it is corrected; the header has that formula too, and a field that says which
 *  is wanted.
 *
 *  Keep the powers of the betas as running products, so that a step needs no `pow`, and
 *  decide outside of the loop whatever can be decided there.
 *
 *  Then turn against it. Without $\varepsilon$, how long can step $t$ be, in units of
 *  $\eta$, if an adversary chooses all $t$ gradients, and which are they? The chapter's
 *  bound is for large $t$ and $\beta_1^2 < \beta_2$; yours is to be exact for every $t$.
 *
 *  @hint In the first step $t = 1$: what must `beta1_power` be when it is used for the
 *        first time? What are then $\hat m$ and $\hat v$, and how far does the first step
 *        go? For the longest step: $\hat m = \sum a_k g_{t-k}$ and $\hat v = \sum b_k
 *        g_{t-k}^2$ with weights that add up to 1. When is Cauchy and Schwarz's
 *        inequality an equation?
 *  @hint First multiply beta1_power and beta2_power. $\sqrt{v/c} = \sqrt v / \sqrt c$, so
 *        both formulas are $\theta - r\, m / (\sqrt v + e)$ with $r =
 *        \eta\sqrt{c_2}/c_1$, where $c_j = 1 - \beta_j^t$. With ADAM_EPS_BEFORE $e =
 *        \varepsilon$; what is $e$ otherwise? Compute r and e before the loop. The
 *        longest step is $\sqrt{\sum a_k^2/b_k}$: three geometric sums. It is reached if
 *        $g_{t-k}$ is in proportion to $a_k/b_k$.
 *  @plot valley t theta
 *  @commentary The correction is two numbers a step, not two a parameter. Written so, the
 *  loop has one root and one division, whichever place $\varepsilon$ has, and it is bound
 *  by memory: 16 bytes read and 12 written a parameter in single precision. The longest
 *  step is 1 for $t = 1$ and grows with $t$, at the defaults to 7.27, and without end
 *  where $\beta_1^2 \ge \beta_2$. It takes gradients that grow by $\beta_2/\beta_1$ a
 *  step. */
#include "optim/adam.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* 1 + q + … + q^(t-1) */
static real geometric_sum(real q, real t)
{
    const real y = log(q);
    return y < 0 || y > 0 ? expm1(t * y) / expm1(y) : t;
}

// END SOLUTION
void adam_step(struct adam *adam, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct adam_config c = adam->config;
    adam->beta1_power *= c.beta1;
    adam->beta2_power *= c.beta2;
    const real root = sqrt(1 - adam->beta2_power);
    const real rate = c.lr * root / (1 - adam->beta1_power);
    const real eps = c.eps_place == ADAM_EPS_AFTER ? c.eps * root : c.eps;
    const size_t n = adam->n;
    real *m = adam->m, *v = adam->v;
    for (size_t i = 0; i < n; i++) {
        real grad = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * grad;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * grad * grad;
        theta[i] -= rate * m[i] / (sqrt(v[i]) + eps);
    }
    adam->t++;
    // END SOLUTION
}

real adam_longest_step(real beta1, real beta2, size_t t)
{
    // BEGIN SOLUTION
    if (!is_decay_rate(beta1) || !is_decay_rate(beta2) || beta2 == 0 || t == 0)
        return (real)NAN;
    const real direction = geometric_sum(beta1, (real)t);
    const real scale = geometric_sum(beta2, (real)t);
    return sqrt(scale * geometric_sum(beta1 * beta1 / beta2, (real)t)) / direction;
    // END SOLUTION
}

void adam_longest_gradients(real beta1, real beta2, size_t t, real *g)
{
    // BEGIN SOLUTION
    g[t - 1] = 1;
    for (size_t i = t - 1; i > 0; i--)
        g[i - 1] = g[i] * beta1 / beta2;
    // END SOLUTION
}
