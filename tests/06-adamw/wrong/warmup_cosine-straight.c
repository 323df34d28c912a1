/* Your multiplier falls along a line. It should leave 1 gently and arrive gently: along
 * half a cosine. */
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
    real share = (real)(t - warmup) / (real)(total - warmup);
    return floor + (1 - floor) * (1 - share);
}
