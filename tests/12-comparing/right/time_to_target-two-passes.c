/* time_to_target-two-passes.c: smooths first, then looks for the place. */
#include "optim/ewma_corrected.h"
#include "optim/time_to_target.h"

#include <math.h>

static real smoothed(size_t count, const real *value, real lambda)
{
    struct ewma_corrected ewma;
    ewma_corrected_init(&ewma, lambda);
    for (size_t i = 0; i < count; i++)
        ewma_corrected_update(&ewma, value[i]);
    return ewma_corrected_value(&ewma);
}

static size_t first_below(size_t n, const real *value, real target, real lambda)
{
    struct ewma_corrected ewma;
    ewma_corrected_init(&ewma, lambda);
    for (size_t i = 0; i < n; i++) {
        ewma_corrected_update(&ewma, value[i]);
        if (!isfinite(value[i]))
            return n;
        if (ewma_corrected_value(&ewma) <= target)
            return i;
    }
    return n;
}

real time_to_target(size_t n, const real *time, const real *value, real target,
                    real lambda)
{
    if (!(lambda >= 0 && lambda < 1) || isnan(target))
        return NAN;
    for (size_t i = n; i-- > 0;)
        if (!isfinite(time[i]) || (i + 1 < n && !(time[i + 1] > time[i])))
            return NAN;
    const size_t i = first_below(n, value, target, lambda);
    if (i == n)
        return INFINITY;
    if (i == 0)
        return time[0];
    const real high = smoothed(i, value, lambda), low = smoothed(i + 1, value, lambda);
    const real share = (target - low) / (high - low);
    return share * time[i - 1] + (1 - share) * time[i];
}
