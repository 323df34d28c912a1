/** @exercise 0.3 How many steps are enough?
 *  @points 10
 *
 *  The three bounds of this chapter, read from right to left: given how good the answer
 *  must be, after how many steps of size $1/L$ is it certain?
 *
 *  $$ f(\theta_k) - f_{\min} \le \frac{L r^2}{2k} , \quad
 *     f(\theta_k) - f_{\min} \le \frac{L r^2}{2} \left(1 - \frac{\mu}{L}\right)^k , \quad
 *     \min_{t < k} \lVert \nabla f(\theta_t) \rVert^2 \le \frac{2 L \Delta}{k} . $$
 *
 *  Here $f_{\min}$ is the least value. Return the smallest such number of steps, exactly,
 *  also for a condition number $L/\mu$ of $10^{20}$.
 *
 *  @hint How much of $\mu$ is left in $1 - \mu/L$ when $\mu/L$ is $10^{-20}$? The C
 *        library has a function that never forms this difference.
 *  @hint Solve each bound for $k$ and round up. For the second take logarithms: the
 *        numerator is $\log(L r^2 / 2\varepsilon)$, the denominator
 *        $-\operatorname{log1p}(-\mu/L)$. When is the answer 0? What if $\mu = L$?
 *  @plot kappas kappa steps
 *  @commentary $\kappa \log(L r^2/2\varepsilon)$, the number in most texts, is an upper
 *  bound of the second answer, since $-\log(1 - x) \ge x$. */
#include "optim/descent_steps.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_positive(real x)
{
    return x > 0 && isfinite(x);
}

static bool is_length(real x)
{
    return x >= 0 && isfinite(x);
}
// END SOLUTION

real steps_convex(real ell, real radius, real eps)
{
    // BEGIN SOLUTION
    if (!is_positive(ell) || !is_length(radius) || !is_positive(eps))
        return (real)NAN;
    const real ratio = ell / eps * radius * radius / 2;
    return ratio <= 1 ? 0 : ceil(ratio);
    // END SOLUTION
}

real steps_strongly_convex(real mu, real ell, real radius, real eps)
{
    // BEGIN SOLUTION
    if (!is_positive(ell) || !is_length(radius) || !is_positive(eps) ||
        !is_positive(mu) || mu > ell)
        return (real)NAN;
    const real digits = log(ell / eps) + 2 * log(radius) - log((real)2);
    if (!(digits > 0))
        return 0;
    return fmax((real)1, ceil(digits / -log1p(-mu / ell)));
    // END SOLUTION
}

real steps_stationary(real ell, real gap, real eps)
{
    // BEGIN SOLUTION
    if (!is_positive(ell) || !is_length(gap) || !is_positive(eps))
        return (real)NAN;
    return fmax((real)1, ceil(2 * (ell / eps) * (gap / eps)));
    // END SOLUTION
}
