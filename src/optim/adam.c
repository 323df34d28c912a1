/* adam.c: the hyper-parameters and the state of Adam;
 * its step is exercise 3.2.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/adam.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct adam_config adam_defaults(void)
{
    return (struct adam_config){.lr = (real)1e-3,
                                .beta1 = (real)0.9,
                                .beta2 = (real)0.999,
                                .eps = (real)1e-8,
                                .eps_place = ADAM_EPS_AFTER};
}

const char *adam_check(const struct adam_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta1))
        return "beta1 must be at least 0 and below 1";
    if (!is_decay_rate(config->beta2))
        return "beta2 must be at least 0 and below 1";
    if (!is_nonnegative(config->eps))
        return "eps must be finite and at least 0";
    if (!is_nonnegative(config->l2))
        return "l2 must be finite and at least 0";
    if (config->eps_place != ADAM_EPS_AFTER && config->eps_place != ADAM_EPS_BEFORE)
        return "eps_place must be ADAM_EPS_AFTER or ADAM_EPS_BEFORE";
    return NULL;
}

enum descent_status adam_init(struct adam *adam, size_t n, struct adam_config config)
{
    *adam = (struct adam){.config = config, .n = n, .beta1_power = 1, .beta2_power = 1};
    if (adam_check(&config))
        return DESCENT_ERANGE;
    adam->m = zeros(n);
    adam->v = zeros(n);
    if (adam->m && adam->v)
        return DESCENT_OK;
    adam_free(adam);
    return DESCENT_ENOMEM;
}

void adam_free(struct adam *adam)
{
    free(adam->m);
    free(adam->v);
    adam->m = adam->v = NULL;
}
