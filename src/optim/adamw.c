/* adamw.c: the hyper-parameters and the state of AdamW;
 * its step is exercise 6.3.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/adamw.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct adamw_config adamw_defaults(void)
{
    return (struct adamw_config){.lr = (real)1e-3,
                                 .beta1 = (real)0.9,
                                 .beta2 = (real)0.999,
                                 .eps = (real)1e-8,
                                 .decay = (real)0.01,
                                 .decoupling = DECAY_TIMES_LR};
}

const char *adamw_check(const struct adamw_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta1))
        return "beta1 must be at least 0 and below 1";
    if (!is_decay_rate(config->beta2))
        return "beta2 must be at least 0 and below 1";
    if (!is_nonnegative(config->eps))
        return "eps must be finite and at least 0";
    if (!is_nonnegative(config->decay))
        return "decay must be finite and at least 0";
    if (config->decoupling != DECAY_TIMES_LR && config->decoupling != DECAY_INDEPENDENT)
        return "decoupling must be DECAY_TIMES_LR or DECAY_INDEPENDENT";
    return NULL;
}

enum descent_status adamw_init(struct adamw *adamw, size_t n, struct adamw_config config)
{
    *adamw = (struct adamw){
        .config = config, .n = n, .beta1_power = 1, .beta2_power = 1, .schedule = 1};
    if (adamw_check(&config))
        return DESCENT_ERANGE;
    adamw->m = zeros(n);
    adamw->v = zeros(n);
    if (adamw->m && adamw->v)
        return DESCENT_OK;
    adamw_free(adamw);
    return DESCENT_ENOMEM;
}

void adamw_free(struct adamw *adamw)
{
    free(adamw->m);
    free(adamw->v);
    adamw->m = adamw->v = NULL;
}
