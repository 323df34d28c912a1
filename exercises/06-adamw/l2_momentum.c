/** @exercise 6.2 A penalty with momentum
 *  @points 15
 *
 *  Under the heavy ball, in form (b), the penalty's gradient goes into the velocity and
 *  comes out again over many steps. Two questions, each to be answered in closed form,
 *  without a loop over the steps. Differences of numbers near 1 lose their digits, as in
 *  exercise 1.1, and expm1 and log1p keep them.
 *
 *  The pull. Step 1 puts λ θ_0 into the velocity. How much of it has reached the
 *  parameters after k steps?
 *
 *  What is left. Let the penalty be the whole gradient in every step. Then θ obeys the
 *  recursion of exercise 2.5 with h = λ, starting with θ_1 = (1 - ηλ)θ_0. What is
 *  θ_t/θ_0?
 *
 *  Try it:  build/descent grade 6.2
 *  A hint:  build/descent hint 6.2
 */
#include "optim/l2_momentum.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    // TODO 6.2
    todo("6.2");
}

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    // TODO 6.2
    todo("6.2");
}
