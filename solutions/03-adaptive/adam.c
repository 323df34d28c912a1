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
 *  @hint In the first step $t = 1$: what must `power1` be when it is used for the first
 *        time? What are then $\hat m$ and $\hat v$, and how far does the first step go?
 *  @hint First multiply power1 and power2. $\sqrt{v/c} = \sqrt v / \sqrt c$, so both
 *        formulas are $\theta - r\, m / (\sqrt v + e)$ with $r = \eta\sqrt{c_2}/c_1$,
 *        where $c_j = 1 - \beta_j^t$. With ADAM_EPS_BEFORE $e = \varepsilon$; what is $e$
 *        otherwise? Compute r and e before the loop.
 *  @plot valley t theta
 *  @commentary The correction is two numbers a step, not two a parameter. Written so, the
 *  loop has one root and one division, whichever place $\varepsilon$ has, and it is bound
 *  by memory: 16 bytes read and 12 written a parameter in single precision. */
#include "optim/adam.h"
#include "optim/check.h"
#include "optim/todo.h"
#include "optim/zeros.h"

#include <stdlib.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct adam_config c = adam->config;
    adam->power1 *= c.beta1;
    adam->power2 *= c.beta2;
    const real root = sqrt(1 - adam->power2);
    const real rate = c.lr * root / (1 - adam->power1);
    const real eps = c.eps_place == ADAM_EPS_AFTER ? c.eps * root : c.eps;
    const size_t n = adam->n;
    real *m = adam->m, *v = adam->v;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        theta[i] -= rate * m[i] / (sqrt(v[i]) + eps);
    }
    adam->t++;
    // END SOLUTION
}

/* The rest is given. */

struct adam_config adam_defaults(void)
{
    return (struct adam_config){.lr = (real)1e-3,
                                .beta1 = (real)0.9,
                                .beta2 = (real)0.999,
                                .eps = (real)1e-8,
                                .eps_place = ADAM_EPS_AFTER};
}

const char *adam_check(const struct adam_config *config)
{
    if (!is_amount(config->lr))
        return "lr must be finite and at least 0";
    if (!is_share(config->beta1))
        return "beta1 must be at least 0 and below 1";
    if (!is_share(config->beta2))
        return "beta2 must be at least 0 and below 1";
    if (!is_amount(config->eps))
        return "eps must be finite and at least 0";
    if (!is_amount(config->l2))
        return "l2 must be finite and at least 0";
    if (config->eps_place != ADAM_EPS_AFTER && config->eps_place != ADAM_EPS_BEFORE)
        return "eps_place must be ADAM_EPS_AFTER or ADAM_EPS_BEFORE";
    return NULL;
}

enum descent_status adam_init(struct adam *adam, size_t n, struct adam_config config)
{
    *adam = (struct adam){.config = config, .n = n, .power1 = 1, .power2 = 1};
    if (adam_check(&config))
        return DESCENT_ERANGE;
    adam->m = zeros(n);
    adam->v = zeros(n);
    if (adam->m && adam->v)
        return DESCENT_OK;
    adam_free(adam);
    return DESCENT_ENOMEM;
}

void adam_free(struct adam *adam)
{
    free(adam->m);
    free(adam->v);
    adam->m = adam->v = NULL;
}
