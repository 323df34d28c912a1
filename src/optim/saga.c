/* saga.c: the hyper-parameters and the state of SAGA for linear models;
 * its step is exercise 4.3.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/saga.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct saga_config saga_defaults(void)
{
    return (struct saga_config){.lr = (real)0.01};
}

const char *saga_check(const struct saga_config *config)
{
    return is_nonnegative(config->lr) ? NULL : "lr must be finite and at least 0";
}

enum descent_status saga_init(struct saga *saga, const struct glm *glm,
                              struct saga_config config)
{
    *saga = (struct saga){.config = config, .glm = glm};
    if (saga_check(&config))
        return DESCENT_ERANGE;
    saga->slope = zeros(glm->m);
    saga->mean = zeros(glm->n);
    if (saga->slope && saga->mean)
        return DESCENT_OK;
    saga_free(saga);
    return DESCENT_ENOMEM;
}

void saga_free(struct saga *saga)
{
    free(saga->slope);
    free(saga->mean);
    saga->slope = saga->mean = NULL;
}
