/* You add the new sample whole. Then the raw state is a sum that grows to 1 / (1 - λ)
 * times the samples; in an average, the share of the past and that of the new sample add
 * up to 1. */
#include "optim/ewma_corrected.h"

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    ewma->raw = ewma->lambda * ewma->raw + x;
    ewma->power *= ewma->lambda;
}
