/** @exercise 3.7 The ε̂ question
 *  @points 10
 *
 *  Adam's paper adds ε to the corrected root, √v̂ + ε, and remarks that the step can be
 *  reordered, to θ ← θ - η √(1 - β_2^t)/(1 - β_1^t) · m/(√v + ε̂). Libraries took one or
 *  the other and called both epsilon. Which ε̂ gives, in step t, exactly the step that ε
 *  gives? Write the conversion, its inverse, and the time after which the difference no
 *  longer matters.
 *
 *  The numbers must be right for β_2 = 1 - 10^(-12) as well, where 1 - β_2^t computed as
 *  written has lost most of its digits, and for steps in the billions. The function expm1
 *  of exercise 1.1 helps here too.
 *
 *  Try it:  build/descent grade 3.7
 *  A hint:  build/descent hint 3.7
 */
#include "optim/adam_eps.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

real adam_eps_before(real eps, real beta2, uint64_t t)
{
    // TODO 3.7
    todo("3.7");
}

real adam_eps_after(real eps_hat, real beta2, uint64_t t)
{
    // TODO 3.7
    todo("3.7");
}

real adam_eps_settled(real beta2, real share)
{
    // TODO 3.7
    todo("3.7");
}
