/** @file filter_normalize.h
 *  @brief Directions that are as long, unit by unit, as the weights (exercise 11.2).
 *  @ingroup ch11 */
#ifndef DESCENT_FILTER_NORMALIZE_H
#define DESCENT_FILTER_NORMALIZE_H

#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch11
 *  @{ */

/** A part of the parameters, such as the weights of a layer: `filters` runs of `size`
 *  neighboring numbers. The parts follow each other without gaps. */
struct filter_part {
    size_t filters; ///< How many units have weights in it.
    size_t size;    ///< Weights of a unit.
    bool fixed;     ///< Whether a direction leaves these parameters as they are, as it
                    ///< does biases and the parameters of normalizations.
};

/** Scales a direction: each filter of d gets the length of the same filter of θ. A filter
 *  of d that is 0 stays 0. What is fixed becomes 0. Allocates nothing; nothing overflows
 *  or underflows on the way.
 *  @param         parts  how many parts
 *  @param         part   the parts; n is the sum of filters times size
 *  @param         theta  θ, n parameters
 *  @param[in,out] d      n numbers
 *  @return DESCENT_OK, or DESCENT_ENAN if a number of θ or d in a part that is not fixed
 *          is infinite or NaN; then d is as it was.
 *  @see Li, Xu, Taylor, Studer and Goldstein (2018), Visualizing the Loss Landscape of
 *       Neural Nets, section 4. */
enum descent_status filter_normalize(size_t parts, const struct filter_part *part,
                                     const real *theta, real *d);

/** @} */

#endif
