/** @file clip.h
 *  @brief Clipping gradients by their global norm (exercise 8.4).
 *  @ingroup ch08 */
#ifndef DESCENT_CLIP_H
#define DESCENT_CLIP_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** The gradient of one tensor. */
struct clip_part {
    size_t n; ///< How many numbers; 0 is allowed.
    real *g;  ///< n numbers.
};

/** The Euclidean norm of all parts as one vector.
 *  @param count  number of parts; 0 is allowed
 *  @param part   the parts; not changed
 *  @return the norm, with a relative error below 10^-9 for up to 10^6 numbers of any
 *          finite sizes, subnormal ones included; 0 if there are no numbers, or zeros
 *          only; NaN if any is NaN; otherwise INFINITY if any is infinite, or if all are
 *          finite and only the norm is too large for a `real` */
real clip_norm(size_t count, const struct clip_part *part);

/** Shortens the gradient to the norm `most`, without turning it:
 *
 *      g ← g · min(1, most / (‖g‖ + slack)),     ‖g‖ over all parts
 *
 *  Where the factor is 1, nothing is written, so that g keeps its bits. Allocates
 *  nothing. What a NaN or an infinity does to the parameters is for the caller to decide:
 *  g is left as it is, and the status says so.
 *  @param      count  number of parts; 0 is allowed
 *  @param      part   the parts; their numbers are changed
 *  @param      most   the norm that may remain, at least 0; INFINITY only measures
 *  @param      slack  added to the norm, finite and at least 0: 0 as in optax, 10^-6 as
 *                     in PyTorch, whose clipped gradients are a little shorter
 *  @param[out] norm   the norm before clipping, as of clip_norm(); NULL if not wanted.
 *                     Not written after DESCENT_ERANGE
 *  @return DESCENT_OK, also if only the norm is too large for a `real`: then g is clipped
 *          all the same, its numbers with an error below 10^-9 of the largest of them
 *          (or of 10^-300, where digits end);
 *          DESCENT_ERANGE if `most` or `slack` is outside its range;
 *          DESCENT_ENAN if a number of g is NaN or infinite. After a failure g is as it
 *          was.
 *  @see Pascanu, Mikolov and Bengio (2013), ICML, algorithm 1. */
enum descent_status clip_global(size_t count, const struct clip_part *part, real most,
                                real slack, real *norm);

/** @} */

#endif
