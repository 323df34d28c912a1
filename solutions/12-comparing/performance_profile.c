/** @exercise 12.2 Performance profile and score
 *  @points 15
 *
 *  Methods are compared on several workloads, and seconds of one are not seconds of
 *  another. So each time is divided by the best one of its workload, $r_{mw} = t_{mw} /
 *  \min_{m'} t_{m'w}$. The profile $\rho_m(\tau)$ is the share of workloads with $r_{mw}
 *  \le \tau$: how much a method solves if it may take $\tau$ times as long as the best.
 *  The score $S_m$ is the mean of the profile from $\tau = 1$ to $\tau_{\max}$: the area
 *  below it, divided by $\tau_{\max} - 1$.
 *
 *  Write the three functions. A workload that a method did not solve has the time
 *  $\infty$, and it still is a workload.
 *
 *  @hint What is $\infty/\infty$, and what should it be here? For the score: which part
 *        of the area below the staircase belongs to one workload, and how wide is it?
 *  @hint Check all times before the first ratio is written. For each workload the least
 *        time, then the quotients; where the time is infinite, so is the ratio. The
 *        profile counts the finite ratios up to $\tau$. In the score each workload with
 *        $r < \tau_{\max}$ adds $\tau_{\max} - r$; divide the sum by the number of all
 *        workloads and by $\tau_{\max} - 1$.
 *  @plot curve tau profile
 *  @commentary A sum over a grid of $\tau$ is not needed and not exact: the profile is 0
 *  or more steps, one for each workload, and a step at $r$ is $\tau_{\max} - r$ wide. The
 *  ratios depend on who takes part: where a new method is the best, all other ratios grow
 *  by one factor. Scores fall or stay, and their order may change. */
#include "optim/performance_profile.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status performance_ratios(size_t methods, size_t workloads, const real *time,
                                       real *ratio)
{
    // BEGIN SOLUTION
    if (methods == 0 || workloads == 0)
        return DESCENT_ERANGE;
    for (size_t i = 0; i < methods * workloads; i++)
        if (!(time[i] > 0))
            return DESCENT_ERANGE;
    for (size_t w = 0; w < workloads; w++) {
        real best = (real)INFINITY;
        for (size_t m = 0; m < methods; m++)
            best = fmin(best, time[m * workloads + w]);
        for (size_t m = 0; m < methods; m++) {
            const real t = time[m * workloads + w];
            ratio[m * workloads + w] = isfinite(t) ? t / best : t;
        }
    }
    return DESCENT_OK;
    // END SOLUTION
}

real performance_profile(size_t workloads, const real *ratio, real tau)
{
    // BEGIN SOLUTION
    if (workloads == 0 || isnan(tau))
        return (real)NAN;
    size_t solved = 0;
    for (size_t w = 0; w < workloads; w++)
        solved += isfinite(ratio[w]) && ratio[w] <= tau;
    return (real)solved / (real)workloads;
    // END SOLUTION
}

real performance_score(size_t workloads, const real *ratio, real tau_max)
{
    // BEGIN SOLUTION
    if (workloads == 0 || !(tau_max > 1 && isfinite(tau_max)))
        return (real)NAN;
    real area = 0;
    for (size_t w = 0; w < workloads; w++)
        if (ratio[w] < tau_max)
            area += tau_max - ratio[w];
    return area / ((tau_max - 1) * (real)workloads);
    // END SOLUTION
}
