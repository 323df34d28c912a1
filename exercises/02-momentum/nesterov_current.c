/** @exercise 2.3 Nesterov without looking ahead
 *  @points 10
 *
 *  A training loop computes the gradient where the parameters are, and has no time for a
 *  second one elsewhere. So libraries keep the point *ahead* as their parameters. Call it
 *  φ: in form (a) it is φ = θ + β v. Eliminate θ from the
 *  method of exercise 2.2 and write the step that takes φ and ∇ f(φ)
 *  to the next φ, in form (a) and in form (b). A penalty
 *  λ/2 ‖φ‖^2 adds λφ to the gradient.
 *
 *  Then show that nothing was lost: recover θ from φ and v.
 *
 *  Try it:  build/descent grade 2.3
 *  A hint:  build/descent hint 2.3
 */
#include "optim/nesterov_current.h"
#include "optim/check.h"
#include "optim/todo.h"
#include "optim/zeros.h"

#include <stdlib.h>

void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g)
{
    // TODO 2.3
    todo("2.3");
}

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    // TODO 2.3
    todo("2.3");
}

/* The rest is given. */

struct nesterov_current_config nesterov_current_defaults(void)
{
    return (struct nesterov_current_config){
        .lr = (real)0.01, .beta = (real)0.9, .form = MOMENTUM_LR_OUTSIDE};
}

const char *nesterov_current_check(const struct nesterov_current_config *config)
{
    if (!is_amount(config->lr))
        return "lr must be finite and at least 0";
    if (!is_share(config->beta))
        return "beta must be at least 0 and below 1";
    if (!is_amount(config->l2))
        return "l2 must be finite and at least 0";
    if (config->form != MOMENTUM_LR_INSIDE && config->form != MOMENTUM_LR_OUTSIDE)
        return "form must be MOMENTUM_LR_INSIDE or MOMENTUM_LR_OUTSIDE";
    return NULL;
}

enum descent_status nesterov_current_init(struct nesterov_current *nesterov, size_t n,
                                          struct nesterov_current_config config)
{
    *nesterov = (struct nesterov_current){.config = config, .n = n};
    if (nesterov_current_check(&config))
        return DESCENT_ERANGE;
    nesterov->v = zeros(n);
    return nesterov->v ? DESCENT_OK : DESCENT_ENOMEM;
}

void nesterov_current_free(struct nesterov_current *nesterov)
{
    free(nesterov->v);
    nesterov->v = NULL;
}
