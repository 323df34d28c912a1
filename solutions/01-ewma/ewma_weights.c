/** @exercise 1.1 Weights and their sum
 *  @points 10
 *
 *  An EWMA gives the sample that is $k$ steps old the weight $\alpha (1-\alpha)^k$, with
 *  $\alpha = 1 - \lambda$. Write the weight, the sum of the $n$ newest weights in closed
 *  form, and the inverse of that sum: how many samples hold a given share of the weight.
 *
 *  All three must be accurate for every $\alpha$ from 1 down to $10^{-20}$ and take the
 *  same time for every $n$. At $\alpha = 10^{-20}$ the number $1 - \alpha$ rounds to 1,
 *  so it must not appear in your code. The header says what to return outside the range.
 *
 *  @hint The C library has two functions for small arguments: `log1p(x)` is $\log(1+x)$,
 *        and `expm1(y)` is $e^y - 1$. How is $(1-\alpha)^n$ written with a logarithm?
 *  @hint Write $(1-\alpha)^n = e^{n \log(1-\alpha)}$. The logarithm is log1p(-alpha); the
 *        sum is $1 - e^y$, which is -expm1(y). Solve that equation for $n$ to get the
 *        window. Then look at $\alpha = 1$, where the logarithm is $-\infty$ and $n$ may
 *        be 0.
 *  @plot mass n sum
 *  @commentary `log1p` and `expm1` come as a pair: each undoes the loss of digits that
 *  the other's plain form would suffer. The case $\alpha = 1$ needs care only because
 *  $0 \cdot (-\infty)$ is not a number: the newest sample then has the whole weight. */
#include "optim/ewma_weights.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* log (1-α)^n, with (1-α)^0 = 1 for α = 1 too. */
static real log_power(real alpha, real n)
{
    return n > 0 ? n * log1p(-alpha) : 0;
}

// END SOLUTION
real ewma_weight(real alpha, uint64_t age)
{
    // BEGIN SOLUTION
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return alpha * exp(log_power(alpha, (real)age));
    // END SOLUTION
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    // BEGIN SOLUTION
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return -expm1(log_power(alpha, (real)n));
    // END SOLUTION
}

real ewma_window(real alpha, real share)
{
    // BEGIN SOLUTION
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log1p(-share) / log1p(-alpha);
    // END SOLUTION
}
