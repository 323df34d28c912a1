/** @exercise 6.2 A penalty with momentum
 *  @points 15
 *
 *  Under the heavy ball, in form (b), the penalty's gradient goes into the velocity and
 *  comes out again over many steps. Two questions, each to be answered in closed form,
 *  without a loop over the steps. Differences of numbers near 1 lose their digits, as in
 *  [](#ex:1.1), and `expm1` and `log1p` keep them.
 *
 *  *The pull.* Step 1 puts $\lambda\theta_0$ into the velocity. How much of it has
 *  reached the parameters after $k$ steps?
 *
 *  *What is left.* Let the penalty be the whole gradient in every step. Then $\theta$
 *  obeys the recursion of [](#ex:2.5) with $h = \lambda$, starting with $\theta_1 =
 *  (1-\eta\lambda)\theta_0$. What is $\theta_t / \theta_0$?
 *
 *  @hint The pull is a geometric sum. For the second question: if $z_1$, $z_2$ are the
 *        roots of $z^2 - bz + \beta$ with $b = 1 + \beta - \eta\lambda$, then $S_t =
 *        (z_1^t - z_2^t)/(z_1 - z_2)$ obeys the recursion, with $S_0 = 0$ and $S_1 = 1$.
 *  @hint Write one function for $S_t$ and call it twice: which sum of $S_t$ and
 *        $S_{t-1}$ has the right values for $t = 0$ and $t = 1$? Inside, tell real roots
 *        from complex ones. If they are real, take the power of the larger root out of
 *        $S_t$. What is left depends on the quotient of the roots alone, and is a
 *        quotient of two differences from 1, so expm1 twice; its limit covers the double
 *        root. If they are $\rho e^{\pm i\varphi}$, $S_t$ is $\rho^{t-1}
 *        \sin(t\varphi)/\sin\varphi$. Last, mind a penalty that does next to nothing:
 *        then the larger root is close to 1. Compute its distance from 1 first, from
 *        $(1-z_1)(1-z_2) = \eta\lambda$, and its power by log1p.
 *  @plot left t left
 *  @commentary In the long run each step's pull is $\eta\lambda/(1-\beta)$: with $\beta =
 *  0.9$ the penalty acts ten times as strongly as its coefficient says, but late. A
 *  weight that should decay evenly instead overshoots and swings through 0 when
 *  $\eta\lambda$ exceeds $(1-\sqrt\beta)^2$. Decoupled decay does neither. */
#include "optim/l2_momentum.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* S_t for the roots of z² - bz + β with b = 1 + β - h. The larger one may be so close to
 * 1 that only its distance from there has any digits: (1 - z₁)(1 - z₂) is h. */
static real impulse(real h, real beta, real t)
{
    real rest = 1 - beta + h, square = rest * rest - 4 * h; /* (z₁ - z₂)² */
    if (t <= 1)
        return t;
    if (square < 0) {
        real phi = atan2(sqrt(-square), 1 + beta - h);
        return pow(beta, (t - 1) / 2) * sin(t * phi) / sin(phi);
    }
    real gap = 2 * h / (rest + sqrt(square)), larger = 1 - gap;
    real q = larger > 0 ? beta / (larger * larger) : 0;
    real ratio = q < 1 ? expm1(t * log(q)) / expm1(log(q)) : t;
    return exp((t - 1) * log1p(-gap)) * ratio;
}

// END SOLUTION
real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(lr) || !is_decay_rate(beta) || !is_nonnegative(l2))
        return (real)NAN;
    if (steps == 0)
        return 0;
    return lr * l2 * -expm1((real)steps * log(beta)) / (1 - beta);
    // END SOLUTION
}

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(lr) || !is_decay_rate(beta) || !is_nonnegative(l2) ||
        !(lr * l2 <= 1))
        return (real)NAN;
    if (steps == 0)
        return 1;
    real h = lr * l2, t = (real)steps;
    return (1 - h) * impulse(h, beta, t) - beta * impulse(h, beta, t - 1);
    // END SOLUTION
}
