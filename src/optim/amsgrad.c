/* amsgrad.c: the hyper-parameters and the state of AMSGrad;
 * its step is exercise 3.3.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/amsgrad.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct amsgrad_config amsgrad_defaults(void)
{
    return (struct amsgrad_config){.lr = (real)1e-3,
                                   .beta1 = (real)0.9,
                                   .beta2 = (real)0.999,
                                   .eps = (real)1e-8,
                                   .order = AMSGRAD_MAX_RAW};
}

const char *amsgrad_check(const struct amsgrad_config *config)
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
    if (config->order != AMSGRAD_MAX_RAW && config->order != AMSGRAD_MAX_CORRECTED)
        return "order must be AMSGRAD_MAX_RAW or AMSGRAD_MAX_CORRECTED";
    return NULL;
}

enum descent_status amsgrad_init(struct amsgrad *amsgrad, size_t n,
                                 struct amsgrad_config config)
{
    *amsgrad =
        (struct amsgrad){.config = config, .n = n, .beta1_power = 1, .beta2_power = 1};
    if (amsgrad_check(&config))
        return DESCENT_ERANGE;
    amsgrad->m = zeros(n);
    amsgrad->v = zeros(n);
    amsgrad->v_max = zeros(n);
    if (amsgrad->m && amsgrad->v && amsgrad->v_max)
        return DESCENT_OK;
    amsgrad_free(amsgrad);
    return DESCENT_ENOMEM;
}

void amsgrad_free(struct amsgrad *amsgrad)
{
    free(amsgrad->m);
    free(amsgrad->v);
    free(amsgrad->v_max);
    amsgrad->m = amsgrad->v = amsgrad->v_max = NULL;
}
