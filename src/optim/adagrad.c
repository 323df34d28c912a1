/* adagrad.c: a learning rate for each parameter, from the sum of its squared gradients.
 *
 *     s ← s + g²    θ ← θ - η g / (√s + ε)                         [Duchi et al. 2011]
 *
 *     theta  θ   parameters, n of them        lr   η   learning rate
 *     g      g   gradient at theta            eps  ε   inside or outside the root
 *     s      s   sum of squares               l2   λ   adds λθ to g
 *
 * Of the two places for ε one holds it and the other holds 0, which changes no bit.
 *
 * Invariant: s never falls, so no coordinate's own learning rate η / (√s + ε) ever
 * rises. */
#include "optim/adagrad.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct adagrad_config adagrad_defaults(void)
{
    return (struct adagrad_config){
        .lr = (real)0.01, .eps = (real)1e-10, .eps_place = EPS_OUTSIDE};
}

const char *adagrad_check(const struct adagrad_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_nonnegative(config->lr_decay))
        return "lr_decay must be finite and at least 0";
    if (!is_nonnegative(config->eps))
        return "eps must be finite and at least 0";
    if (!is_nonnegative(config->start))
        return "start must be finite and at least 0";
    if (!is_nonnegative(config->l2))
        return "l2 must be finite and at least 0";
    if (config->eps_place != EPS_OUTSIDE && config->eps_place != EPS_INSIDE)
        return "eps_place must be EPS_OUTSIDE or EPS_INSIDE";
    return NULL;
}

enum descent_status adagrad_init(struct adagrad *adagrad, size_t n,
                                 struct adagrad_config config)
{
    *adagrad = (struct adagrad){.config = config, .n = n};
    if (adagrad_check(&config))
        return DESCENT_ERANGE;
    adagrad->s = zeros(n);
    if (!adagrad->s)
        return DESCENT_ENOMEM;
    for (size_t i = 0; i < n; i++)
        adagrad->s[i] = config.start;
    return DESCENT_OK;
}

// [adagrad-step]
void adagrad_step(struct adagrad *adagrad, real *theta, const real *g)
{
    const struct adagrad_config c = adagrad->config;
    const real inside = c.eps_place == EPS_INSIDE ? c.eps : 0, outside = c.eps - inside;
    const real lr = c.lr / (1 + (real)adagrad->t * c.lr_decay);
    const size_t n = adagrad->n;
    real *s = adagrad->s;
    for (size_t i = 0; i < n; i++) {
        real grad = g[i] + c.l2 * theta[i];
        s[i] += grad * grad;
        theta[i] -= lr * grad / (sqrt(s[i] + inside) + outside);
    }
    adagrad->t++;
}
// [adagrad-step]

void adagrad_free(struct adagrad *adagrad)
{
    free(adagrad->s);
    adagrad->s = NULL;
}
