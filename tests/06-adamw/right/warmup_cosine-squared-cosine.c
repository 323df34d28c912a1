/* Correct: ½(1 + cos x) is cos² ½x, and the steps that are left tell which case it is. */
#include "optim/warmup_cosine.h"

#include <math.h>
#include <stdbool.h>

static bool is_shape(const struct warmup_cosine *schedule)
{
    return schedule->total >= 1 && schedule->warmup <= schedule->total &&
           isgreaterequal(schedule->floor, 0) && islessequal(schedule->floor, 1);
}

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    if (!is_shape(schedule))
        return (real)NAN;
    if (t <= schedule->warmup)
        return schedule->warmup ? (real)t / (real)schedule->warmup : 1;
    if (t >= schedule->total)
        return schedule->floor;
    real gone = (real)(t - schedule->warmup), left = (real)(schedule->total - t);
    real half = cos(asin(1) * gone / (gone + left));
    return schedule->floor + (1 - schedule->floor) * half * half;
}
