/** @exercise 10.3 A byte a number
 *  @points 15
 *
 *  A byte can stand for 256 numbers. Which, says a map: an ascending table of numbers
 *  from -1 to 1. To keep numbers of any size, divide them by the largest size among them,
 *  the scale, which is kept as well. But then a single large number pushes all others to
 *  0. So the array is cut into blocks, each with a scale of its own: a large number
 *  spoils its own block, and no other.
 *
 *  Write the way there and the way back. The nearest number is to be found with few
 *  comparisons: the map is sorted, and a training asks a million times a step.
 *
 *  Try it:  build/descent grade 10.3
 *  A hint:  build/descent hint 10.3
 */
#include "optim/block_quant.h"
#include "optim/todo.h"

#include <tgmath.h>

void block_quantize(const real map[QUANT_CODES], size_t n, size_t block, const real *x,
                    uint8_t *code, real *scale)
{
    // TODO 10.3
    todo("10.3");
}

void block_dequantize(const real map[QUANT_CODES], size_t n, size_t block,
                      const uint8_t *code, const real *scale, real *x)
{
    // TODO 10.3
    todo("10.3");
}
