/* Your power of λ never leaves 1, so you divide by 0. Each sample that comes ages the
 * start by one step; the power has to follow, or the correction does not know how many
 * samples there were. */
#include "optim/ewma_corrected.h"

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    ewma->raw = ewma->lambda * ewma->raw + (1 - ewma->lambda) * x;
}
