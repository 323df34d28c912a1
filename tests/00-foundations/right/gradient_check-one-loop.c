/* gradient_check-one-loop.c: everything in one loop, the left neighbor first. */
#include "optim/gradient_check.h"

#include <math.h>

real difference_step(real theta, real scale)
{
    const real size = fabs(theta) < scale ? scale : fabs(theta);
    if (scale >= 1e-30 && scale <= 1e30 && size < INFINITY && theta == theta)
        return pow(DBL_EPSILON, 1.0 / 3) * size;
    return NAN;
}

enum descent_status gradient_check(size_t n, objective_fn *f, void *context, real *theta,
                                   real scale, real *g, real *d,
                                   struct gradient_check *found)
{
    enum descent_status status = DESCENT_OK;
    found->error = NAN;
    found->worst = 0;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += 0 * theta[i];
        d[i] = NAN;
    }
    if (!(scale >= 1e-30 && scale <= 1e30))
        return DESCENT_ERANGE;
    if (isnan(sum))
        return DESCENT_ENAN;
    real all = 0 * f(n, theta, g, context);
    for (size_t i = 0; i < n; i++)
        all += 0 * g[i];
    if (isnan(all))
        return DESCENT_ENAN;
    found->error = 0;
    for (size_t i = 0; i < n; i++) {
        const real here = theta[i], h = difference_step(here, scale);
        const volatile real below = here - h, above = here + h;
        theta[i] = below;
        const real low = f(n, theta, NULL, context);
        theta[i] = above;
        const real high = f(n, theta, NULL, context);
        theta[i] = here;
        if (!isfinite(low) || !isfinite(high)) {
            if (!status)
                *found = (struct gradient_check){NAN, i};
            status = DESCENT_ENAN;
            continue;
        }
        const real distance = above - below;
        d[i] = (high - low) / distance;
        const real noise = DBL_EPSILON * (fabs(low) + fabs(high)) / distance;
        const real error = fdim(fabs(d[i] - g[i]), noise);
        if (error > 0 && error / fmax(fabs(g[i]), fabs(d[i])) > found->error)
            *found = (struct gradient_check){error / fmax(fabs(g[i]), fabs(d[i])), i};
    }
    return status;
}
