/* Before the first sample you return a number. There is no average of nothing; the header
 * says what to return for it. */
#include "optim/ewma_irregular.h"

real ewma_irregular_value(const struct ewma_irregular *ewma)
{
    return ewma->weight > 0 ? ewma->sum / ewma->weight : 0;
}
