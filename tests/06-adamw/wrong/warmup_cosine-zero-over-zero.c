/* At a border you divide 0 by 0: without a warm-up, at step 0, or with nothing but
 * warm-up, at its end. Find out which of the three cases such a step belongs to, before
 * you divide. */
#include "optim/warmup_cosine.h"

#include <tgmath.h>

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    const size_t warmup = schedule->warmup, total = schedule->total;
    const real floor = schedule->floor;
    if (total == 0 || warmup > total || !(floor >= 0 && floor <= 1))
        return (real)NAN;
    if (t < warmup || (t == 0 && warmup == 0))
        return (real)t / (real)warmup;
    if (t > total || (t == total && warmup < total))
        return floor;
    const real pi = (real)3.14159265358979323846;
    real share = (real)(t - warmup) / (real)(total - warmup);
    return floor + (1 - floor) * (1 + cos(pi * share)) / 2;
}
