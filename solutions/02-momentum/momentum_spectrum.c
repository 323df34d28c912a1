/** @exercise 2.5 Under-damped, critical, over-damped
 *  @points 10
 *
 *  On $f(x) = \frac h2 x^2$ the heavy ball in form (b) makes $x_{t+1} = b\,x_t - \beta
 *  x_{t-1}$ with $b = 1 + \beta - \eta h$. In the long run the error shrinks by the
 *  spectral radius: the larger modulus of the two roots of $z^2 - bz + \beta$.
 *
 *  Return the radius, and in which of three regimes the method is: complex roots, one
 *  root twice, or two different real ones, which may both be negative. The curvature $h$
 *  may be negative, too. Mind the range: $\eta h$ may be as large as $10^{200}$, and its
 *  square overflows.
 *
 *  @hint The sign of $D = b^2 - 4\beta$ decides what the roots are like. Their product is
 *        $\beta$.
 *  @hint If $D < 0$ the roots are
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
