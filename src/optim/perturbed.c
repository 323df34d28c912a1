/* perturbed.c: the settings and the state of perturbed gradient descent; its step is
 * exercise 0.7.
 *
 * Invariant: whatever init() returns, free() may follow; `since` is at most wait + 1. */
#include "optim/perturbed.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdint.h>
#include <stdlib.h>

struct perturbed_config perturbed_defaults(void)
{
    return (struct perturbed_config){.lr = (real)0.01,
                                     .flat = (real)1e-3,
                                     .radius = (real)1e-2,
                                     .drop = (real)1e-6,
                                     .wait = 100};
}

const char *perturbed_check(const struct perturbed_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_nonnegative(config->flat))
        return "flat must be finite and at least 0";
    if (!is_nonnegative(config->radius))
        return "radius must be finite and at least 0";
    if (!is_nonnegative(config->drop))
        return "drop must be finite and at least 0";
    if (config->wait < 1 || config->wait == SIZE_MAX)
        return "wait must be at least 1 and below SIZE_MAX";
    return NULL;
}

enum descent_status perturbed_init(struct perturbed *perturbed, size_t n, objective_fn *f,
                                   void *context, ball_fn *draw, void *source,
                                   real *theta, struct perturbed_config config)
{
    *perturbed = (struct perturbed){
        .config = config, .n = n, .f = f, .context = context, .theta = theta};
    perturbed->draw = draw;
    perturbed->source = source;
    perturbed->before = (real)NAN;
    if (perturbed_check(&config))
        return DESCENT_ERANGE;
    perturbed->since = config.wait + 1;
    perturbed->saved = zeros(n);
    perturbed->g = zeros(n);
    perturbed->noise = zeros(n);
    if (!perturbed->saved || !perturbed->g || !perturbed->noise) {
        perturbed_free(perturbed);
        return DESCENT_ENOMEM;
    }
    return DESCENT_OK;
}

void perturbed_free(struct perturbed *perturbed)
{
    free(perturbed->saved);
    free(perturbed->g);
    free(perturbed->noise);
    perturbed->saved = perturbed->g = perturbed->noise = NULL;
}
