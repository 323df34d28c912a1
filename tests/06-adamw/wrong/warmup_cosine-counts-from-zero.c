/* Your first step has the multiplier 0: you take its number for 0, but steps are
 * counted from 1 here. A step multiplied by 0 costs a batch and moves nothing, and the
 * warm-up ends one step late. */
#include "optim/warmup_cosine.h"

#include <tgmath.h>

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    const size_t warmup = schedule->warmup, total = schedule->total;
    const real floor = schedule->floor;
    if (total == 0 || warmup > total || !(floor >= 0 && floor <= 1))
        return (real)NAN;
    if (t <= warmup && warmup > 0)
        return t > 0 ? (real)(t - 1) / (real)warmup : 0;
    if (t == warmup)
        return 1;
    if (t >= total)
        return floor;
    const real pi = (real)3.14159265358979323846;
    real share = (real)(t - warmup) / (real)(total - warmup);
    return floor + (1 - floor) * (1 + cos(pi * share)) / 2;
}
