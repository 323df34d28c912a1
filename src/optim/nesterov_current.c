/* nesterov_current.c: the hyper-parameters and the state of Nesterov's method at the
 * current point; its step is exercise 2.3.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/nesterov_current.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct nesterov_current_config nesterov_current_defaults(void)
{
    return (struct nesterov_current_config){
        .lr = (real)0.01, .beta = (real)0.9, .form = MOMENTUM_LR_OUTSIDE};
}

const char *nesterov_current_check(const struct nesterov_current_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta))
        return "beta must be at least 0 and below 1";
    if (!is_nonnegative(config->l2))
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
