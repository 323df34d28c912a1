/* Correct: the steps of a cycle, folded in the middle; halving in a loop that ends when
 * nothing is left. */
#include "optim/triangular.h"

#include <math.h>
#include <stdbool.h>

static bool is_good(const struct triangular *s)
{
    return isfinite(s->low) && isfinite(s->high) && s->low >= 0 && s->high >= s->low &&
           s->half != 0 &&
           (s->mode == TRIANGULAR_CONSTANT || s->mode == TRIANGULAR_HALVED);
}

real triangular(const struct triangular *s, size_t t)
{
    if (!is_good(s) || t == 0)
        return (real)NAN;
    size_t left = t - 1, cycles = left / s->half / 2;
    left -= 2 * cycles * s->half;
    if (left > s->half)
        left = s->half - (left - s->half);
    real part = (real)left / (real)s->half;
    for (size_t c = 0; s->mode == TRIANGULAR_HALVED && c < cycles && part > 0; c++)
        part /= 2;
    return (s->high - s->low) * part + s->low;
}

size_t triangular_first(const struct triangular *s, real rate)
{
    if (!is_good(s) || !(rate > -INFINITY && rate < INFINITY))
        return 0;
    size_t low = 1, high = s->half + 2;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (middle == s->half + 2 || triangular(s, middle) >= rate)
            high = middle;
        else
            low = middle + 1;
    }
    return low <= s->half + 1 ? low : 0;
}
