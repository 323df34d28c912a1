/* adafactor.c: the hyper-parameters and the state of Adafactor;
 * its step is exercise 10.5.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/adafactor.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdint.h>
#include <stdlib.h>

struct adafactor_config adafactor_defaults(void)
{
    return (struct adafactor_config){.lr = (real)0.01,
                                     .fading = true,
                                     .relative = true,
                                     .exponent = (real)0.8,
                                     .clip = 1,
                                     .eps1 = (real)1e-30,
                                     .eps2 = (real)1e-3};
}

const char *adafactor_check(const struct adafactor_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!(config->exponent > 0) || isinf(config->exponent))
        return "exponent must be above 0 and finite";
    if (!(config->clip > 0))
        return "clip must be above 0";
    if (!is_nonnegative(config->eps1))
        return "eps1 must be finite and at least 0";
    if (!is_nonnegative(config->eps2))
        return "eps2 must be finite and at least 0";
    return NULL;
}

// [adafactor-state]
static enum descent_status allocate_state(struct adafactor *method)
{
    if (method->rows == 1 || method->cols == 1) {
        method->v = zeros(method->rows * method->cols);
        return method->v ? DESCENT_OK : DESCENT_ENOMEM;
    }
    method->r = zeros(method->rows);
    method->c = zeros(method->cols);
    return method->r && method->c ? DESCENT_OK : DESCENT_ENOMEM;
}
// [adafactor-state]

enum descent_status adafactor_init(struct adafactor *adafactor, size_t rows, size_t cols,
                                   struct adafactor_config config)
{
    *adafactor = (struct adafactor){.config = config, .rows = rows, .cols = cols};
    if (adafactor_check(&config) || rows < 1 || cols < 1 ||
        rows > SIZE_MAX / sizeof(real) / cols)
        return DESCENT_ERANGE;
    enum descent_status status = allocate_state(adafactor);
    if (status)
        adafactor_free(adafactor);
    return status;
}

void adafactor_free(struct adafactor *adafactor)
{
    free(adafactor->r);
    free(adafactor->c);
    free(adafactor->v);
    adafactor->r = adafactor->c = adafactor->v = NULL;
}
