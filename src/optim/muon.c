/* muon.c: the hyper-parameters and the state of Muon; its step is exercise 7.2.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/muon.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct muon_config muon_defaults(void)
{
    return (struct muon_config){.lr = (real)0.02,
                                .beta = (real)0.95,
                                .nesterov = true,
                                .steps = 5,
                                .momentum = MUON_EMA,
                                .scale = MUON_SCALE_ASPECT};
}

const char *muon_check(const struct muon_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta))
        return "beta must be at least 0 and below 1";
    if (!is_nonnegative(config->decay))
        return "decay must be finite and at least 0";
    if (config->steps < 1 || config->steps > 100)
        return "steps must be at least 1 and at most 100";
    if (config->momentum != MUON_EMA && config->momentum != MUON_SUM)
        return "momentum must be MUON_EMA or MUON_SUM";
    if (config->scale != MUON_SCALE_ASPECT && config->scale != MUON_SCALE_RMS)
        return "scale must be MUON_SCALE_ASPECT or MUON_SCALE_RMS";
    return NULL;
}

enum descent_status muon_init(struct muon *muon, size_t rows, size_t cols,
                              struct muon_config config)
{
    *muon = (struct muon){.config = config, .rows = rows, .cols = cols, .schedule = 1};
    if (muon_check(&config))
        return DESCENT_ERANGE;
    enum descent_status status = newton_schulz_init(&muon->ns, rows, cols);
    if (status)
        return status;
    muon->b = zeros(rows * cols);
    muon->d = zeros(2 * rows * cols);
    if (muon->b && muon->d)
        return DESCENT_OK;
    muon_free(muon);
    return DESCENT_ENOMEM;
}

void muon_free(struct muon *muon)
{
    newton_schulz_free(&muon->ns);
    free(muon->b);
    free(muon->d);
    muon->b = muon->d = NULL;
}
