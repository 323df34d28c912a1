/* sam.c: what SAM needs besides its step, which is an exercise.
 *
 *     g = ∇f(θ + ρ ∇f(θ) / ‖∇f(θ)‖),   θ ← θ - ηg        [Foret et al. 2021, equation 2]
 *
 *     lr        η   learning rate          neighbor   θ + ρ ∇f(θ) / ‖∇f(θ)‖
 *     rho       ρ   how far it looks       g          one gradient, then the other
 *
 * Invariant: nothing is kept from step to step but their number. */
#include "optim/sam.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct sam_config sam_defaults(void)
{
    return (struct sam_config){.lr = (real)0.01, .rho = (real)0.05};
}

const char *sam_check(const struct sam_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_nonnegative(config->rho))
        return "rho must be finite and at least 0";
    return NULL;
}

enum descent_status sam_init(struct sam *sam, size_t n, struct sam_config config)
{
    *sam = (struct sam){0};
    if (sam_check(&config))
        return DESCENT_ERANGE;
    *sam = (struct sam){.config = config, .n = n, .neighbor = zeros(n), .g = zeros(n)};
    if (sam->neighbor && sam->g)
        return DESCENT_OK;
    sam_free(sam);
    return DESCENT_ENOMEM;
}

void sam_free(struct sam *sam)
{
    free(sam->neighbor);
    free(sam->g);
    *sam = (struct sam){0};
}
