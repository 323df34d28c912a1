/* Before the first sample you return 0, or whatever your mean starts at. There is no mean
 * of nothing; the header says what to return for it. */
#include "optim/ewma_variance.h"

real ewma_variance_mean(const struct ewma_variance *ewma)
{
    return ewma->mean;
}
