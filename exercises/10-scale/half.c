/** @exercise 10.1 Sixteen bits
 *  @points 15
 *
 *  A bf16 number is the upper half of a single-precision one: the same 8 bits of
 *  exponent, and 7 bits of the fraction. An fp16 number has 5 bits of exponent and 10 of
 *  the fraction; below 2^(-14) it goes on in equal steps of 2^(-24), the subnormal
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
 *  The loops over arrays are given. They are as fast as memory if your functions are free
 *  of branches and loops, since the compiler then makes one instruction for many numbers.
 *
 *  Try it:  build/descent grade 10.1
 *  A hint:  build/descent hint 10.1
 */
#include "optim/half.h"
#include "optim/todo.h"

#include <string.h>

uint16_t bf16_from_float(float x)
{
    // TODO 10.1
    todo("10.1");
}

float bf16_to_float(uint16_t bits)
{
    // TODO 10.1
    todo("10.1");
}

uint16_t fp16_from_float(float x)
{
    // TODO 10.1
    todo("10.1");
}

float fp16_to_float(uint16_t bits)
{
    // TODO 10.1
    todo("10.1");
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
