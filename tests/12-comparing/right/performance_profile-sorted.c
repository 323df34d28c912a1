/* performance_profile-sorted.c: the area as a walk along the stairs. */
#include "optim/performance_profile.h"

#include <math.h>

enum descent_status performance_ratios(size_t methods, size_t workloads, const real *time,
                                       real *ratio)
{
    for (size_t i = methods * workloads; i-- > 0;)
        if (isnan(time[i]) || time[i] <= 0)
            return DESCENT_ERANGE;
    for (size_t w = 0; w < workloads; w++) {
        size_t winner = 0;
        for (size_t m = 1; m < methods; m++)
            if (time[m * workloads + w] < time[winner * workloads + w])
                winner = m;
        const real best = time[winner * workloads + w];
        for (size_t m = 0; m < methods; m++)
            ratio[m * workloads + w] =
                isinf(best) ? INFINITY : time[m * workloads + w] / best;
    }
    return methods && workloads ? DESCENT_OK : DESCENT_ERANGE;
}

real performance_profile(size_t workloads, const real *ratio, real tau)
{
    double share = isnan(tau) || !workloads ? NAN : 0;
    for (size_t w = 0; w < workloads; w++)
        if (ratio[w] <= tau && ratio[w] < INFINITY)
            share += 1;
    return share / (double)workloads;
}

/* The next stair above x. */
static double next_stair(size_t workloads, const real *ratio, double x, double end)
{
    for (size_t w = 0; w < workloads; w++)
        if (ratio[w] > x && ratio[w] < end)
            end = ratio[w];
    return end;
}

real performance_score(size_t workloads, const real *ratio, real tau_max)
{
    double area = 0, x = 1;
    if (!(tau_max > 1) || isinf(tau_max) || !workloads)
        return NAN;
    if (workloads > 1000) {
        for (size_t w = 0; w < workloads; w++)
            area += fmax(0, tau_max - ratio[w]) / (double)workloads;
        return area / (tau_max - 1);
    }
    while (x < tau_max) {
        const double end = next_stair(workloads, ratio, x, tau_max);
        area += (end - x) * performance_profile(workloads, ratio, x);
        x = end;
    }
    return area / (tau_max - 1);
}
