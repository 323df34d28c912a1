/** @exercise 1.5 Samples at irregular times
 *  @points 15   @needs 1.3
 *
 *  A sensor reports when it likes. Let a sample that is Δt old have the weight λ^(Δt),
 *  and return the weighted mean of all samples so far, with O(1) memory. The user gives a
 *  half-life in units of time: call your ewma_lambda_from_halflife of exercise 1.3 for λ.
 *
 *  Time must not run backward: refuse such a sample and leave the state as it was. The
 *  header says what else to refuse, and which error to return if there are two.
 *
 *  Try it:  build/descent grade 1.5
 *  A hint:  build/descent hint 1.5
 */
#include "optim/ewma_irregular.h"
#include "optim/ewma_decay.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    // TODO 1.5
    todo("1.5");
}

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    // TODO 1.5
    todo("1.5");
}

real ewma_irregular_value(const struct ewma_irregular *ewma)
{
    // TODO 1.5
    todo("1.5");
}
