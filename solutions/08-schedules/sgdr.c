/** @exercise 8.5 Schedules that can go on
 *  @points 10
 *
 *  The cosine of [](#ex:6.5) must know when the run ends. Two schedules need not.
 *
 *  *SGDR* starts the cosine again at its end, each time $m$ times as long. Just before
 *  each restart the rate is small, and there the run may be stopped. Write its
 *  multiplier, and the number of steps after which $c$ cycles are complete: with cycles
 *  of 10, 20, 40 … steps, 5 of them take 310.
 *
 *  *Warm-up, stable, decay* keeps the rate, and only its last part falls. A run of
 *  another length shares all but that part. Write its multiplier, for a decay along a
 *  line and one along $1 - \sqrt{x}$.
 *
 *  Steps count from 1. So the first step of a cosine has the multiplier 1, and a cycle of
 *  one step is all 1.
 *
 *  @hint Take whole cycles off the steps already taken, until fewer are left than the
 *        cycle has. Why is that a short loop if cycles grow, and what do you do if they
 *        do not? What if the next length is more than an integer can hold?
 *  @hint Steps already taken: $i = t - 1$. With $m = 1$ the remainder of $i$ is enough.
 *        Otherwise subtract lengths and multiply the length by m; if the product would
 *        overflow, the next cycle is longer than any run, and only its length as a real
 *        number matters. The sum of the lengths stops at the first overflow. For the
 *        other schedule test the ranges by subtraction, then take the parts in their
 *        order: warm-up, stable, decay, after.
 *  @plot waves t multiplier
 *  @commentary There is a closed form with a logarithm for the number of the cycle, used
 *  by PyTorch; where t is near a restart, rounding of the logarithm can choose the wrong
 *  cycle. Multiplying integers cannot. */
#include "optim/sgdr.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <stdint.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_share(real x)
{
    return x >= 0 && x <= 1;
}

static bool is_restarting(const struct sgdr *schedule)
{
    return schedule->first > 0 && schedule->growth > 0 && is_share(schedule->floor);
}

static real cosine(real floor, real share)
{
    const real pi = (real)3.14159265358979323846;
    return floor + (1 - floor) * (1 + cos(pi * share)) / 2;
}

// END SOLUTION
real sgdr(const struct sgdr *schedule, size_t t)
{
    // BEGIN SOLUTION
    const size_t growth = schedule->growth;
    size_t length = schedule->first;
    if (!is_restarting(schedule) || t == 0)
        return (real)NAN;
    size_t taken = growth == 1 ? (t - 1) % length : t - 1;
    while (taken >= length) {
        taken -= length;
        if (length > SIZE_MAX / growth)
            return cosine(schedule->floor, (real)taken / ((real)length * (real)growth));
        length *= growth;
    }
    return cosine(schedule->floor, (real)taken / (real)length);
    // END SOLUTION
}

size_t sgdr_steps(const struct sgdr *schedule, size_t cycles)
{
    // BEGIN SOLUTION
    const size_t growth = schedule->growth;
    size_t length = schedule->first, steps = 0;
    if (!is_restarting(schedule))
        return 0;
    if (growth == 1)
        return cycles > SIZE_MAX / length ? 0 : cycles * length;
    for (size_t c = 0; c < cycles; c++) {
        if (c > 0 && length > SIZE_MAX / growth)
            return 0;
        length *= c > 0 ? growth : 1;
        if (length > SIZE_MAX - steps)
            return 0;
        steps += length;
    }
    return steps;
    // END SOLUTION
}

real wsd(const struct wsd *schedule, size_t t)
{
    // BEGIN SOLUTION
    const size_t warmup = schedule->warmup, total = schedule->total;
    const size_t decay = schedule->decay;
    const real floor = schedule->floor;
    if (total == 0 || warmup > total || decay > total - warmup || !is_share(floor) ||
        (schedule->way != WSD_LINE && schedule->way != WSD_ROOT) || t == 0)
        return (real)NAN;
    if (t <= warmup)
        return (real)t / (real)warmup;
    if (t <= total - decay || decay == 0)
        return 1;
    real share = t >= total ? 1 : (real)(t - (total - decay)) / (real)decay;
    real done = schedule->way == WSD_ROOT ? sqrt(share) : share;
    return floor + (1 - floor) * (1 - done);
    // END SOLUTION
}
