/* rmsprop.c: a learning rate for each parameter, from recent squared gradients.
 *
 *     v ← ρ v + (1 - ρ) g²    θ ← θ - η g / (√v + ε)          [Tieleman and Hinton 2012]
 *
 *     theta  θ   parameters, n of them        lr    η   learning rate
 *     g      g   gradient at theta            rho   ρ   share of the past
 *     v      v   average of g²                eps   ε   inside or outside the root
 *     m      m   average of g, if centered    beta  β   momentum
 *     u      u   momentum, if any             l2    λ   adds λθ to g
 *
 * Centered, v - m² takes the place of v under the root. With momentum, the quotient goes
 * through u ← β u + g / (√v + ε) and θ ← θ - η u. There is a loop for each combination,
 * so that none reads an array it does not need; which one runs is decided outside of it.
 *
 * Invariant: v is at least 0, and v ≥ m² but for rounding (Jensen: both averages weigh
 * alike, and what is missing from their weights is a gradient of 0). */
#include "optim/rmsprop.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct rmsprop_config rmsprop_defaults(void)
{
    return (struct rmsprop_config){
        .lr = (real)0.01, .rho = (real)0.99, .eps = (real)1e-8, .eps_place = EPS_OUTSIDE};
}

const char *rmsprop_check(const struct rmsprop_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->rho))
        return "rho must be at least 0 and below 1";
    if (!is_nonnegative(config->eps))
        return "eps must be finite and at least 0";
    if (!is_decay_rate(config->beta))
        return "beta must be at least 0 and below 1";
    if (!is_nonnegative(config->l2))
        return "l2 must be finite and at least 0";
    if (config->eps_place != EPS_OUTSIDE && config->eps_place != EPS_INSIDE)
        return "eps_place must be EPS_OUTSIDE or EPS_INSIDE";
    return NULL;
}

enum descent_status rmsprop_init(struct rmsprop *rmsprop, size_t n,
                                 struct rmsprop_config config)
{
    *rmsprop = (struct rmsprop){.config = config, .n = n};
    if (rmsprop_check(&config))
        return DESCENT_ERANGE;
    rmsprop->v = zeros(n);
    rmsprop->m = config.centered ? zeros(n) : NULL;
    rmsprop->u = config.beta > 0 ? zeros(n) : NULL;
    if (rmsprop->v && (rmsprop->m || !config.centered) &&
        (rmsprop->u || config.beta == 0))
        return DESCENT_OK;
    rmsprop_free(rmsprop);
    return DESCENT_ENOMEM;
}

/* The two places of ε: the one in use holds it, the other holds 0, which changes no
 * bit. */
struct places {
    real inside, outside;
};

static inline real divisor(real square, struct places eps)
{
    return sqrt(square + eps.inside) + eps.outside;
}

static inline real average(real old, real new, real rho)
{
    return rho * old + (1 - rho) * new;
}

/* v - m², or 0 where rounding made it negative; NaN stays NaN. */
static inline real variance(real v, real m)
{
    real spread = v - m * m;
    return spread < 0 ? 0 : spread;
}

// [rmsprop-plain]
static void step_plain(struct rmsprop *rms, real *theta, const real *g, struct places eps)
{
    const struct rmsprop_config c = rms->config;
    const size_t n = rms->n;
    real *v = rms->v;
    for (size_t i = 0; i < n; i++) {
        real grad = g[i] + c.l2 * theta[i];
        v[i] = average(v[i], grad * grad, c.rho);
        theta[i] -= c.lr * grad / divisor(v[i], eps);
    }
}
// [rmsprop-plain]

static void step_momentum(struct rmsprop *rms, real *theta, const real *g,
                          struct places eps)
{
    const struct rmsprop_config c = rms->config;
    const size_t n = rms->n;
    real *v = rms->v, *u = rms->u;
    for (size_t i = 0; i < n; i++) {
        real grad = g[i] + c.l2 * theta[i];
        v[i] = average(v[i], grad * grad, c.rho);
        u[i] = c.beta * u[i] + grad / divisor(v[i], eps);
        theta[i] -= c.lr * u[i];
    }
}

static void step_centered(struct rmsprop *rms, real *theta, const real *g,
                          struct places eps)
{
    const struct rmsprop_config c = rms->config;
    const size_t n = rms->n;
    real *v = rms->v, *m = rms->m;
    for (size_t i = 0; i < n; i++) {
        real grad = g[i] + c.l2 * theta[i];
        v[i] = average(v[i], grad * grad, c.rho);
        m[i] = average(m[i], grad, c.rho);
        theta[i] -= c.lr * grad / divisor(variance(v[i], m[i]), eps);
    }
}

static void step_centered_momentum(struct rmsprop *rms, real *theta, const real *g,
                                   struct places eps)
{
    const struct rmsprop_config c = rms->config;
    const size_t n = rms->n;
    real *v = rms->v, *m = rms->m, *u = rms->u;
    for (size_t i = 0; i < n; i++) {
        real grad = g[i] + c.l2 * theta[i];
        v[i] = average(v[i], grad * grad, c.rho);
        m[i] = average(m[i], grad, c.rho);
        u[i] = c.beta * u[i] + grad / divisor(variance(v[i], m[i]), eps);
        theta[i] -= c.lr * u[i];
    }
}

void rmsprop_step(struct rmsprop *rms, real *theta, const real *g)
{
    const real inside = rms->config.eps_place == EPS_INSIDE ? rms->config.eps : 0;
    const struct places eps = {inside, rms->config.eps - inside};
    if (rms->config.centered)
        (rms->u ? step_centered_momentum : step_centered)(rms, theta, g, eps);
    else
        (rms->u ? step_momentum : step_plain)(rms, theta, g, eps);
    rms->t++;
}

void rmsprop_free(struct rmsprop *rmsprop)
{
    free(rmsprop->v);
    free(rmsprop->m);
    free(rmsprop->u);
    rmsprop->v = rmsprop->m = rmsprop->u = NULL;
}
