/** @exercise 10.3 A byte a number
 *  @points 15
 *
 *  A byte can stand for 256 numbers. Which, says a *map*: an ascending table of numbers
 *  from -1 to 1. To keep numbers of any size, divide them by the largest size among them,
 *  the *scale*, which is kept as well. But then a single large number pushes all others
 *  to 0. So the array is cut into blocks, each with a scale of its own: a large number
 *  spoils its own block, and no other.
 *
 *  Write the way there and the way back. The nearest number is to be found with few
 *  comparisons: the map is sorted, and a training asks a million times a step.
 *
 *  @hint What is the size of a block that ends at the end of the array? What does 0/0
 *        give, in a block of zeros? The code wanted is the number of map entries that lie
 *        wholly below: which points separate one code from the next?
 *  @hint For each block: the largest size; comparisons pass over a NaN, so ask for it. A
 *        scale of 0: divide by 1 instead. Then bisect: low = 0 and high = 255; while they
 *        differ, take the middle m, and ask whether the quotient is above the midpoint
 *        of map[m] and map[m + 1]: then low = m + 1, else high = m.
 *  @plot steps x dequantized
 *  @commentary Eight comparisons find a code. The largest number of a block is kept
 *  exactly, if the map has 1; bitsandbytes' signed map has no -1, so a block whose
 *  largest number is negative ends 0.7 % short. Its GPU code finds codes in the same
 *  way. */
#include "optim/block_quant.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* The largest size of a number; NaN if one is infinite or NaN. */
static real largest(size_t n, const real *x)
{
    real size = 0;
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(x[i]))
            return (real)NAN;
        size = fmax(size, fabs(x[i]));
    }
    return size;
}

static uint8_t nearest(const real map[QUANT_CODES], real x)
{
    size_t low = 0, high = QUANT_CODES - 1;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (x > (map[middle] + map[middle + 1]) / 2)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint8_t)low;
}

// END SOLUTION
void block_quantize(const real map[QUANT_CODES], size_t n, size_t block, const real *x,
                    uint8_t *code, real *scale)
{
    // BEGIN SOLUTION
    for (size_t first = 0; first < n; first += block, scale++) {
        const size_t count = n - first < block ? n - first : block;
        *scale = largest(count, x + first);
        const real unit = *scale > 0 ? *scale : 1;
        for (size_t i = first; i < first + count; i++)
            code[i] = isnan(*scale) ? 0 : nearest(map, x[i] / unit);
    }
    // END SOLUTION
}

void block_dequantize(const real map[QUANT_CODES], size_t n, size_t block,
                      const uint8_t *code, const real *scale, real *x)
{
    // BEGIN SOLUTION
    for (size_t i = 0; i < n; i++)
        x[i] = map[code[i]] * scale[i / block];
    // END SOLUTION
}
