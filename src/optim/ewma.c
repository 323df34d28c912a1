/* ewma.c: exponentially weighted moving average.
 *
 *     a_t = λ a_{t-1} + (1 - λ) x_t                                     [Roberts 1959]
 *
 *     lambda   λ    share of the past         average  a_t   the state, one number
 *     count    t    samples so far            x        x_t   the new sample
 *
 * Invariant: a_t is a weighted sum of x_1 … x_t in which x_i has the weight
 * (1 - λ) λ^{t-i}; the start value has what is left. */
#include "optim/ewma.h"
#include "optim/check.h"

struct ewma_config ewma_defaults(void)
{
    return (struct ewma_config){
        .lambda = (real)0.9, .start = EWMA_START_ZERO, .warmup = 10};
}

const char *ewma_check(const struct ewma_config *config)
{
    if (!is_decay_rate(config->lambda))
        return "lambda must be at least 0 and below 1";
    if (config->start > EWMA_START_MEAN)
        return "start must be one of enum ewma_start";
    if (config->start == EWMA_START_MEAN && config->warmup == 0)
        return "warmup must be at least 1 when start is EWMA_START_MEAN";
    return NULL;
}

enum descent_status ewma_init(struct ewma *ewma, struct ewma_config config)
{
    if (ewma_check(&config))
        return DESCENT_ERANGE;
    *ewma = (struct ewma){.config = config};
    return DESCENT_OK;
}

// [ewma-past]
/* The share of the past in a_t: λ, except where the start value says otherwise. */
static real share_of_past(const struct ewma *ewma)
{
    real t = (real)ewma->count;
    if (ewma->config.start == EWMA_START_FIRST && ewma->count == 1)
        return 0;
    if (ewma->config.start == EWMA_START_MEAN && ewma->count <= ewma->config.warmup)
        return (t - 1) / t;
    return ewma->config.lambda;
}
// [ewma-past]

// [ewma-update]
void ewma_update(struct ewma *ewma, real x)
{
    ewma->count++;
    real lambda = share_of_past(ewma);
    ewma->average = lambda * ewma->average + (1 - lambda) * x;
}
// [ewma-update]

real ewma_value(const struct ewma *ewma)
{
    return ewma->average;
}
