/* heavy_ball.c: gradient descent with momentum.
 *
 *     (a)  v ← β v - η g    θ ← θ + v                                     [Polyak 1964]
 *     (b)  v ← β v + g      θ ← θ - η v                                      [PyTorch]
 *
 *     theta  θ   parameters, n of them        lr    η   learning rate
 *     g      g   gradient at theta            beta  β   momentum
 *     v      v   velocity, 0 at first         l2    λ   adds λθ to g
 *
 * Both are v ← β v + gain · g, θ ← θ - scale · v, with (gain, scale) = (-η, -1) in (a)
 * and (1, η) in (b). Dampening d takes the gain down to 1 - d of that from step 2 on.
 *
 * Invariant: v_t is the sum of gain · βⁱ g_{t-i}. While η is constant, v of (a) is -η
 * times v of (b) and θ is the same in both. */
#include "optim/heavy_ball.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct heavy_ball_config heavy_ball_defaults(void)
{
    return (struct heavy_ball_config){
        .lr = (real)0.01, .beta = (real)0.9, .form = MOMENTUM_LR_OUTSIDE};
}

const char *heavy_ball_check(const struct heavy_ball_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta))
        return "beta must be at least 0 and below 1";
    if (!is_decay_rate(config->dampening))
        return "dampening must be at least 0 and below 1";
    if (!is_nonnegative(config->l2))
        return "l2 must be finite and at least 0";
    if (config->form != MOMENTUM_LR_INSIDE && config->form != MOMENTUM_LR_OUTSIDE)
        return "form must be MOMENTUM_LR_INSIDE or MOMENTUM_LR_OUTSIDE";
    return NULL;
}

enum descent_status heavy_ball_init(struct heavy_ball *ball, size_t n,
                                    struct heavy_ball_config config)
{
    *ball = (struct heavy_ball){.config = config, .n = n};
    if (heavy_ball_check(&config))
        return DESCENT_ERANGE;
    ball->v = zeros(n);
    return ball->v ? DESCENT_OK : DESCENT_ENOMEM;
}

// [heavy-ball-step]
void heavy_ball_step(struct heavy_ball *ball, real *theta, const real *g)
{
    const struct heavy_ball_config c = ball->config;
    const bool inside = c.form == MOMENTUM_LR_INSIDE;
    const real fresh = ball->t == 0 ? 1 : 1 - c.dampening;
    const real gain = inside ? -c.lr * fresh : fresh, scale = inside ? -1 : c.lr;
    const size_t n = ball->n;
    real *v = ball->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + gain * (g[i] + c.l2 * theta[i]);
        theta[i] -= scale * v[i];
    }
    ball->t++;
}
// [heavy-ball-step]

void heavy_ball_free(struct heavy_ball *ball)
{
    free(ball->v);
    ball->v = NULL;
}
