/* You let the cosine run down to 0 and cut it off at the floor. It is to be squeezed
 * between 1 and the floor, so that it reaches the floor level, at the last step and not
 * before. */
#include "optim/warmup_cosine.h"

#include <tgmath.h>

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    const size_t warmup = schedule->warmup, total = schedule->total;
    const real floor = schedule->floor;
    if (total == 0 || warmup > total || !(floor >= 0 && floor <= 1))
        return (real)NAN;
    if (t < warmup)
        return (real)t / (real)warmup;
    if (t == warmup)
        return 1;
    if (t >= total)
        return floor;
    const real pi = (real)3.14159265358979323846;
    real share = (real)(t - warmup) / (real)(total - warmup);
    real multiplier = (1 + cos(pi * share)) / 2;
    return multiplier > floor ? multiplier : floor;
}
