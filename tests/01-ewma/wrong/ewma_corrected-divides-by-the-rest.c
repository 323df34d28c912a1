/* You divide by 1 - λ, the same number at every step. That is right for the first sample
 * only: after t of them the weights add up to 1 - λ^t. */
#include "optim/ewma_corrected.h"

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw / (1 - ewma->lambda);
}
