/* half-branches.c: bit by bit, a case after the other. */
#include "optim/half.h"

#include <string.h>

/* Half or more, and then up; a tie by the last bit that stays. */
static uint32_t shifted(uint32_t bits, uint32_t by)
{
    if (by > 31)
        return 0;
    const uint32_t kept = bits >> by, lost = bits - (kept << by), half = 1u << (by - 1);
    if (lost > half)
        return kept + 1;
    return lost == half && kept % 2 == 1 ? kept + 1 : kept;
}

uint16_t fp16_from_float(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    const uint32_t sign = bits >> 31 << 15, fraction = bits & 0x7fffff;
    const int exponent = (int)(bits >> 23 & 255) - 127;
    if (exponent == 128)
        return (uint16_t)(sign | (fraction ? 0x7e01 : 0x7c00));
    if (exponent > 15)
        return (uint16_t)(sign | 0x7c00);
    if (exponent < -14) /* subnormal: the leading 1 is part of the fraction */
        return (uint16_t)(sign | (exponent < -126 ? 0
                                                  : shifted(fraction | 0x800000,
                                                            (uint32_t)(-1 - exponent))));
    return (uint16_t)(sign | (shifted(fraction, 13) + ((uint32_t)(exponent + 15) << 10)));
}

uint16_t bf16_from_float(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    if ((bits & 0x7f800000) == 0x7f800000)
        return (uint16_t)(bits >> 16 | (bits & 0x7fffff ? 0x20 : 0));
    return (uint16_t)shifted(bits, 16);
}
