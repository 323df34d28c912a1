/* You add a squared deviation with the share 1 - λ, as to an average, and later divide by
 * W as if it were a sum. In S the new sample has the weight 1, as in W. */
#include "optim/ewma_variance.h"

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    real lambda = ewma->lambda, deviation = x - ewma->mean;
    ewma->weight = lambda * ewma->weight + 1;
    ewma->weight_sq = lambda * lambda * ewma->weight_sq + 1;
    ewma->mean += deviation / ewma->weight;
    ewma->deviations =
        lambda * ewma->deviations + (1 - lambda) * deviation * (x - ewma->mean);
}
