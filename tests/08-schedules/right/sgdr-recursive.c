/* Correct: what comes after a cycle is a schedule of longer cycles. */
#include "optim/sgdr.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

static bool good(const struct sgdr *s)
{
    return s->first != 0 && s->growth != 0 && s->floor >= 0 && s->floor <= 1;
}

static real wave(real floor, real share)
{
    real half = cos(asin(1) * share);
    return floor + (1 - floor) * half * half;
}

/* The multiplier i steps after a cycle of this length has begun. */
static real later(const struct sgdr *s, uint64_t length, uint64_t i)
{
    uint64_t next;
    if (i < length)
        return wave(s->floor, (real)i / (real)length);
    if (s->growth == 1)
        return wave(s->floor, (real)(i % length) / (real)length);
    if (__builtin_mul_overflow(length, s->growth, &next))
        return wave(s->floor, (real)(i - length) / ((real)length * (real)s->growth));
    return later(s, next, i - length);
}

real sgdr(const struct sgdr *s, size_t t)
{
    return good(s) && t > 0 ? later(s, s->first, t - 1) : (real)NAN;
}

size_t sgdr_steps(const struct sgdr *s, size_t cycles)
{
    size_t sum = 0, length = s->first;
    if (!good(s) || cycles == 0)
        return 0;
    if (s->growth == 1)
        return __builtin_mul_overflow(length, cycles, &sum) ? 0 : sum;
    sum = length;
    for (size_t c = 1; c < cycles; c++)
        if (__builtin_mul_overflow(length, s->growth, &length) ||
            __builtin_add_overflow(sum, length, &sum))
            return 0;
    return sum;
}

real wsd(const struct wsd *s, size_t t)
{
    if (t == 0 || s->total == 0 || s->decay > s->total ||
        s->warmup > s->total - s->decay || !(s->floor >= 0 && s->floor <= 1) ||
        (s->way != WSD_LINE && s->way != WSD_ROOT))
        return (real)NAN;
    if (t > s->total)
        t = s->total;
    size_t left = s->total - t;
    if (s->warmup > 0 && t <= s->warmup && left >= s->decay)
        return 1 - (real)(s->warmup - t) / (real)s->warmup;
    if (left >= s->decay)
        return 1;
    real rest = (real)left / (real)s->decay;
    real high = s->way == WSD_LINE ? rest : 1 - sqrt(1 - rest);
    return s->floor * (1 - high) + high;
}
