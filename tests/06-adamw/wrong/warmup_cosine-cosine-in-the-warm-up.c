/* You multiply the warm-up by a cosine, too. The three cases follow each other; each
 * step belongs to one of them. */
#include "optim/warmup_cosine.h"

#include <tgmath.h>

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    const size_t warmup = schedule->warmup, total = schedule->total;
    const real floor = schedule->floor;
    if (total == 0 || warmup > total || !(floor >= 0 && floor <= 1))
        return (real)NAN;
    const real pi = (real)3.14159265358979323846;
    if (t < warmup)
        return (real)t / (real)warmup *
               (floor + (1 - floor) * (1 + cos(pi * (real)t / (real)total)) / 2);
    if (t == warmup)
        return 1;
    if (t >= total)
        return floor;
    real share = (real)(t - warmup) / (real)(total - warmup);
    return floor + (1 - floor) * (1 + cos(pi * share)) / 2;
}
