/* lion.c: the hyper-parameters and the state of Lion;
 * its step is exercise 3.4.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/lion.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct lion_config lion_defaults(void)
{
    return (struct lion_config){
        .lr = (real)1e-4, .beta1 = (real)0.9, .beta2 = (real)0.99};
}

const char *lion_check(const struct lion_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta1))
        return "beta1 must be at least 0 and below 1";
    if (!is_decay_rate(config->beta2))
        return "beta2 must be at least 0 and below 1";
    if (!is_nonnegative(config->decay))
        return "decay must be finite and at least 0";
    return NULL;
}

enum descent_status lion_init(struct lion *lion, size_t n, struct lion_config config)
{
    *lion = (struct lion){.config = config, .n = n};
    if (lion_check(&config))
        return DESCENT_ERANGE;
    lion->m = zeros(n);
    return lion->m ? DESCENT_OK : DESCENT_ENOMEM;
}

void lion_free(struct lion *lion)
{
    free(lion->m);
    lion->m = NULL;
}
