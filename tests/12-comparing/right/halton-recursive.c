/* halton-recursive.c: (last digit + inverse of the rest) / base. */
#include "optim/halton.h"

#include <math.h>
#include <string.h>

static double mirror(size_t base, size_t index)
{
    return index ? ((double)(index % base) + mirror(base, index / base)) / (double)base
                 : 0;
}

real radical_inverse(size_t base, size_t index)
{
    const int good = base > 1 && base <= 1000 && index <= HALTON_MAX_INDEX;
    return good ? mirror(base, index) : NAN;
}

enum descent_status halton_point(size_t dims, const struct search_range *range,
                                 size_t index, real *point)
{
    static const unsigned char prime[] = {2,  3,  5,  7,  11, 13, 17, 19,
                                          23, 29, 31, 37, 41, 43, 47, 53};
    real made[HALTON_MAX_DIMS];
    if (dims == 0 || dims > sizeof prime || index > HALTON_MAX_INDEX)
        return DESCENT_ERANGE;
    for (size_t j = dims; j-- > 0;) {
        const struct search_range r = range[j];
        const double u = mirror(prime[j], index);
        if (!isfinite(r.low) || !isfinite(r.high) || !(r.low <= r.high))
            return DESCENT_ERANGE;
        switch (r.scale) {
        case SEARCH_LINEAR:
            made[j] = r.low + (r.high - r.low) * u;
            break;
        case SEARCH_LOG:
            if (!(r.low > 0))
                return DESCENT_ERANGE;
            made[j] = exp(log(r.low) + (log(r.high) - log(r.low)) * u);
            break;
        default:
            return DESCENT_ERANGE;
        }
    }
    memcpy(point, made, dims * sizeof *point);
    return DESCENT_OK;
}
