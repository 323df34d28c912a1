/** @exercise 8.2 One cycle
 *  @points 10
 *
 *  Smith and Topin train with one large triangle: the rate rises to a peak that would be
 *  too large for the whole run, falls back, and in the end falls far below where it
 *  began. While the rate is large the momentum is small, and the other way round. What
 *  libraries call OneCycle has three rates,
 *
 *      η_1 = P/d,
 *      P,
 *      η_T = η_1/f,
 *
 *  with the peak P and the divisors d (start_div) and f (final_div), and two ways to get
 *  from one to the next. Mind the last: it is the first rate that is divided, not the
 *  peak. The peak is at p = ρT, where ρ is the share of the steps that rise. This need
 *  not be a whole number: then no step has the peak.
 *
 *  Write the rate, and the momentum that mirrors it. PyTorch divides 0 by 0 where the
 *  rise ends with its first step; the header says what you return there.
 *
 *  Try it:  build/descent grade 8.2
 *  A hint:  build/descent hint 8.2
 */
#include "optim/one_cycle.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real one_cycle(const struct one_cycle *schedule, size_t t)
{
    // TODO 8.2
    todo("8.2");
}

real one_cycle_beta(const struct one_cycle *schedule, size_t t)
{
    // TODO 8.2
    todo("8.2");
}
