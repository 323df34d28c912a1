/* Correct: ½(1 - cos x) is sin² ½x; the share of the peak in a value tells the rest. */
#include "optim/one_cycle.h"

#include <math.h>
#include <stdbool.h>

static bool good(const struct one_cycle *s)
{
    bool rates = s->peak >= 0 && isless(s->peak, INFINITY) && s->start_div >= 1 &&
                 s->final_div >= 1 && isfinite(s->start_div) && isfinite(s->final_div);
    bool betas = s->beta_low >= 0 && s->beta_high >= s->beta_low && s->beta_high < 1;
    return rates && betas && s->total >= 1 && fabs(s->rise - 0.5) <= 0.5 &&
           (unsigned)s->way <= 1;
}

/* How near the peak a step is, 0 to 1. */
static real nearness(const struct one_cycle *s, size_t t)
{
    const real top = s->rise * (real)s->total, here = (real)t;
    if (t > s->total)
        return 0;
    real left = here < top   ? (top - here) / (top - 1)
                : here > top ? (here - top) / ((real)s->total - top)
                             : 0;
    if (s->way == ONE_CYCLE_COSINE) {
        real wave = cos(asin(1) * left);
        return wave * wave;
    }
    return 1 - left;
}

real one_cycle(const struct one_cycle *s, size_t t)
{
    if (!good(s) || t < 1)
        return (real)NAN;
    const real start = s->peak / s->start_div;
    const real end = (real)t < s->rise * (real)s->total ? start : start / s->final_div;
    const real near = nearness(s, t);
    return near * s->peak + (1 - near) * end;
}

real one_cycle_beta(const struct one_cycle *s, size_t t)
{
    if (!good(s) || t < 1)
        return (real)NAN;
    return s->beta_high - nearness(s, t) * (s->beta_high - s->beta_low);
}
