/** @file block_quant.h
 *  @brief Numbers as bytes, with a scale for each block (exercise 10.3).
 *  @ingroup ch10 */
#ifndef DESCENT_BLOCK_QUANT_H
#define DESCENT_BLOCK_QUANT_H

#include "optim/quant_map.h"
#include "optim/real.h"
#include <stddef.h>
#include <stdint.h>

/** @addtogroup ch10
 *  @{ */

/** @param n      how many numbers
 *  @param block  numbers in a block, at least 1
 *  @return blocks; the last one may have fewer */
static inline size_t quant_blocks(size_t n, size_t block)
{
    return n / block + (n % block != 0);
}

/** Each block's scale is its largest size, and each number's code is that of the number
 *  of the map that is nearest to its quotient by the scale; of two that are equally near,
 *  the lower code. A block of zeros has the scale 0, and its numbers count as 0. If a
 *  number of a block is infinite or NaN, the block's scale is NaN and its codes are 0.
 *  Allocates nothing.
 *  @param      map    256 numbers from -1 to 1, ascending
 *  @param      n      how many numbers
 *  @param      block  numbers in a block, at least 1
 *  @param      x      n numbers, whose quotients have no overflow
 *  @param[out] code   n codes
 *  @param[out] scale  quant_blocks(n, block) scales
 *  @see Dettmers et al. (2022), ICLR, section 2.1. */
void block_quantize(const real map[QUANT_CODES], size_t n, size_t block, const real *x,
                    uint8_t *code, real *scale);

/** Each number is that of its code, times the scale of its block: NaN where that is. The
 *  numbers of a block whose scale is 0 are 0.
 *  @param      map    as for block_quantize()
 *  @param      n      how many numbers
 *  @param      block  numbers in a block, at least 1
 *  @param      code   n codes
 *  @param      scale  quant_blocks(n, block) scales
 *  @param[out] x      n numbers */
void block_dequantize(const real map[QUANT_CODES], size_t n, size_t block,
                      const uint8_t *code, const real *scale, real *x);

/** @} */

#endif
