/** @exercise 12.2 Performance profile and score
 *  @points 15
 *
 *  Methods are compared on several workloads, and seconds of one are not seconds of
 *  another. So each time is divided by the best one of its workload,
 *  r_mw = t_mw/min_(m') t_(m'w). The profile ρ_m(τ) is the share of workloads with
 *  r_mw ≤ τ: how much a method solves if it may take τ times as long as the best. The
 *  score S_m is the mean of the profile from τ = 1 to τ_max: the area below it, divided
 *  by τ_max - 1.
 *
 *  Write the three functions. A workload that a method did not solve has the time ∞, and
 *  it still is a workload.
 *
 *  Try it:  build/descent grade 12.2
 *  A hint:  build/descent hint 12.2
 */
#include "optim/performance_profile.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status performance_ratios(size_t methods, size_t workloads, const real *time,
                                       real *ratio)
{
    // TODO 12.2
    todo("12.2");
}

real performance_profile(size_t workloads, const real *ratio, real tau)
{
    // TODO 12.2
    todo("12.2");
}

real performance_score(size_t workloads, const real *ratio, real tau_max)
{
    // TODO 12.2
    todo("12.2");
}
