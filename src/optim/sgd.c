/* sgd.c: gradient descent, and stochastic gradient descent.
 *
 *     θ ← θ - η (g + λ θ)                          [Cauchy 1847; Robbins and Monro 1951]
 *
 *     theta  θ   parameters, n of them        lr  η   learning rate
 *     g      g   gradient at theta            l2  λ   penalty λ/2 ‖θ‖², 0 for none
 *
 * Invariant: where g + λθ is 0 nothing moves; the method remembers nothing but t. */
#include "optim/sgd.h"
#include "optim/check.h"

struct sgd_config sgd_defaults(void)
{
    return (struct sgd_config){.lr = (real)0.01, .l2 = 0};
}

const char *sgd_check(const struct sgd_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_nonnegative(config->l2))
        return "l2 must be finite and at least 0";
    return NULL;
}

enum descent_status sgd_init(struct sgd *sgd, size_t n, struct sgd_config config)
{
    if (sgd_check(&config))
        return DESCENT_ERANGE;
    *sgd = (struct sgd){.config = config, .n = n};
    return DESCENT_OK;
}

// [sgd-step]
void sgd_step(struct sgd *sgd, real *theta, const real *g)
{
    const real lr = sgd->config.lr, l2 = sgd->config.l2;
    const size_t n = sgd->n;
    for (size_t i = 0; i < n; i++)
        theta[i] -= lr * (g[i] + l2 * theta[i]);
    sgd->t++;
}
// [sgd-step]

void sgd_free(struct sgd *sgd)
{
    (void)sgd;
}
