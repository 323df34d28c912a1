/* You return a number before any sample has come. There is no average of nothing, and the
 * header says what to return for it: something that no one can take for an average. */
#include "optim/ewma_corrected.h"

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->power < 1 ? ewma->raw / (1 - ewma->power) : 0;
}
