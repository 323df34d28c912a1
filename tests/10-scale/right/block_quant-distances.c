/* block_quant-distances.c: all 256 distances; block by block on the way back. */
#include "optim/block_quant.h"

#include <tgmath.h>

static uint8_t nearest_of_all(const real *map, real x)
{
    size_t best = 0;
    for (size_t c = 1; c < QUANT_CODES; c++)
        if (fabs(map[c] - x) < fabs(map[best] - x))
            best = c;
    return (uint8_t)best;
}

void block_quantize(const real map[QUANT_CODES], size_t n, size_t block, const real *x,
                    uint8_t *code, real *scale)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (i % block == 0)
            sum = scale[i / block] = 0;
        sum += 0 * x[i]; /* NaN if one is not finite */
        scale[i / block] = fmax(scale[i / block], fabs(x[i])) + sum;
        if (isnan(sum))
            scale[i / block] = (real)NAN;
    }
    for (size_t i = 0; i < n; i++) {
        const real unit = scale[i / block];
        code[i] = isnan(unit) ? 0 : nearest_of_all(map, unit > 0 ? x[i] / unit : 0);
    }
}

void block_dequantize(const real map[QUANT_CODES], size_t n, size_t block,
                      const uint8_t *code, const real *scale, real *x)
{
    for (size_t first = 0; first < n; first += block, scale++)
        for (size_t i = first; i < n && i < first + block; i++)
            x[i] = *scale * map[code[i]];
}
