/** @file half.h
 *  @brief Numbers of 16 bits: bf16 and fp16, from and to single precision (exercise
 *  10.1).
 *  @ingroup ch10
 *
 *  A number of 16 bits is kept in a `uint16_t`: the highest bit is the sign, then come
 *  the exponent and the fraction.
 *
 *             exponent  fraction  bias   largest    smallest normal   smallest
 *      bf16   8 bits    7 bits    127    3.4e38     1.2e-38           9.2e-41
 *      fp16   5 bits    10 bits   15     65504      6.1e-5            6.0e-8
 *
 *  As in single precision, an exponent of zeros means a subnormal number, one without the
 *  leading 1, and an exponent of ones means infinity, or NaN if the fraction is not 0. */
#ifndef DESCENT_HALF_H
#define DESCENT_HALF_H

#include <stddef.h>
#include <stdint.h>

/** @addtogroup ch10
 *  @{ */

/** Rounds to the nearest number, and half-way between two to the one whose last bit is 0.
 *  What is at least half a step above the largest number becomes infinite. Signs are
 *  kept, that of 0 too. A NaN becomes a NaN with the same sign; which one is left open.
 *  @param x  any value
 *  @return the bits
 *  @see Kalamkar et al. (2019), arXiv:1905.12322, for bf16. */
uint16_t bf16_from_float(float x);

/** @param bits  any
 *  @return exactly the number that they mean; a NaN for a NaN, with its sign */
float bf16_to_float(uint16_t bits);

/** Rounds as bf16_from_float() does; below the smallest normal number to a multiple of
 *  2^-24.
 *  @param x  any value
 *  @return the bits
 *  @see IEEE 754-2019, sections 3.6 and 4.3.1. */
uint16_t fp16_from_float(float x);

/** @param bits  any
 *  @return exactly the number that they mean; a NaN for a NaN, with its sign */
float fp16_to_float(uint16_t bits);

/** Rounds many. @param n how many @param x n numbers @param[out] bits n, no overlap */
void bf16_pack(size_t n, const float *x, uint16_t *bits);

/** Reads many. @param n how many @param bits n of them @param[out] x n, no overlap */
void bf16_unpack(size_t n, const uint16_t *bits, float *x);

/** Rounds many. @param n how many @param x n numbers @param[out] bits n, no overlap */
void fp16_pack(size_t n, const float *x, uint16_t *bits);

/** Reads many. @param n how many @param bits n of them @param[out] x n, no overlap */
void fp16_unpack(size_t n, const uint16_t *bits, float *x);

/** @} */

#endif
