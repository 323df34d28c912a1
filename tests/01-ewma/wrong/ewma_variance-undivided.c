/* Your biased variance is S itself, a sum of squares that grows with the number of
 * samples. To be their mean it must be divided by the sum of their weights. */
#include "optim/ewma_variance.h"

real ewma_variance_biased(const struct ewma_variance *ewma)
{
    return ewma->deviations;
}
