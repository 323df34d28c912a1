/** @exercise 3.4 Lion
 *  @points 10
 *
 *  Lion was found by a program that searched among programs. It looks at nothing of the
 *  gradient but a sign:
 *
 *  $$ \theta \leftarrow (1 - \eta\lambda)\,\theta
 *     - \eta \operatorname{sign}(\beta_1 m + (1-\beta_1) g), \qquad
 *     m \leftarrow \beta_2 m + (1-\beta_2) g . $$
 *
 *  The direction and the memory mix the gradient in different shares, and the direction
 *  uses the memory of the step before. The decay acts on the parameters and never meets
 *  the sign.
 *
 *  Before you write it, think: when the gradients of a coordinate are $\mu \pm a$ in
 *  turn, and $m$ has become $\mu$, what must $\mu$ be so that the signs do not alternate?
 *
 *  Write the step. C has no sign function for reals: yours must give 0 for 0 and NaN for
 *  NaN.
 *
 *  @hint There is one array of state. In which order must its two uses stand?
 *  @hint One loop: mix the old $m$ with the gradient, by $\beta_1$; move $\theta$ by the
 *        sign of the mix and by the decay; only then let $m$ take up the gradient, by
 *        $\beta_2$. As for the sign: whatever is neither above 0 nor below 0 can be
 *        returned as it is.
 *  @plot valley t theta
 *  @commentary With $\beta_1 < \beta_2$ the newest gradient counts for more in the
 *  direction (0.1 at the defaults) than in the memory (0.01). Since every coordinate
 *  moves by $\eta$, the step as a vector has the length $\eta\sqrt n$ however small the
 *  gradient is: Lion does not slow down by itself near a minimum, its learning rate has
 *  to. The sign is that of $\mu \pm (1-\beta_1) a$, so that the signs agree only if
 *  $|\mu| > 0.1\, a$. Otherwise the coordinate jumps to and fro: Lion's cycle on
 *  Rosenbrock's function. */
#include "optim/lion.h"
#include "optim/todo.h"

// BEGIN SOLUTION
static inline real sign(real x)
{
    return x > 0 ? 1 : x < 0 ? -1 : x;
}

// END SOLUTION
void lion_step(struct lion *lion, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct lion_config c = lion->config;
    const size_t n = lion->n;
    real *m = lion->m;
    for (size_t i = 0; i < n; i++) {
        real mix = c.beta1 * m[i] + (1 - c.beta1) * g[i];
        theta[i] -= c.lr * (sign(mix) + c.decay * theta[i]);
        m[i] = c.beta2 * m[i] + (1 - c.beta2) * g[i];
    }
    lion->t++;
    // END SOLUTION
}
