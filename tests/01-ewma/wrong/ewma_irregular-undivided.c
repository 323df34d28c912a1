/* You return the sum, not the average. Divide it by what the weights add up to. */
#include "optim/ewma_irregular.h"

real ewma_irregular_value(const struct ewma_irregular *ewma)
{
    return ewma->sum;
}
