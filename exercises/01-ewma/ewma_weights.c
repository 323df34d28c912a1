/** @exercise 1.1 Weights and their sum
 *  @points 10
 *
 *  An EWMA gives the sample that is k steps old the weight α(1 - α)^k, with α = 1 - λ.
 *  Write the weight, the sum of the n newest weights in closed form, and the inverse of
 *  that sum: how many samples hold a given share of the weight.
 *
 *  All three must be accurate for every α from 1 down to 10^(-20) and take the same time
 *  for every n. At α = 10^(-20) the number 1 - α rounds to 1, so it must not appear in
 *  your code. The header says what to return outside the range.
 *
 *  Try it:  build/descent grade 1.1
 *  A hint:  build/descent hint 1.1
 */
#include "optim/ewma_weights.h"
#include "optim/todo.h"

#include <tgmath.h>

real ewma_weight(real alpha, uint64_t age)
{
    // TODO 1.1
    todo("1.1");
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    // TODO 1.1
    todo("1.1");
}

real ewma_window(real alpha, real share)
{
    // TODO 1.1
    todo("1.1");
}
