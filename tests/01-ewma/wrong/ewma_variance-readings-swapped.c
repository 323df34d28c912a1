/* You have the two variances the wrong way round. The corrected one is the larger: its
 * divisor is smaller. */
#include "optim/ewma_variance.h"

real ewma_variance_biased(const struct ewma_variance *ewma)
{
    return ewma->deviations / (ewma->weight - ewma->weight_sq / ewma->weight);
}

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    return ewma->deviations / ewma->weight;
}
