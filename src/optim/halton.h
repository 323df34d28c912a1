/** @file halton.h
 *  @brief Points of the Halton sequence in a search space (exercise 12.3).
 *  @ingroup ch12 */
#ifndef DESCENT_HALTON_H
#define DESCENT_HALTON_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch12
 *  @{ */

#define HALTON_MAX_DIMS 16                       ///< Most numbers in a point.
#define HALTON_MAX_INDEX (((size_t)1 << 31) - 1) ///< Last point.

/** How a range is walked through. */
enum search_scale {
    SEARCH_LINEAR, ///< Equal differences are equally likely.
    SEARCH_LOG,    ///< Equal ratios are equally likely.
};

/** What a number may be. */
struct search_range {
    real low;                ///< Finite; above 0 on a logarithmic scale.
    real high;               ///< Finite, at least `low`.
    enum search_scale scale; ///< One of the two above.
};

/** The radical inverse: the digits of an index in a base, mirrored at the point. With
 *  index = Σ_k d_k base^k it is Σ_k d_k base^-(k+1).
 *  @param base   at least 2, at most 1000
 *  @param index  0 to #HALTON_MAX_INDEX
 *  @return at least 0 and below 1, right to a few units in the last place; NaN if the
 *          base or the index is outside its range */
real radical_inverse(size_t base, size_t index);

/** A point of the Halton sequence, stretched over ranges. Number j takes the radical
 *  inverse u of the index in the base of the j-th prime, 2, 3, 5, …: on a linear scale
 *  it is low + u (high - low), on a logarithmic one low (high / low)^u.
 *  @param      dims   numbers in a point, 1 to #HALTON_MAX_DIMS
 *  @param      range  `dims` ranges; their ends, and the difference and the ratio of
 *                     them, are no larger than 1e300
 *  @param      index  which point, 0 to #HALTON_MAX_INDEX; point 0 has the low end of
 *                     every range
 *  @param[out] point  `dims` numbers, overwritten
 *  @return DESCENT_OK; or DESCENT_ERANGE if `dims`, the index or a range is outside what
 *          is named above: then nothing is written
 *  @see Halton (1960), Numerische Mathematik 2, section 2. */
enum descent_status halton_point(size_t dims, const struct search_range *range,
                                 size_t index, real *point);

/** @} */

#endif
