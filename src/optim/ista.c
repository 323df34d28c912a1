/* ista.c: what is around a proximal gradient step (the step is exercise 9.5).
 *
 *     θ ← soft(θ - η g, η λ₁) / (1 + η λ₂)             [Beck and Teboulle 2009, eq. 1.4]
 *
 *     theta  θ   parameters, n of them      lr  η    learning rate
 *     g      g   gradient of the cost       l1  λ₁   l2  λ₂   the penalties
 *
 * Invariant: the penalties are in the step and never in g. */
#include "optim/ista.h"
#include "optim/check.h"

struct ista_config ista_defaults(void)
{
    return (struct ista_config){.lr = (real)0.01, .l1 = (real)0.01, .l2 = 0};
}

const char *ista_check(const struct ista_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_nonnegative(config->l1))
        return "l1 must be finite and at least 0";
    if (!is_nonnegative(config->l2))
        return "l2 must be finite and at least 0";
    return NULL;
}

enum descent_status ista_init(struct ista *ista, size_t n, struct ista_config config)
{
    if (ista_check(&config))
        return DESCENT_ERANGE;
    *ista = (struct ista){.config = config, .n = n};
    return DESCENT_OK;
}

void ista_free(struct ista *ista)
{
    (void)ista;
}
