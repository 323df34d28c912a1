/** @exercise 12.3 A Halton point in a search space
 *  @points 10
 *
 *  A few trials have to cover a search space. A grid of 25 points tries 5 learning rates;
 *  random points leave holes. The Halton sequence has neither fault: number $j$ of point
 *  $i$ is the radical inverse of $i$ in the base of the $j$-th prime. The radical inverse
 *  mirrors the digits at the point: $i = \sum_k d_k\, b^k$ becomes $u = \sum_k d_k\,
 *  b^{-k-1}$. So 1, 2, 3, 4 become 0.1, 0.01, 0.11, 0.001 in base 2. Then stretch each
 *  $u$ over its range, on a linear scale or on a logarithmic one.
 *
 *  @hint Which digit of $i$ comes out first when you divide by the base, and which power
 *        does it get? What is in the middle between 0.001 and 0.1 on a logarithmic scale?
 *  @hint Radical inverse: while the index is not 0, its remainder is the next digit, its
 *        power is $b^{-1}$ first and then $b$ times less, and the quotient is what is
 *        left. Point: check all ranges before the first number is written; take $a + u
 *        (b - a)$, or the exponential of the same with logarithms.
 *  @plot points one two
 *  @commentary On a logarithmic scale $\exp(\log a + u \log(b/a))$ is as good: it loses
 *  as many digits as $\log a$ has before the point, which is nothing here. Two large
 *  primes make poor neighbors: with 16 numbers the last two have the bases 47 and 53, and
 *  their points 1 to 46, (i/47, i/53), lie on one line. That is why programs scramble the
 *  digits, or stop at a few numbers. */
#include "optim/halton.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_valid(const struct search_range *range)
{
    if (!isfinite(range->low) || !isfinite(range->high) || range->low > range->high)
        return false;
    return range->scale == SEARCH_LINEAR ||
           (range->scale == SEARCH_LOG && range->low > 0);
}

// END SOLUTION
real radical_inverse(size_t base, size_t index)
{
    // BEGIN SOLUTION
    if (base < 2 || base > 1000 || index > HALTON_MAX_INDEX)
        return (real)NAN;
    real u = 0, power = 1;
    for (; index > 0; index /= base) {
        power /= (real)base;
        u += (real)(index % base) * power;
    }
    return u;
    // END SOLUTION
}

enum descent_status halton_point(size_t dims, const struct search_range *range,
                                 size_t index, real *point)
{
    // BEGIN SOLUTION
    static const size_t primes[HALTON_MAX_DIMS] = {2,  3,  5,  7,  11, 13, 17, 19,
                                                   23, 29, 31, 37, 41, 43, 47, 53};
    if (dims < 1 || dims > HALTON_MAX_DIMS || index > HALTON_MAX_INDEX)
        return DESCENT_ERANGE;
    for (size_t j = 0; j < dims; j++)
        if (!is_valid(&range[j]))
            return DESCENT_ERANGE;
    for (size_t j = 0; j < dims; j++) {
        const real u = radical_inverse(primes[j], index);
        const real low = range[j].low, high = range[j].high;
        point[j] = range[j].scale == SEARCH_LOG ? low * pow(high / low, u)
                                                : low + u * (high - low);
    }
    return DESCENT_OK;
    // END SOLUTION
}
