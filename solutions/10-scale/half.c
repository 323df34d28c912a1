/** @exercise 10.1 Sixteen bits
 *  @points 15
 *
 *  A *bf16* number is the upper half of a single-precision one: the same 8 bits of
 *  exponent, and 7 bits of the fraction. An *fp16* number has 5 bits of exponent and 10
 *  of the fraction; below $2^{-14}$ it goes on in equal steps of $2^{-24}$, the subnormal
 *  numbers, down to 0.
 *
 *  Write the four conversions. To 16 bits, round to the nearest number, and if two are
 *  equally near, to the one whose last bit is 0. Cutting the lower bits off is not
 *  rounding: each cut is toward 0, and the errors of a million steps add up. Adding half
 *  a step first is nearly right, and wrong for ties. From 16 bits nothing is rounded.
 *
 *  Mind what is not a usual number: zeros with a sign, subnormals, what is too large,
 *  infinities, and NaN, which must not round to infinity or to 0.
 *
 *  The loops over arrays are given. They are as fast as memory if your functions are
 *  free of branches and loops, since the compiler then makes one instruction for many
 *  numbers.
 *
 *  @hint The bits of a positive float are ordered as the floats are, and a carry out of
 *        the fraction goes into the exponent just as it should. So rounding is an
 *        addition to the bits, and a shift. Which addition takes a tie to the even
 *        neighbor? What does it do to a NaN whose fraction is full of ones? For
 *        subnormals: which float has a last bit that is worth $2^{-24}$?
 *  @hint To bf16: add 0x7fff, and 1 if bit 16 is set, then shift by 16; keep NaN apart.
 *        To fp16, with the sign taken off: from $2^{-14}$ on, take 112 off the exponent,
 *        that is 112 << 23 off the bits, and round away 13 bits as before; below, add
 *        0.5f, so that the hardware rounds to multiples of $2^{-24}$, and take the bits
 *        of 0.5f off; from 65520 on it is infinity. From fp16: shift exponent and
 *        fraction into their places and multiply by $2^{112}$, which is right for
 *        subnormals too; if the exponent was 31, set all bits of the exponent instead.
 *  @plot rounding x fp16
 *  @commentary The addition of 0.5f is a known trick: in $[0.5, 1)$ floats are multiples
 *  of $2^{-24}$, so the processor's own rounding does the work. Both conversions to 16
 *  bits compute all cases and select, so that gcc vectorizes the loops. Processors with
 *  F16C or AVX512-BF16 have instructions for it. */
#include "optim/half.h"
#include "optim/todo.h"

#include <string.h>

// BEGIN SOLUTION
static uint32_t bits_of(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static float float_of(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* Takes the lowest `cut` bits away: to the nearest, ties to even. */
static uint32_t rounded(uint32_t bits, unsigned cut)
{
    const uint32_t below_half = (1u << (cut - 1)) - 1, last = bits >> cut & 1;
    return (bits + below_half + last) >> cut;
}

// END SOLUTION
uint16_t bf16_from_float(float x)
{
    // BEGIN SOLUTION
    const uint32_t bits = bits_of(x), size = bits & 0x7fffffff;
    const uint32_t half = size > 0x7f800000 ? 0x7fc0 : rounded(size, 16);
    return (uint16_t)(half | (bits & 0x80000000) >> 16);
    // END SOLUTION
}

float bf16_to_float(uint16_t bits)
{
    // BEGIN SOLUTION
    return float_of((uint32_t)bits << 16);
    // END SOLUTION
}

uint16_t fp16_from_float(float x)
{
    // BEGIN SOLUTION
    const uint32_t bits = bits_of(x), size = bits & 0x7fffffff;
    const uint32_t normal = rounded(size - (112u << 23), 13);
    const uint32_t subnormal = bits_of(float_of(size) + 0.5f) - bits_of(0.5f);
    uint32_t half = size < 113u << 23 ? subnormal : normal;
    half = size >= 0x477ff000 ? 0x7c00 : half; /* 65520 */
    half = size > 0x7f800000 ? 0x7e00 : half;
    return (uint16_t)(half | (bits & 0x80000000) >> 16);
    // END SOLUTION
}

float fp16_to_float(uint16_t bits)
{
    // BEGIN SOLUTION
    const uint32_t size = (uint32_t)(bits & 0x7fff) << 13;
    const uint32_t finite = bits_of(float_of(size) * 0x1p112f);
    const uint32_t all = size >= 31u << 23 ? size | 0x7f800000 : finite;
    return float_of(all | (uint32_t)(bits & 0x8000) << 16);
    // END SOLUTION
}

void bf16_pack(size_t n, const float *x, uint16_t *bits)
{
    for (size_t i = 0; i < n; i++)
        bits[i] = bf16_from_float(x[i]);
}

void bf16_unpack(size_t n, const uint16_t *bits, float *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = bf16_to_float(bits[i]);
}

void fp16_pack(size_t n, const float *x, uint16_t *bits)
{
    for (size_t i = 0; i < n; i++)
        bits[i] = fp16_from_float(x[i]);
}

void fp16_unpack(size_t n, const uint16_t *bits, float *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = fp16_to_float(bits[i]);
}
