/* You compute multipliers for schedules that are none: without steps, with more warm-up
 * than steps, with a floor below 0, above 1 or NaN. The header says what to return
 * then. */
#include "optim/warmup_cosine.h"

#include <tgmath.h>

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    const size_t warmup = schedule->warmup, total = schedule->total;
    const real floor = schedule->floor;
    if (t < warmup)
        return (real)t / (real)warmup;
    if (t == warmup)
        return 1;
    if (t >= total)
        return floor;
    const real pi = (real)3.14159265358979323846;
    real share = (real)(t - warmup) / (real)(total - warmup);
    return floor + (1 - floor) * (1 + cos(pi * share)) / 2;
}
