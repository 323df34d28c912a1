/* quant_map.c: what a byte can stand for.
 *
 *     decade d = 0 … 6:   10^(d-6) · (the middles of 2^d equal parts of [0.1, 1])
 *
 *     signed    each with both signs: 2 · 127, and 0 and 1, make 256
 *     unsigned  2^(d+1) parts: 254, and 0 and 1
 *
 * Invariant: a map ascends. */
#include "optim/quant_map.h"

void quant_map_linear(real map[QUANT_CODES], bool with_sign)
{
    for (size_t i = 0; i < QUANT_CODES; i++) {
        const real share = (real)i / (QUANT_CODES - 1);
        map[i] = with_sign ? 2 * share - 1 : share;
    }
}

/* Of the equal parts of [0.1, 1]. */
static real middle_of(size_t part, size_t parts)
{
    return (real)0.1 + (real)0.9 * ((real)part + (real)0.5) / (real)parts;
}

// [quant-map]
void quant_map_dynamic(real map[QUANT_CODES], bool with_sign)
{
    const size_t zero = with_sign ? QUANT_CODES / 2 - 1 : 0, one = QUANT_CODES - 1;
    real decade = (real)1e-6;
    size_t next = zero;
    map[next++] = 0;
    for (size_t parts = with_sign ? 1 : 2; next < one; parts *= 2, decade *= 10)
        for (size_t i = 0; i < parts; i++)
            map[next++] = decade * middle_of(i, parts);
    map[one] = 1;
    for (size_t i = 0; i < zero; i++)
        map[i] = -map[2 * zero - i];
}
// [quant-map]
