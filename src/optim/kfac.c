/* kfac.c: the hyper-parameters and the state of K-FAC; its two functions are exercise
 * 7.6.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/kfac.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <limits.h>
#include <stdlib.h>

enum { MAX_SIZE = 16384 };

struct kfac_config kfac_defaults(void)
{
    return (struct kfac_config){
        .lr = (real)0.1, .beta = (real)0.95, .damping = (real)1e-3};
}

const char *kfac_check(const struct kfac_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta))
        return "beta must be at least 0 and below 1";
    if (!is_nonnegative(config->damping))
        return "damping must be finite and at least 0";
    return NULL;
}

enum descent_status kfac_init(struct kfac *kfac, size_t in, size_t out,
                              struct kfac_config config)
{
    *kfac = (struct kfac){.config = config, .in = in, .out = out, .beta_power = 1};
    if (kfac_check(&config) || in < 1 || out < 1 || in > MAX_SIZE || out > MAX_SIZE ||
        in > INT_MAX / out)
        return DESCENT_ERANGE;
    kfac->a = zeros(in * in);
    kfac->s = zeros(out * out);
    kfac->room = zeros(in * in + out * out + 2 * in * out);
    if (kfac->a && kfac->s && kfac->room)
        return DESCENT_OK;
    kfac_free(kfac);
    return DESCENT_ENOMEM;
}

void kfac_free(struct kfac *kfac)
{
    free(kfac->a);
    free(kfac->s);
    free(kfac->room);
    kfac->a = kfac->s = kfac->room = NULL;
}
