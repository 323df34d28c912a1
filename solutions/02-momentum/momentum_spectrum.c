/** @exercise 2.5 Under-damped, critical, over-damped
 *  @points 10
 *
 *  On $f(x) = \frac h2 x^2$ the heavy ball in form (b) is linear: two neighboring points
 *  determine the next. Eliminate the velocity to get $x_{t+1} = b\,x_t - \beta x_{t-1}$,
 *  and read off the matrix that takes $(x_t, x_{t-1})$ to $(x_{t+1}, x_t)$. The error
 *  shrinks, in the long run, by the larger modulus of its two eigenvalues: its *spectral
 *  radius*.
 *
 *  Return the radius and say in which of the three regimes the method is. No eigenvalue
 *  routine is needed. Mind the range: $\eta h$ may be as large as $10^{200}$, and its
 *  square overflows.
 *
 *  @hint $v_t = (x_{t-1} - x_t)/\eta$, so $x_{t+1} - x_t = \beta(x_t - x_{t-1}) - \eta h
 *        x_t$. The characteristic polynomial of the matrix is $z^2 - bz + \beta$.
 *  @hint $b = 1 + \beta - \eta h$ and $D = b^2 - 4\beta$. If $D < 0$ the roots are
 *        complex and conjugate, and their product is $\beta$: what is the modulus of
 *        each? If $D \ge 0$ the larger root in modulus is $(|b| + \sqrt D)/2$. Write $D$
 *        as the product of $|b| - 2\sqrt\beta$ and $|b| + 2\sqrt\beta$: it overflows, but
 *        the product of their roots does not. For the regime, compare |D| with the
 *        threshold in the header before you look at its sign.
 *  @plot curvatures h radius
 *  @commentary In the under-damped regime the radius is $\sqrt\beta$ whatever the
 *  curvature: that is why momentum is forgiving. Solving $D = 0$ for $\eta h$ gives $(1
 *  \pm \sqrt\beta)^2$, the interval of [](#ex:2.4); the radius stays below 1 up to $\eta
 *  h = 2(1+\beta)$, almost twice as far as without momentum. */
#include "optim/momentum_spectrum.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(lr) || !is_decay_rate(beta) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = fabs(1 + beta - lr * curvature), root = sqrt(beta);
    real low = b - 2 * root, high = b + 2 * root; /* D = low · high */
    struct momentum_spectrum spectrum = {root, MOMENTUM_UNDERDAMPED};
    if (low >= 0)
        spectrum.radius = (b + sqrt(low) * sqrt(high)) / 2;
    if (fabs(low) * high <= 64 * REAL_EPSILON * (1 + beta) * b)
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (low > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
    // END SOLUTION
}
