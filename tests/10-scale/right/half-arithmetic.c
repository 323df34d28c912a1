/* half-arithmetic.c: by the sizes of the steps, with frexp() and rint(). */
#include "optim/half.h"

#include <math.h>

/* The bits of |x| with so many bits of fraction. */
static unsigned encode(double x, int fraction, int bias)
{
    const unsigned infinite = (0x7fffu >> fraction) << fraction;
    int exponent;
    if (isinf(x))
        return infinite;
    frexp(x, &exponent);
    exponent = exponent - 1 < 1 - bias || x == 0 ? 1 - bias : exponent - 1;
    const double steps = rint(ldexp(x, fraction - exponent));
    /* A carry into the next binade adds up to the right bits by itself. */
    const double bits = steps + (double)((exponent + bias - 1) << fraction);
    return bits >= infinite ? infinite : (unsigned)bits;
}

uint16_t bf16_from_float(float x)
{
    const unsigned sign = signbit(x) ? 0x8000 : 0;
    return (uint16_t)(sign | (isnan(x) ? 0x7fc0 : encode(fabs((double)x), 7, 127)));
}

uint16_t fp16_from_float(float x)
{
    const unsigned sign = signbit(x) ? 0x8000 : 0;
    return (uint16_t)(sign | (isnan(x) ? 0x7f00 : encode(fabs((double)x), 10, 15)));
}

float fp16_to_float(uint16_t bits)
{
    const int exponent = bits >> 10 & 31, fraction = bits & 1023;
    double size = exponent ? ldexp(1024 + fraction, exponent - 25) : ldexp(fraction, -24);
    if (exponent == 31)
        size = fraction ? (double)NAN : (double)INFINITY;
    return (float)copysign(size, bits & 0x8000 ? -1.0 : 1.0);
}
