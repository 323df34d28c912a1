/** @exercise 3.1 AdaDelta
 *  @points 10
 *
 *  Read θ as a length. The gradient g is then a cost per length, and RMSProp's
 *  g / √v has no unit at all: in both, η must bring what is missing. AdaDelta
 *  multiplies by a length: the root mean square of its own recent steps,
 *
 *   s ← ρ s + (1-ρ) g^2,
 *     Δ = (√(d + ε))/(√(s + ε))  g,
 *  d ← ρ d + (1-ρ) Δ^2,
 *     θ ← θ - ηΔ .
 *
 *  Write the step. The step that is being computed cannot be part of the average that it
 *  is computed from: which of the two averages is new and which is old in Δ?
 *
 *  Try it:  build/descent grade 3.1
 *  A hint:  build/descent hint 3.1
 */
#include "optim/adadelta.h"
#include "optim/check.h"
#include "optim/todo.h"
#include "optim/zeros.h"

#include <stdlib.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    // TODO 3.1
    todo("3.1");
}

/* The rest is given. */

struct adadelta_config adadelta_defaults(void)
{
    return (struct adadelta_config){.lr = 1, .rho = (real)0.9, .eps = (real)1e-6};
}

const char *adadelta_check(const struct adadelta_config *config)
{
    if (!is_amount(config->lr))
        return "lr must be finite and at least 0";
    if (!is_share(config->rho))
        return "rho must be at least 0 and below 1";
    if (!is_amount(config->eps))
        return "eps must be finite and at least 0";
    if (!is_amount(config->l2))
        return "l2 must be finite and at least 0";
    return NULL;
}

enum descent_status adadelta_init(struct adadelta *adadelta, size_t n,
                                  struct adadelta_config config)
{
    *adadelta = (struct adadelta){.config = config, .n = n};
    if (adadelta_check(&config))
        return DESCENT_ERANGE;
    adadelta->s = zeros(n);
    adadelta->d = zeros(n);
    if (adadelta->s && adadelta->d)
        return DESCENT_OK;
    adadelta_free(adadelta);
    return DESCENT_ENOMEM;
}

void adadelta_free(struct adadelta *adadelta)
{
    free(adadelta->s);
    free(adadelta->d);
    adadelta->s = adadelta->d = NULL;
}
