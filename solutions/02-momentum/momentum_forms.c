/** @exercise 2.1 Three forms of one movement
 *  @points 10
 *
 *  Momentum is written in three forms:
 *
 *  | form | velocity                             | parameters                     |
 *  |:-----|:-------------------------------------|:-------------------------------|
 *  | (a)  | $v \leftarrow \beta v - \eta g$      | $\theta \leftarrow \theta + v$ |
 *  | (b)  | $v \leftarrow \beta v + g$           | $\theta \leftarrow \theta - \eta v$ |
 *  | (c)  | $v \leftarrow \beta v + (1-\beta) g$ | $\theta \leftarrow \theta - \eta v$ |
 *
 *  Convert the rates $(\eta, \beta)$ of one form to those of another that walks through
 *  the same points. Then find the factor that a velocity needs when a run changes its
 *  form half-way. Last, write the step of form (c), which the library does not have yet.
 *
 *  @hint Start all three from $v = 0$ with the same gradients and write out two steps.
 *        How far does the first step go in each form?
 *  @hint Go through form (b). To (b): from (c) the learning rate is multiplied by $1 -
 *        \beta$, from (a) it stays, and $\beta$ never changes. The velocity of (a) is
 *        $-\eta$ times that of (b), the velocity of (c) is $1 - \beta$ times that of (b).
 *        In the step, the penalty's gradient goes with the gradient, into the velocity.
 *  @plot valley t theta
 *  @commentary The factor of the velocity is not the factor of the learning rate: from
 *  (b) to (a) the rates stay and the velocity changes its unit and its sign. A learning
 *  rate of 0 has no factor, since a velocity of (a) is then 0 and tells nothing of the
 *  gradients. */
#include "optim/momentum_forms.h"
#include "optim/check.h"
#include "optim/todo.h"

// BEGIN SOLUTION
/* What the learning rate of a form is multiplied by to get that of form (b). */
static real lr_to_sum(enum momentum_form form, real beta)
{
    return form == MOMENTUM_AVERAGE ? 1 - beta : 1;
}

/* What the velocity of form (b) is multiplied by to get that of another form. */
static real unit_of_velocity(enum momentum_form form, real lr, real beta)
{
    if (form == MOMENTUM_LR_INSIDE)
        return -lr;
    return form == MOMENTUM_AVERAGE ? 1 - beta : 1;
}

// END SOLUTION
struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(rates.lr) || !is_decay_rate(rates.beta))
        return (struct momentum_rates){.lr = (real)NAN, .beta = (real)NAN};
    if (from != to)
        rates.lr *= lr_to_sum(from, rates.beta) / lr_to_sum(to, rates.beta);
    return rates;
    // END SOLUTION
}

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(rates.lr) || rates.lr == 0 || !is_decay_rate(rates.beta))
        return (real)NAN;
    real lr = rates.lr * lr_to_sum(from, rates.beta);
    return unit_of_velocity(to, lr, rates.beta) / unit_of_velocity(from, lr, rates.beta);
    // END SOLUTION
}

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct momentum_average_config c = momentum->config;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + (1 - c.beta) * (g[i] + c.l2 * theta[i]);
        theta[i] -= c.lr * v[i];
    }
    momentum->t++;
    // END SOLUTION
}
