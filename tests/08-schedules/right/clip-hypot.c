/* Correct: hypot, number by number, scaled so that only the norm can overflow. */
#include "optim/clip.h"

#include <math.h>
#include <stdbool.h>

/* The norm of g / 2^power, the power chosen so that the largest is about 1. */
static real scaled(size_t count, const struct clip_part *part, int *power, bool *nan)
{
    real top = 0, norm = 0;
    *power = 0;
    *nan = false;
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < part[k].n; i++) {
            *nan |= isnan(part[k].g[i]) != 0;
            top = fmax(top, fabs(part[k].g[i]));
        }
    if (isinf(top) || top == 0)
        return top;
    frexp(top, power);
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < part[k].n; i++)
            norm = hypot(norm, ldexp(part[k].g[i], -*power));
    return norm;
}

real clip_norm(size_t count, const struct clip_part *part)
{
    int power;
    bool nan;
    real norm = scaled(count, part, &power, &nan);
    return nan ? (real)NAN : ldexp(norm, power);
}

enum descent_status clip_global(size_t count, const struct clip_part *part, real most,
                                real slack, real *norm)
{
    int power;
    bool nan;
    if (isnan(most) || most < 0 || !isfinite(slack) || slack < 0)
        return DESCENT_ERANGE;
    const real inner = scaled(count, part, &power, &nan), whole = ldexp(inner, power);
    if (norm)
        *norm = nan ? (real)NAN : whole;
    if (nan || isinf(inner))
        return DESCENT_ENAN;
    if (inner == 0 || whole + slack <= most)
        return DESCENT_OK;
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < part[k].n; i++)
            part[k].g[i] =
                ldexp(part[k].g[i], -power) * (most / (inner + ldexp(slack, -power)));
    return DESCENT_OK;
}
