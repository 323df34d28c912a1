/* nesterov.c: the hyper-parameters and the state of Nesterov's method;
 * its step is exercise 2.2.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/nesterov.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct nesterov_config nesterov_defaults(void)
{
    return (struct nesterov_config){
        .lr = (real)0.01, .beta = (real)0.9, .form = MOMENTUM_LR_OUTSIDE};
}

const char *nesterov_check(const struct nesterov_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta))
        return "beta must be at least 0 and below 1";
    if (config->form != MOMENTUM_LR_INSIDE && config->form != MOMENTUM_LR_OUTSIDE)
        return "form must be MOMENTUM_LR_INSIDE or MOMENTUM_LR_OUTSIDE";
    return NULL;
}

enum descent_status nesterov_init(struct nesterov *nesterov, size_t n,
                                  struct nesterov_config config)
{
    *nesterov = (struct nesterov){.config = config, .n = n};
    if (nesterov_check(&config))
        return DESCENT_ERANGE;
    nesterov->v = zeros(n);
    nesterov->ahead = zeros(n);
    nesterov->g = zeros(n);
    if (nesterov->v && nesterov->ahead && nesterov->g)
        return DESCENT_OK;
    nesterov_free(nesterov);
    return DESCENT_ENOMEM;
}

void nesterov_free(struct nesterov *nesterov)
{
    free(nesterov->v);
    free(nesterov->ahead);
    free(nesterov->g);
    nesterov->v = nesterov->ahead = nesterov->g = NULL;
}
