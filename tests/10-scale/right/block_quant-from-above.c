/* block_quant-from-above.c: counts the midpoints below, and multiplies by an inverse
 * where that is as good. */
#include "optim/block_quant.h"

#include <stdbool.h>
#include <tgmath.h>

void block_quantize(const real map[QUANT_CODES], size_t n, size_t block, const real *x,
                    uint8_t *code, real *scale)
{
    for (size_t k = 0; k < quant_blocks(n, block); k++) {
        const size_t end = n - k * block < block ? n : (k + 1) * block;
        bool spoiled = false;
        scale[k] = 0;
        for (size_t i = k * block; i < end; i++) {
            spoiled |= !isfinite(x[i]);
            if (fabs(x[i]) > scale[k])
                scale[k] = fabs(x[i]);
        }
        if (spoiled)
            scale[k] = (real)NAN;
        for (size_t i = k * block; i < end; i++) {
            const real share = scale[k] > 0 ? x[i] / scale[k] : 0;
            unsigned below = 0;
            while (!spoiled && below < QUANT_CODES - 1 &&
                   share + share > map[below] + map[below + 1])
                below++;
            code[i] = (uint8_t)below;
        }
    }
}
