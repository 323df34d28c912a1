/** @file performance_profile.h
 *  @brief Performance profiles, and the score that is the area below (exercise 12.2).
 *  @ingroup ch12 */
#ifndef DESCENT_PERFORMANCE_PROFILE_H
#define DESCENT_PERFORMANCE_PROFILE_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch12
 *  @{ */

/** How many times as long as the best method each method took, workload by workload:
 *  r_mw = t_mw / min over m' of t_m'w. The best has the ratio 1, and so has each one that
 *  ties with it. A method that did not solve a workload has an infinite ratio there, also
 *  if no method solved it. None of the three functions allocates anything.
 *  @param      methods    number of methods, at least 1
 *  @param      workloads  number of workloads, at least 1
 *  @param      time       methods × workloads times, each above 0; infinite if the method
 *                         did not solve the workload
 *  @param[out] ratio      methods × workloads ratios, overwritten; may be `time`
 *  @return DESCENT_OK; or DESCENT_ERANGE if there is no method, no workload, or a time
 *          that is NaN or not above 0: then nothing is written
 *  @see Dolan and Moré (2002), Mathematical Programming 91, section 2. */
enum descent_status performance_ratios(size_t methods, size_t workloads, const real *time,
                                       real *ratio);

/** The profile of one method: the share of all workloads that it solved within τ times
 *  the time of the best, τ itself included. An infinite ratio is within no τ, an infinite
 *  one neither.
 *  @param workloads  number of workloads, at least 1
 *  @param ratio      a row of performance_ratios(): `workloads` ratios, at least 1 or
 *                    infinite
 *  @param tau        τ; any number
 *  @return 0 to 1; 0 for τ below 1; NaN if τ is NaN or there is no workload */
real performance_profile(size_t workloads, const real *ratio, real tau);

/** The score of one method: the area below its profile from 1 to τ_max, divided by
 *  τ_max - 1. The profile is a staircase, so the area is a sum, right to rounding.
 *  @param workloads  as above
 *  @param ratio      as above
 *  @param tau_max    τ_max, finite and above 1
 *  @return 0 to 1; NaN if τ_max is outside its range or there is no workload
 *  @see Dahl et al. (2023), arXiv:2306.07179, section 4.4. */
real performance_score(size_t workloads, const real *ratio, real tau_max);

/** @} */

#endif
