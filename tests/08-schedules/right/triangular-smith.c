/* Correct: Smith's formula, with whole cycles taken off before anything is rounded; the
 * first step of a rate by the formula, then put right. */
#include "optim/triangular.h"

#include <math.h>

real triangular(const struct triangular *s, size_t t)
{
    if (!(s->low >= 0) || !(s->high >= s->low) || isinf(s->high) || s->half < 1 ||
        (int)s->mode < 0 || (int)s->mode > 1 || t < 1)
        return (real)NAN;
    const size_t i = t - 1, half = s->half;
    const size_t k = half > i ? 1 : 1 + i / half / 2;
    const real rest = (real)(i - (k - 1) * half - (k - 1) * half);
    real x = fabs(rest / (real)half - 1), height = s->high - s->low;
    if (s->mode == TRIANGULAR_HALVED)
        height = ldexp(height, k > 5000 ? -5000 : 1 - (int)k);
    return s->low + height * fmax(0, 1 - x);
}

size_t triangular_first(const struct triangular *s, real rate)
{
    if (isnan(triangular(s, 1)) || !isfinite(rate) ||
        !(triangular(s, s->half + 1) >= rate))
        return 0;
    if (rate <= s->low)
        return 1;
    size_t t = (size_t)((rate - s->low) / (s->high - s->low) * (real)s->half) + 1;
    while (t > 1 && triangular(s, t - 1) >= rate)
        t--;
    while (triangular(s, t) < rate)
        t++;
    return t;
}
