/* loss_scaler.c: the settings of the dynamic loss scaler; what it does with a gradient is
 * exercise 10.2.
 *
 * Invariant: least ≤ scale ≤ most. */
#include "optim/loss_scaler.h"
#include "optim/check.h"

struct loss_scaler_config loss_scaler_defaults(void)
{
    return (struct loss_scaler_config){.scale = 65536,
                                       .growth = 2,
                                       .backoff = (real)0.5,
                                       .interval = 2000,
                                       .least = 1,
                                       .most = 16777216};
}

const char *loss_scaler_check(const struct loss_scaler_config *config)
{
    if (!(config->growth >= 1) || isinf(config->growth))
        return "growth must be finite and at least 1";
    if (!(config->backoff > 0 && config->backoff <= 1))
        return "backoff must be above 0 and at most 1";
    if (config->interval < 1)
        return "interval must be at least 1";
    if (!(config->least > 0) || isinf(config->least))
        return "least must be above 0 and finite";
    if (!(config->most >= config->least) || isinf(config->most))
        return "most must be finite and at least `least`";
    if (!(config->scale >= config->least && config->scale <= config->most))
        return "scale must be at least `least` and at most `most`";
    return NULL;
}

enum descent_status loss_scaler_init(struct loss_scaler *scaler,
                                     struct loss_scaler_config config)
{
    *scaler = (struct loss_scaler){.config = config, .scale = config.scale};
    return loss_scaler_check(&config) ? DESCENT_ERANGE : DESCENT_OK;
}
