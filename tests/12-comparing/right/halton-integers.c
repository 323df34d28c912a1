/* halton-integers.c: the mirrored digits as an integer, divided once. */
#include "optim/halton.h"

#include <math.h>

real radical_inverse(size_t base, size_t index)
{
    double mirrored = 0, whole = 1;
    if (base - 2 > 998 || index > HALTON_MAX_INDEX)
        return NAN;
    while (index) {
        mirrored = mirrored * (double)base + (double)(index % base);
        whole *= (double)base;
        index /= base;
    }
    return mirrored / whole;
}

static size_t next_prime(size_t number)
{
    size_t divisor;
    do {
        number++;
        for (divisor = 2; number % divisor;)
            divisor++;
    } while (divisor < number);
    return number;
}

static int bad(struct search_range range)
{
    if (!(fabs(range.low) < INFINITY) || !(fabs(range.high) < INFINITY))
        return 1;
    if ((int)range.scale < 0 || range.scale > SEARCH_LOG || range.high < range.low)
        return 1;
    return range.scale == SEARCH_LOG && range.low <= 0;
}

enum descent_status halton_point(size_t dims, const struct search_range *range,
                                 size_t index, real *point)
{
    if (dims - 1 >= HALTON_MAX_DIMS || index > HALTON_MAX_INDEX)
        return DESCENT_ERANGE;
    for (size_t j = 0; j < dims; j++)
        if (bad(range[j]))
            return DESCENT_ERANGE;
    size_t prime = 1;
    for (size_t j = 0; j < dims; j++) {
        prime = next_prime(prime);
        const double u = radical_inverse(prime, index), v = 1 - u;
        point[j] = range[j].scale == SEARCH_LOG
                       ? exp(v * log(range[j].low) + u * log(range[j].high))
                       : v * range[j].low + u * range[j].high;
    }
    return DESCENT_OK;
}
