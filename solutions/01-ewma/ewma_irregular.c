/** @exercise 1.5 Samples at irregular times
 *  @points 15   @needs 1.3
 *
 *  A sensor reports when it likes. Let a sample that is $\Delta t$ old have the weight
 *  $\lambda^{\Delta t}$, and return the weighted mean of all samples so far, with O(1)
 *  memory. The user gives a half-life in units of time: call your
 *  `ewma_lambda_from_halflife` of [](#ex:1.3) for $\lambda$.
 *
 *  Time must not run backward: refuse such a sample and leave the state as it was. The
 *  header says what else to refuse, and which error to return if there are two.
 *
 *  @hint Keep the two sums $\sum \lambda^{\Delta t} x$ and $\sum \lambda^{\Delta t}$
 *        apart. By what factor does each shrink while $\Delta t$ passes?
 *  @hint An update first checks its arguments; then it shrinks both sums by $\lambda$ to
 *        the power of the time that has passed, adds the sample to one and its weight, 1,
 *        to the other, and keeps the time. Before the first sample both sums are 0, so
 *        any finite factor will do: which time gives one, and lets every sample be the
 *        later one?
 *  @plot gaps t value
 *  @commentary The ratio of two sums is its own bias correction: the weight that a zero
 *  start would keep is in neither sum. With equal gaps it is the average of exercise
 *  1.2. The longest half-life is there because the struct keeps $\lambda$: with times in
 *  nanoseconds and a half-life of a day $1 - \lambda$ is $8 \cdot 10^{-15}$, of which a
 *  double keeps two digits. Give such times in seconds. */
#include "optim/ewma_irregular.h"
#include "optim/ewma_decay.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    // BEGIN SOLUTION
    if (!(halflife > 0 && halflife <= EWMA_IRREGULAR_LONGEST))
        return DESCENT_ERANGE;
    real lambda = ewma_lambda_from_halflife(halflife);
    *ewma = (struct ewma_irregular){.lambda = lambda, .time = -(real)INFINITY};
    return DESCENT_OK;
    // END SOLUTION
}

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    // BEGIN SOLUTION
    if (isnan(time) || isnan(x))
        return DESCENT_ENAN;
    if (isinf(time))
        return DESCENT_ERANGE;
    if (time < ewma->time)
        return DESCENT_EORDER;
    real decay = pow(ewma->lambda, time - ewma->time);
    ewma->sum = decay * ewma->sum + x;
    ewma->weight = decay * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
    // END SOLUTION
}

real ewma_irregular_value(const struct ewma_irregular *ewma)
{
    // BEGIN SOLUTION
    return ewma->sum / ewma->weight;
    // END SOLUTION
}
