/* You return the standard deviation. The variance is its square, in the square of the
 * unit of the samples. */
#include "optim/ewma_variance.h"

#include <math.h>

real ewma_variance_biased(const struct ewma_variance *ewma)
{
    return sqrt(ewma->deviations / ewma->weight);
}

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    return sqrt(ewma->deviations / (ewma->weight - ewma->weight_sq / ewma->weight));
}
