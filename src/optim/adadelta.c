/* adadelta.c: the hyper-parameters and the state of AdaDelta;
 * its step is exercise 3.1.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/adadelta.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct adadelta_config adadelta_defaults(void)
{
    return (struct adadelta_config){.lr = 1, .rho = (real)0.9, .eps = (real)1e-6};
}

const char *adadelta_check(const struct adadelta_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->rho))
        return "rho must be at least 0 and below 1";
    if (!is_nonnegative(config->eps))
        return "eps must be finite and at least 0";
    if (!is_nonnegative(config->l2))
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
