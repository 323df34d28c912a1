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

/* A floor raises every step of the cosine by its share of what is missing to 1. */
real warmup_cosine_sum(const struct warmup_cosine *schedule)
{
    if (!is_shape(schedule))
        return (real)NAN;
    real warm = (real)schedule->warmup, rest = (real)(schedule->total - schedule->warmup);
    real sum = warm > 0 ? (warm + 1) / 2 : 0;
    real missing = rest > 0 ? (rest + 1) / 2 : 0;
    return sum + rest - (1 - schedule->floor) * missing;
}
