/* svrg.c: the hyper-parameters and the state of SVRG; its step is exercise 4.4.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/svrg.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct svrg_config svrg_defaults(void)
{
    return (struct svrg_config){.lr = (real)0.01};
}

const char *svrg_check(const struct svrg_config *config)
{
    return is_nonnegative(config->lr) ? NULL : "lr must be finite and at least 0";
}

enum descent_status svrg_init(struct svrg *svrg, const struct finite_sum *sum,
                              struct svrg_config config)
{
    if (config.inner == 0)
        config.inner = 2 * sum->m;
    *svrg = (struct svrg){.config = config, .sum = sum};
    if (svrg_check(&config))
        return DESCENT_ERANGE;
    svrg->snapshot = zeros(sum->n);
    svrg->full = zeros(sum->n);
    svrg->g = zeros(sum->n);
    svrg->old = zeros(sum->n);
    if (svrg->snapshot && svrg->full && svrg->g && svrg->old)
        return DESCENT_OK;
    svrg_free(svrg);
    return DESCENT_ENOMEM;
}

void svrg_free(struct svrg *svrg)
{
    free(svrg->snapshot);
    free(svrg->full);
    free(svrg->g);
    free(svrg->old);
    svrg->snapshot = svrg->full = svrg->g = svrg->old = NULL;
}
