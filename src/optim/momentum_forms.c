/* momentum_forms.c: the hyper-parameters and the state of momentum as an average;
 * its step is exercise 2.1.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/momentum_forms.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct momentum_average_config momentum_average_defaults(void)
{
    return (struct momentum_average_config){.lr = (real)0.1, .beta = (real)0.9};
}

const char *momentum_average_check(const struct momentum_average_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta))
        return "beta must be at least 0 and below 1";
    if (!is_nonnegative(config->l2))
        return "l2 must be finite and at least 0";
    return NULL;
}

enum descent_status momentum_average_init(struct momentum_average *momentum, size_t n,
                                          struct momentum_average_config config)
{
    *momentum = (struct momentum_average){.config = config, .n = n};
    if (momentum_average_check(&config))
        return DESCENT_ERANGE;
    momentum->v = zeros(n);
    return momentum->v ? DESCENT_OK : DESCENT_ENOMEM;
}

void momentum_average_free(struct momentum_average *momentum)
{
    free(momentum->v);
    momentum->v = NULL;
}
