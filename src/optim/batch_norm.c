/* batch_norm.c: what is around batch normalization (its passes are exercise 9.8).
 *
 *     running_mean      R_μ      starts at 0      eps       ε   below the root
 *     running_variance  R_v      starts at 1      momentum  ρ   share of the new batch
 *
 * Invariant: all four arrays are one block, which begins with running_mean. */
#include "optim/batch_norm.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdint.h>
#include <stdlib.h>

struct batch_norm_config batch_norm_defaults(void)
{
    return (struct batch_norm_config){.eps = (real)1e-5, .momentum = (real)0.1};
}

const char *batch_norm_check(const struct batch_norm_config *config)
{
    if (!(config->eps > 0 && isfinite(config->eps)))
        return "eps must be finite and above 0";
    if (!(config->momentum >= 0 && config->momentum <= 1))
        return "momentum must be at least 0 and at most 1";
    return NULL;
}

enum descent_status batch_norm_init(struct batch_norm *bn, size_t channels,
                                    struct batch_norm_config config)
{
    *bn = (struct batch_norm){0};
    if (batch_norm_check(&config) || channels > SIZE_MAX / 4)
        return DESCENT_ERANGE;
    real *memory = zeros(4 * channels);
    if (!memory)
        return DESCENT_ENOMEM;
    *bn = (struct batch_norm){config,
                              channels,
                              memory,
                              memory + channels,
                              memory + 2 * channels,
                              memory + 3 * channels};
    for (size_t c = 0; c < channels; c++)
        bn->running_variance[c] = 1;
    return DESCENT_OK;
}

void batch_norm_free(struct batch_norm *bn)
{
    free(bn->running_mean);
    *bn = (struct batch_norm){0};
}
