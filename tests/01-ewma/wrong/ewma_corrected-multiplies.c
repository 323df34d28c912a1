/* You multiply by 1 - λ^t. The average is too small by that factor already; to undo a
 * factor, divide by it. */
#include "optim/ewma_corrected.h"

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw * (1 - ewma->power);
}
