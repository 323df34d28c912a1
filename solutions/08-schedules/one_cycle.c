/** @exercise 8.2 One cycle
 *  @points 10
 *
 *  Smith and Topin train with one large triangle: the rate rises to a peak that would be
 *  too large for the whole run, falls back, and in the end falls far below where it
 *  began. While the rate is large the momentum is small, and the other way round. What
 *  libraries call OneCycle has three rates,
 *
 *  $$ \eta_1 = \frac{P}{d}, \quad P, \quad \eta_T = \frac{\eta_1}{f}, $$
 *
 *  with the peak $P$ and the divisors $d$ (`start_div`) and $f$ (`final_div`), and two
 *  ways to get from one to the next. Mind the last: it is the *first* rate that is
 *  divided, not the peak. The peak is at $p = \rho T$, where $\rho$ is the share of the
 *  steps that rise. This need not be a whole number: then no step has the peak.
 *
 *  Write the rate, and the momentum that mirrors it. PyTorch divides 0 by 0 where the
 *  rise ends with its first step; the header says what you return there.
 *
 *  @hint One function serves both: it gets three values and returns the one of step t.
 *        How large is the share of the way up that is done at step 1, and at p? Of the
 *        way down at p, and at T?
 *  @hint Check the ranges. After step T there is only the last value. Before p the share
 *        is $(t-1)/(p-1)$, and nobody can get here with $p \le 1$. From p on it is
 *        $(t-p)/(T-p)$; only if p is T, this is 0 over 0, and the value is that of the
 *        peak. The momentum goes from beta_high to beta_low and back to beta_high.
 *  @plot cycle t rate
 *  @commentary That the final rate is the initial one over 10^4, so that with both
 *  defaults it is the peak over 250,000, is in the code of PyTorch and of fast.ai's
 *  version 1; notes often say the peak over 10^4. Version 2 of fast.ai has the peak over
 *  10^5. The difference is small, since each of these rates moves next to nothing. */
#include "optim/one_cycle.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_divisor(real x)
{
    return x >= 1 && isfinite(x);
}

static bool is_shape(const struct one_cycle *schedule)
{
    return schedule->total > 0 && schedule->peak >= 0 && isfinite(schedule->peak) &&
           schedule->rise >= 0 && schedule->rise <= 1 &&
           is_divisor(schedule->start_div) && is_divisor(schedule->final_div) &&
           schedule->beta_low >= 0 && schedule->beta_low <= schedule->beta_high &&
           schedule->beta_high < 1 &&
           (schedule->way == ONE_CYCLE_COSINE || schedule->way == ONE_CYCLE_LINE);
}

static real between(real from, real to, real share, enum one_cycle_way way)
{
    const real pi = (real)3.14159265358979323846;
    if (way == ONE_CYCLE_COSINE)
        share = (1 - cos(pi * share)) / 2;
    return from + (to - from) * share;
}

/* The value of a step, by those of the first step, the peak and the last step. */
static real cycle(const struct one_cycle *schedule, size_t step, real first, real peak,
                  real last)
{
    if (!is_shape(schedule) || step == 0)
        return (real)NAN;
    if (step > schedule->total)
        return last;
    const real t = (real)step, total = (real)schedule->total;
    const real top = schedule->rise * total;
    if (t < top)
        return between(first, peak, (t - 1) / (top - 1), schedule->way);
    if (top == total)
        return peak;
    return between(peak, last, (t - top) / (total - top), schedule->way);
}

// END SOLUTION
real one_cycle(const struct one_cycle *schedule, size_t t)
{
    // BEGIN SOLUTION
    const real first = schedule->peak / schedule->start_div;
    return cycle(schedule, t, first, schedule->peak, first / schedule->final_div);
    // END SOLUTION
}

real one_cycle_beta(const struct one_cycle *schedule, size_t t)
{
    // BEGIN SOLUTION
    const real low = schedule->beta_low, high = schedule->beta_high;
    return cycle(schedule, t, high, low, high);
    // END SOLUTION
}
