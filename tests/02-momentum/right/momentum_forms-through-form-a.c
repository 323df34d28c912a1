/* Correct: everything goes through form (a), and the step is made in two passes. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

static real step_length(enum momentum_form form, struct momentum_rates rates)
{
    return form == MOMENTUM_AVERAGE ? rates.lr - rates.lr * rates.beta : rates.lr;
}

struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    if (!is_nonnegative(rates.lr) || !is_decay_rate(rates.beta))
        return (struct momentum_rates){(real)NAN, (real)NAN};
    real lr = step_length(from, rates);
    return (struct momentum_rates){
        .lr = to == MOMENTUM_AVERAGE ? lr / (1 - rates.beta) : lr, .beta = rates.beta};
}

/* Velocity times this is the displacement. */
static real displacement(enum momentum_form form, real lr)
{
    return form == MOMENTUM_LR_INSIDE ? 1 : -lr;
}

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    struct momentum_rates target = momentum_convert(from, to, rates);
    if (isnan(target.lr) || target.lr == 0)
        return (real)NAN;
    return displacement(from, rates.lr) / displacement(to, target.lr);
}

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const real rest = 1 - c.beta, decay = rest * c.l2;
    real *v = momentum->v;
    for (size_t i = 0; i < momentum->n; i++)
        v[i] = rest * g[i] + decay * theta[i] + c.beta * v[i];
    for (size_t i = 0; i < momentum->n; i++)
        theta[i] -= v[i] * c.lr;
    momentum->t += 1;
}
