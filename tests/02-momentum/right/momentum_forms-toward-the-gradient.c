/* Correct: the average moves toward the gradient by its share; rates and velocities by
 * tables. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    const real rest = 1 - rates.beta;
    if (!is_nonnegative(rates.lr) || !is_decay_rate(rates.beta))
        return (struct momentum_rates){(real)NAN, (real)NAN};
    if (from == to || (from != MOMENTUM_AVERAGE && to != MOMENTUM_AVERAGE))
        return rates;
    rates.lr = to == MOMENTUM_AVERAGE ? rates.lr / rest : rates.lr * rest;
    return rates;
}

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    const real rest = 1 - rates.beta, lr = rates.lr;
    if (!is_nonnegative(lr) || !(lr > 0) || !is_decay_rate(rates.beta))
        return (real)NAN;
    const real factors[3][3] = {
        {1, -1 / lr, -rest / lr}, {-lr, 1, rest}, {-lr, 1 / rest, 1}};
    return factors[from][to];
}

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    for (size_t i = momentum->n; i-- > 0;) {
        real slope = fma(c.l2, theta[i], g[i]);
        momentum->v[i] += (1 - c.beta) * (slope - momentum->v[i]);
        theta[i] = fma(-c.lr, momentum->v[i], theta[i]);
    }
    momentum->t++;
}
