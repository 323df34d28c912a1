/* schedules.c: warm-up, step decay, exponential decay as pure functions of the step.
 *
 *     w_t = min(1, t / T₀)     s_t = γ^⌊(t - 1)/k⌋     e_t = γ^(t - 1)
 *
 *     warmup  T₀   steps of warm-up      every   k   steps of a stair
 *     t            counted from 1        factor  γ   what is left of the rate
 *
 * Invariant: nothing is remembered, so a run that is resumed at step t has the rate of
 * one that was never stopped. Powers are products: the same bits everywhere. */
#include "optim/schedules.h"

#include <stdbool.h>
#include <tgmath.h>

static bool is_share(real x)
{
    return x >= 0 && x <= 1;
}

// [integer-power]
/* x^n with 2 log₂ n products. */
static real integer_power(real x, size_t n)
{
    real power = 1;
    for (; n > 0; n /= 2, x *= x)
        if (n % 2 == 1)
            power *= x;
    return power;
}
// [integer-power]

// [schedules]
real linear_warmup(size_t warmup, size_t t)
{
    if (t == 0)
        return (real)NAN;
    return t < warmup ? (real)t / (real)warmup : 1;
}

real step_decay(size_t every, real factor, size_t t)
{
    if (every == 0 || !is_share(factor) || t == 0)
        return (real)NAN;
    return integer_power(factor, (t - 1) / every);
}
// [schedules]

real exponential_decay(real factor, size_t t)
{
    return step_decay(1, factor, t);
}
