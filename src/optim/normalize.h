/** @file normalize.h
 *  @brief Batch, layer, instance and group normalization as one function of what is
 *         normalized together.
 *  @ingroup ch09 */
#ifndef DESCENT_NORMALIZE_H
#define DESCENT_NORMALIZE_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** An array of activations: x[(n C + c) S + s] is sample n, channel c, place s. */
struct norm_shape {
    size_t samples;  ///< N.
    size_t channels; ///< C.
    size_t space;    ///< S, places of an image; 1 where there is no image.
};

/** Which numbers have mean and variance together. Set k begins at k first; it has `runs`
 *  runs of `run` numbers, each `stride` behind the one before. */
struct norm_sets {
    size_t count;  ///< How many sets; together they are the array.
    size_t first;  ///< From the beginning of a set to that of the next one.
    size_t runs;   ///< Runs in a set.
    size_t run;    ///< Neighboring numbers in a run.
    size_t stride; ///< From the beginning of a run to that of the next one.
};

/** Batch normalization: one set for each channel, over all samples and places.
 *  @param shape  any
 *  @return C sets of N S numbers */
struct norm_sets norm_over_batch(struct norm_shape shape);

/** Group normalization: one set for each sample and each group of neighboring channels.
 *  With one group it is layer normalization, with C groups instance normalization.
 *  @param      shape   any
 *  @param      groups  G, 1 to C, a divisor of C
 *  @param[out] sets    N G sets of S C/G numbers; untouched on failure
 *  @return DESCENT_OK, or DESCENT_ERANGE if C is not a multiple of G or G is 0. */
enum descent_status norm_over_groups(struct norm_shape shape, size_t groups,
                                     struct norm_sets *sets);

/** x̂ = (x - μ) / √(v + ε), with the mean μ and the variance v of each set, divided by
 *  its size, in two passes.
 *  @param      sets   from one of the functions above
 *  @param      eps    ε, finite and above 0
 *  @param      x      the array
 *  @param[out] mean   `count` numbers, μ of each set
 *  @param[out] scale  `count` numbers, 1/√(v + ε) of each set
 *  @param[out] y      the array x̂, overwritten; may be x
 *  @return DESCENT_OK, or DESCENT_ERANGE if ε is outside its range: then nothing is
 *          written. A NaN stays in its set. */
enum descent_status normalize(struct norm_sets sets, real eps, const real *x, real *mean,
                              real *scale, real *y);

/** @} */

#endif
