/* gradient_check-errors-after.c: the two neighbors in a function of their own, the worst
 * coordinate in plain variables. */
#include "optim/gradient_check.h"

#include <math.h>
#include <stdbool.h>

real difference_step(real theta, real scale)
{
    if (isnan(theta) || isinf(theta) || isnan(scale) || scale < 1e-30 || scale > 1e30)
        return NAN;
    return cbrt(REAL_EPSILON) * (fabs(theta) > scale ? fabs(theta) : scale);
}

/* Writes the two values beside a coordinate; @return their distance */
static real neighbors(size_t n, objective_fn *f, void *context, real *theta, size_t i,
                      real scale, real values[2])
{
    const real here = theta[i], h = difference_step(here, scale);
    const real points[2] = {here + h, here - h};
    for (size_t side = 0; side < 2; side++) {
        theta[i] = points[side];
        values[side] = f(n, theta, NULL, context);
    }
    theta[i] = here;
    return points[0] - points[1];
}

enum descent_status gradient_check(size_t n, objective_fn *f, void *context, real *theta,
                                   real scale, real *g, real *d,
                                   struct gradient_check *found)
{
    bool usable = true, all = true;
    *found = (struct gradient_check){NAN, 0};
    for (size_t i = 0; i < n; i++) {
        d[i] = NAN;
        usable = usable && isfinite(theta[i]);
    }
    if (isnan(difference_step(0, scale)))
        return DESCENT_ERANGE;
    usable = usable && isfinite(f(n, theta, g, context));
    for (size_t i = 0; usable && i < n; i++)
        usable = isfinite(g[i]);
    if (!usable)
        return DESCENT_ENAN;
    real largest = 0;
    size_t worst = 0;
    for (size_t i = 0; i < n; i++) {
        real values[2];
        const real distance = neighbors(n, f, context, theta, i, scale, values);
        const bool finite = isfinite(values[0]) && isfinite(values[1]);
        if (!finite && all)
            worst = i;
        all = all && finite;
        if (!finite)
            continue;
        d[i] = (values[0] - values[1]) / distance;
        real error = fabs(g[i] - d[i]) -
                     REAL_EPSILON * (fabs(values[0]) + fabs(values[1])) / distance;
        error = error > 0 ? error / fmax(fabs(g[i]), fabs(d[i])) : 0;
        if (all && error > largest)
            largest = error, worst = i;
    }
    *found = (struct gradient_check){all ? largest : NAN, worst};
    return all ? DESCENT_OK : DESCENT_ENAN;
}
