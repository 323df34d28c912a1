/* sag.c: the hyper-parameters and the state of SAG for linear models;
 * its step is exercise 4.2.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/sag.h"
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct sag_config sag_defaults(void)
{
    return (struct sag_config){.lr = (real)0.01, .start = SAG_START_SEEN};
}

const char *sag_check(const struct sag_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (config->start != SAG_START_SEEN && config->start != SAG_START_CENTERED)
        return "start must be SAG_START_SEEN or SAG_START_CENTERED";
    return NULL;
}

/* The slopes at theta, and the mean of the gradients that they stand for. */
static void center(struct sag *sag, const real *theta)
{
    const struct glm *glm = sag->glm;
    for (size_t i = 0; i < glm->m; i++) {
        sag->slope[i] = glm_slope(glm, i, glm_margin(glm, theta, i));
        blas_add(glm->n, sag->slope[i] / (real)glm->m, glm->x + i * glm->n, sag->shift);
    }
}

enum descent_status sag_init(struct sag *sag, const struct glm *glm, const real *theta,
                             struct sag_config config)
{
    const bool centered = config.start == SAG_START_CENTERED;
    *sag = (struct sag){.config = config, .glm = glm};
    if (sag_check(&config))
        return DESCENT_ERANGE;
    sag->seen = calloc(glm->m, sizeof *sag->seen);
    sag->slope = zeros(glm->m);
    sag->total = zeros(glm->n);
    sag->shift = centered ? zeros(glm->n) : NULL;
    if (!sag->seen || !sag->slope || !sag->total || (centered && !sag->shift)) {
        sag_free(sag);
        return DESCENT_ENOMEM;
    }
    if (centered)
        center(sag, theta);
    return DESCENT_OK;
}

void sag_free(struct sag *sag)
{
    free(sag->seen);
    free(sag->slope);
    free(sag->total);
    free(sag->shift);
    sag->seen = NULL;
    sag->slope = sag->total = sag->shift = NULL;
}
