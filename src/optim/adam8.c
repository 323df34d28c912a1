/* adam8.c: the hyper-parameters and the state of Adam with averages of bytes;
 * its step is exercise 10.4.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/adam8.h"
#include "optim/block_quant.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct adam8_config adam8_defaults(void)
{
    return (struct adam8_config){.lr = (real)1e-3,
                                 .beta1 = (real)0.9,
                                 .beta2 = (real)0.999,
                                 .eps = (real)1e-8,
                                 .block = 256};
}

const char *adam8_check(const struct adam8_config *config)
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
    return config->block < 1 ? "block must be at least 1" : NULL;
}

/* n codes that mean 0: scales of 0 are enough. */
static enum descent_status allocate_state(struct adam8 *adam8)
{
    const size_t n = adam8->n, block = adam8->config.block;
    const size_t most = block < n ? block : n; /* no block has more */
    adam8->m = calloc(n ? n : 1, 1);
    adam8->v = calloc(n ? n : 1, 1);
    adam8->m_scale = zeros(quant_blocks(n, block));
    adam8->v_scale = zeros(quant_blocks(n, block));
    adam8->work = zeros(2 * most);
    return adam8->m && adam8->v && adam8->m_scale && adam8->v_scale && adam8->work
               ? DESCENT_OK
               : DESCENT_ENOMEM;
}

enum descent_status adam8_init(struct adam8 *adam8, size_t n, struct adam8_config config)
{
    *adam8 = (struct adam8){.config = config, .n = n, .beta1_power = 1, .beta2_power = 1};
    if (adam8_check(&config))
        return DESCENT_ERANGE;
    quant_map_dynamic(adam8->with_sign, true);
    quant_map_dynamic(adam8->without_sign, false);
    enum descent_status status = allocate_state(adam8);
    if (status)
        adam8_free(adam8);
    return status;
}

void adam8_free(struct adam8 *adam8)
{
    free(adam8->m);
    free(adam8->v);
    free(adam8->m_scale);
    free(adam8->v_scale);
    free(adam8->work);
    adam8->m = adam8->v = NULL;
    adam8->m_scale = adam8->v_scale = adam8->work = NULL;
}
