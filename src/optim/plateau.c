/* plateau.c: settings and start of the machine that waits for the loss to fall. Reading a
 * loss is exercise 8.3's. */
#include "optim/plateau.h"
#include "optim/check.h"

struct plateau_config plateau_defaults(void)
{
    return (struct plateau_config){.rate = 1,
                                   .factor = (real)0.1,
                                   .least = 0,
                                   .patience = 10,
                                   .cooldown = 0,
                                   .threshold = (real)1e-4,
                                   .relative_to = PLATEAU_RELATIVE};
}

const char *plateau_check(const struct plateau_config *config)
{
    if (!is_nonnegative(config->rate))
        return "rate must be finite and at least 0";
    if (!is_decay_rate(config->factor))
        return "factor must be at least 0 and below 1";
    if (!(config->least >= 0 && config->least <= config->rate))
        return "least must be at least 0 and at most rate";
    if (!is_nonnegative(config->threshold))
        return "threshold must be finite and at least 0";
    if (config->relative_to != PLATEAU_RELATIVE &&
        config->relative_to != PLATEAU_ABSOLUTE)
        return "relative_to must be PLATEAU_RELATIVE or PLATEAU_ABSOLUTE";
    return NULL;
}

enum descent_status plateau_init(struct plateau *plateau, struct plateau_config config)
{
    if (plateau_check(&config))
        return DESCENT_ERANGE;
    *plateau =
        (struct plateau){.config = config, .rate = config.rate, .best = (real)INFINITY};
    return DESCENT_OK;
}
