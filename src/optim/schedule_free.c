/* schedule_free.c: settings and memory of Schedule-Free AdamW. The step is exercise
 * 8.7's. */
#include "optim/schedule_free.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>
#include <string.h>

struct schedule_free_config schedule_free_defaults(void)
{
    return (struct schedule_free_config){.lr = (real)0.0025,
                                         .beta1 = (real)0.9,
                                         .beta2 = (real)0.999,
                                         .eps = (real)1e-8,
                                         .decay = 0,
                                         .warmup = 0};
}

const char *schedule_free_check(const struct schedule_free_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!(config->beta1 > 0 && config->beta1 < 1))
        return "beta1 must be above 0 and below 1";
    if (!is_decay_rate(config->beta2))
        return "beta2 must be at least 0 and below 1";
    if (!is_nonnegative(config->eps))
        return "eps must be finite and at least 0";
    if (!is_nonnegative(config->decay))
        return "decay must be finite and at least 0";
    return NULL;
}

enum descent_status schedule_free_init(struct schedule_free *method, size_t n,
                                       const real *theta,
                                       struct schedule_free_config config)
{
    *method = (struct schedule_free){.config = config, .n = n, .beta2_power = 1};
    if (schedule_free_check(&config))
        return DESCENT_ERANGE;
    method->z = zeros(n);
    method->v = zeros(n);
    if (!method->z || !method->v) {
        schedule_free_free(method);
        return DESCENT_ENOMEM;
    }
    if (theta && n > 0)
        memcpy(method->z, theta, n * sizeof *theta);
    return DESCENT_OK;
}

void schedule_free_free(struct schedule_free *method)
{
    free(method->z);
    free(method->v);
    method->z = method->v = NULL;
}
