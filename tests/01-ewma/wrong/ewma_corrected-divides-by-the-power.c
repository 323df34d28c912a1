/* You divide by λ^t. That is the weight which the start at zero has kept. The samples
 * have the rest of it, and it is their weights that should add up to 1. */
#include "optim/ewma_corrected.h"

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw / ewma->power;
}
