/* You move the mean before the new sample is in W. The share of the new sample is its
 * weight, 1, of the whole weight with it included; before the first sample W is 0, and
 * you divide by that. */
#include "optim/ewma_variance.h"

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    real lambda = ewma->lambda, deviation = x - ewma->mean;
    ewma->weight_sq = lambda * lambda * ewma->weight_sq + 1;
    ewma->mean += deviation / ewma->weight;
    ewma->weight = lambda * ewma->weight + 1;
    ewma->deviations = lambda * ewma->deviations + deviation * (x - ewma->mean);
}
