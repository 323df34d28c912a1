/* time_to_target-weights.c: the average as a running mean whose weight is kept. */
#include "optim/time_to_target.h"

#include <math.h>

real time_to_target(size_t n, const real *time, const real *value, real target,
                    real lambda)
{
    double mean = 0, weight = 0, last = 0;
    if (!(lambda >= 0) || !(lambda < 1) || target != target)
        return NAN;
    for (size_t i = 0; i < n; i++)
        if (!(fabs(time[i]) < INFINITY) || (i && time[i] <= time[i - 1]))
            return NAN;
    for (size_t i = 0; i < n && fabs(value[i]) < INFINITY; i++) {
        weight = lambda * weight + 1;
        mean += (value[i] - mean) / weight;
        if (mean <= target)
            return i ? time[i] - (time[i] - time[i - 1]) * (target - mean) / (last - mean)
                     : time[0];
        last = mean;
    }
    return INFINITY;
}
