/** @exercise 4.1 A control variate
 *  @points 10
 *
 *  To estimate $\operatorname{E} X$ from one draw, take a second number $Y$, drawn with
 *  $X$, whose mean is known:
 *
 *  $$ Z = \alpha (X - Y) + \operatorname{E} Y . $$
 *
 *  The pairs are $m$ pairs of numbers, each as likely as the others. Write three
 *  functions: one that makes $Z$ of a draw; one that says what mean, variance and mean
 *  squared error $Z$ has; and one that finds the $\alpha$ with the smallest mean squared
 *  error.
 *
 *  The numbers may be large and close to each other, such as $10^8 + 1$ and $10^8 + 2$.
 *  That must not cost the variance its digits.
 *
 *  @hint Only the difference $X - Y$ is random in $Z$. What do mean and variance of $Z$
 *        become when you write them with the mean and the variance of the differences?
 *  @hint Let $d_i = x_i - y_i$, $b$ their mean, and $V$ the mean of $(d_i - b)^2$, in a
 *        second loop. Then $\operatorname{E} Z = \alpha b + \operatorname{E} Y$,
 *        $\operatorname{Var} Z = \alpha^2 V$, and the error is the variance plus the
 *        square of $\operatorname{E} Z - \operatorname{E} X = (\alpha - 1) b$. Set the
 *        derivative of the error by $\alpha$ to zero.
 *  @plot error alpha error
 *  @commentary That $\operatorname{Var} Z = \alpha^2 (\operatorname{Var} X +
 *  \operatorname{Var} Y - 2 \operatorname{Cov}(X, Y))$ is right on paper and wrong in
 *  floating point: where control variates are worth having, $X$ and $Y$ are nearly equal,
 *  and three large numbers cancel. */
#include "optim/control_variate.h"
#include "optim/todo.h"

// BEGIN SOLUTION
/* Mean and variance of the differences x_i - y_i. */
static real difference_variance(size_t m, const real *x, const real *y, real *mean)
{
    real sum = 0, squares = 0;
    for (size_t i = 0; i < m; i++)
        sum += x[i] - y[i];
    *mean = sum / (real)m;
    for (size_t i = 0; i < m; i++) {
        real off = x[i] - y[i] - *mean;
        squares += off * off;
    }
    return squares / (real)m;
}

// END SOLUTION
real control_variate(real x, real y, real mean_y, real alpha)
{
    // BEGIN SOLUTION
    return alpha * (x - y) + mean_y;
    // END SOLUTION
}

struct control_variate_law control_variate_law(size_t m, const real *x, const real *y,
                                               real alpha)
{
    // BEGIN SOLUTION
    real b, mean_y = 0, variance = difference_variance(m, x, y, &b);
    for (size_t i = 0; i < m; i++)
        mean_y += y[i] / (real)m;
    const real bias = (alpha - 1) * b, var = alpha * alpha * variance;
    return (struct control_variate_law){alpha * b + mean_y, var, var + bias * bias};
    // END SOLUTION
}

real control_variate_best(size_t m, const real *x, const real *y)
{
    // BEGIN SOLUTION
    real b, variance = difference_variance(m, x, y, &b), square = b * b;
    return variance > 0 ? square / (square + variance) : 1;
    // END SOLUTION
}
