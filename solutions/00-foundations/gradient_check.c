/** @exercise 0.1 A gradient check
 *  @points 10
 *
 *  Is a gradient that was derived by hand right? Compare it with a central difference
 *  in each coordinate,
 *
 *  $$ d_i = \frac{f(\theta + h_i e_i) - f(\theta - h_i e_i)}{2 h_i} , $$
 *
 *  where $e_i$ is 1 in coordinate $i$ and 0 elsewhere. A long step sees the curve of the
 *  function, a short one sees its rounding; $h_i = \varepsilon^{1/3} \max(|\theta_i|, s)$
 *  is in the middle, for a parameter of a millionth and for one of a million.
 *
 *  Two details decide whether the check can be trusted. $\theta_i + h_i$ is rounded, so
 *  divide by the distance of the two points that were really used. And a difference is
 *  never exact, so report only what rounding cannot explain; the header has the formula.
 *
 *  @hint For which functions is the central difference exact, if numbers are? Try your
 *        program on $f(\theta) = \theta_1$ at $\theta_1 = 0.1$: there is no excuse for a
 *        single wrong digit.
 *  @hint For each coordinate: keep $\theta_i$ in a variable; put the larger point there,
 *        evaluate; put the smaller one there, evaluate; put the kept number back. Then
 *        $d_i$, the noise and the error, and compare it with the largest so far.
 *  @plot sizes i step
 *  @commentary The noise counts one rounding of each value. A sum of a million terms has
 *  more, and its check needs a larger allowance. */
#include "optim/gradient_check.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* f with one coordinate replaced. */
static real value_with(size_t n, objective_fn *f, void *context, real *theta, size_t i,
                       real replacement)
{
    const real kept = theta[i];
    theta[i] = replacement;
    const real value = f(n, theta, NULL, context);
    theta[i] = kept;
    return value;
}

static real excess(real g, real d, real noise)
{
    const real apart = fabs(g - d) - noise;
    return apart > 0 ? apart / fmax(fabs(g), fabs(d)) : 0;
}

/* Writes d_i. @return the error of coordinate i, or NaN */
static real compare(size_t n, objective_fn *f, void *context, real *theta, size_t i,
                    real scale, real g, real *d)
{
    const real h = difference_step(theta[i], scale);
    const real right = theta[i] + h, left = theta[i] - h;
    const real high = value_with(n, f, context, theta, i, right);
    const real low = value_with(n, f, context, theta, i, left);
    const bool finite = isfinite(high) && isfinite(low);
    *d = finite ? (high - low) / (right - left) : (real)NAN;
    const real noise = REAL_EPSILON * (fabs(high) + fabs(low)) / (right - left);
    return finite ? excess(g, *d, noise) : (real)NAN;
}
// END SOLUTION

real difference_step(real theta, real scale)
{
    // BEGIN SOLUTION
    if (!isfinite(theta) || !(scale >= (real)1e-30 && scale <= (real)1e30))
        return (real)NAN;
    return cbrt(REAL_EPSILON) * fmax(fabs(theta), scale);
    // END SOLUTION
}

enum descent_status gradient_check(size_t n, objective_fn *f, void *context, real *theta,
                                   real scale, real *g, real *d,
                                   struct gradient_check *found)
{
    // BEGIN SOLUTION
    *found = (struct gradient_check){.error = (real)NAN};
    for (size_t i = 0; i < n; i++)
        d[i] = (real)NAN;
    if (isnan(difference_step(0, scale)))
        return DESCENT_ERANGE;
    if (!all_finite(n, theta))
        return DESCENT_ENAN;
    if (!isfinite(f(n, theta, g, context)) || !all_finite(n, g))
        return DESCENT_ENAN;
    found->error = 0;
    for (size_t i = 0; i < n; i++) {
        const real error = compare(n, f, context, theta, i, scale, g[i], &d[i]);
        const bool first_nan = isnan(error) && !isnan(found->error);
        if (error > found->error || first_nan)
            *found = (struct gradient_check){.error = error, .worst = i};
    }
    return isnan(found->error) ? DESCENT_ENAN : DESCENT_OK;
    // END SOLUTION
}
