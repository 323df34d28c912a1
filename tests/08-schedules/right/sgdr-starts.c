/* Correct: goes through the starts of the cycles; the warm-up as the smaller of two. */
#include "optim/sgdr.h"

#include <math.h>
#include <stdint.h>

real sgdr(const struct sgdr *s, size_t t)
{
    if (!t || !s->first || !s->growth || !(s->floor >= 0) || !(s->floor <= 1))
        return (real)NAN;
    size_t start = 1, length = s->first;
    real real_length = (real)length;
    if (s->growth == 1)
        start += (t - 1) / length * length;
    while (s->growth > 1 && t - start >= length) {
        start += length;
        real_length *= (real)s->growth;
        length = length > SIZE_MAX / s->growth ? SIZE_MAX : length * s->growth;
    }
    const real turn = acos(-1) * (real)(t - start) / real_length;
    return (1 + s->floor) / 2 + (1 - s->floor) / 2 * cos(turn);
}

size_t sgdr_steps(const struct sgdr *s, size_t cycles)
{
    size_t length = s->first, sum = 0;
    if (isnan(sgdr(s, 1)))
        return 0;
    if (s->growth == 1)
        return cycles && length > SIZE_MAX / cycles ? 0 : length * cycles;
    while (cycles-- > 0) {
        if (length == 0 || sum > SIZE_MAX - length)
            return 0;
        sum += length;
        length = length > SIZE_MAX / s->growth ? 0 : length * s->growth;
    }
    return sum;
}

real wsd(const struct wsd *s, size_t t)
{
    const int good = s->total > 0 && s->warmup <= s->total &&
                     s->decay <= s->total - s->warmup && s->floor >= 0 && s->floor <= 1 &&
                     (s->way == WSD_LINE || s->way == WSD_ROOT) && t > 0;
    if (!good)
        return (real)NAN;
    const real up = s->warmup ? fmin(1, (real)t / (real)s->warmup) : 1;
    const size_t start = s->total - s->decay;
    if (t <= start || s->decay == 0)
        return up;
    const real share = fmin(1, (real)(t - start) / (real)s->decay);
    return 1 - (1 - s->floor) * (s->way == WSD_LINE ? share : sqrt(share));
}
