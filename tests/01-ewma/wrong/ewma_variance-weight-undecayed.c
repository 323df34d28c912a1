/* Your sum of the weights grows by 1 with every sample and never shrinks. That is the
 * number of samples; but old samples have lost weight, by λ in every step. */
#include "optim/ewma_variance.h"

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    real lambda = ewma->lambda, deviation = x - ewma->mean;
    ewma->weight += 1;
    ewma->weight_sq = lambda * lambda * ewma->weight_sq + 1;
    ewma->mean += deviation / ewma->weight;
    ewma->deviations = lambda * ewma->deviations + deviation * (x - ewma->mean);
}
