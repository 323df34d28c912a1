/* performance_profile-means.c: the score as a mean of what each workload gives. */
#include "optim/performance_profile.h"

#include <math.h>

static double best_of(size_t methods, size_t workloads, const real *time)
{
    double best = time[0];
    for (size_t m = 1; m < methods; m++)
        if (time[m * workloads] < best)
            best = time[m * workloads];
    return best;
}

enum descent_status performance_ratios(size_t methods, size_t workloads, const real *time,
                                       real *ratio)
{
    enum descent_status status = methods && workloads ? DESCENT_OK : DESCENT_ERANGE;
    for (size_t i = 0; i < methods * workloads; i++)
        status = time[i] > 0 ? status : DESCENT_ERANGE;
    for (size_t w = 0; !status && w < workloads; w++) {
        const double best = best_of(methods, workloads, time + w);
        for (size_t i = w; i < methods * workloads; i += workloads)
            ratio[i] = time[i] < INFINITY ? time[i] / best : INFINITY;
    }
    return status;
}

real performance_profile(size_t workloads, const real *ratio, real tau)
{
    if (!workloads || tau != tau)
        return NAN;
    real mean = 0;
    for (size_t w = 0; w < workloads; w++)
        mean += (ratio[w] <= fmin(tau, 1e300)) / (real)workloads;
    return mean;
}

real performance_score(size_t workloads, const real *ratio, real tau_max)
{
    if (!workloads || !(tau_max > 1 && tau_max < INFINITY))
        return NAN;
    real mean = 0;
    for (size_t w = 0; w < workloads; w++)
        mean += fmin(fmax((tau_max - ratio[w]) / (tau_max - 1), 0), 1) / (real)workloads;
    return mean;
}
