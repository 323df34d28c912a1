/* Correct: two phases with their ends, counted from 0 as PyTorch does, and a share that
 * is 0 where a phase has no length. */
#include "optim/one_cycle.h"

#include <math.h>

static real blend(real a, real b, real share, enum one_cycle_way way)
{
    real wave = way == ONE_CYCLE_LINE ? 1 - share : (1 + cos(acos(-1) * share)) / 2;
    return b + (a - b) * wave;
}

static int bad(const struct one_cycle *s)
{
    return !s->total || !(s->peak >= 0 && s->peak < INFINITY) ||
           !(s->rise >= 0 && s->rise <= 1) ||
           !(s->start_div >= 1 && s->start_div < INFINITY) ||
           !(s->final_div >= 1 && s->final_div < INFINITY) ||
           !(0 <= s->beta_low && s->beta_low <= s->beta_high && s->beta_high < 1) ||
           (s->way != ONE_CYCLE_COSINE && s->way != ONE_CYCLE_LINE);
}

static real at(const struct one_cycle *s, size_t t, const real value[3])
{
    if (bad(s) || t == 0)
        return (real)NAN;
    if (t > s->total)
        return value[2];
    real i = (real)(t - 1),
         end[3] = {0, s->rise * (real)s->total - 1, (real)s->total - 1};
    int phase = i >= end[1];
    real length = end[phase + 1] - end[phase];
    real share = length > 0 ? (i - end[phase]) / length : 0;
    return blend(value[phase], value[phase + 1], share, s->way);
}

real one_cycle(const struct one_cycle *s, size_t t)
{
    const real value[3] = {s->peak / s->start_div, s->peak,
                           s->peak / s->start_div / s->final_div};
    return at(s, t, value);
}

real one_cycle_beta(const struct one_cycle *s, size_t t)
{
    const real value[3] = {s->beta_high, s->beta_low, s->beta_high};
    return at(s, t, value);
}
