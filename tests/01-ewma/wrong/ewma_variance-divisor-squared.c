/* Your divisor is W² - Q. That is in the square of the unit of a weight, while S is in
 * that unit: if all weights were doubled, your variance would change. */
#include "optim/ewma_variance.h"

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    return ewma->deviations / (ewma->weight * ewma->weight - ewma->weight_sq);
}
