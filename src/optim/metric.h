/** @file metric.h
 *  @brief Losses of pairs and of triples of embeddings (exercise 9.3).
 *  @ingroup ch09 */
#ifndef DESCENT_METRIC_H
#define DESCENT_METRIC_H

#include "optim/real.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** The contrastive loss of two embeddings at the distance D = ‖a - b‖: ½ D² if they
 *  belong together, ½ max(0, m - D)² if not, and its gradients.
 *
 *  Kinks: at D = m the loss is smooth and its gradient 0. At D = 0 a pair that does not
 *  belong together has no direction in which to part; its gradient is 0.
 *  @param      d       numbers in an embedding; with 0 the distance is 0
 *  @param      a       d numbers
 *  @param      b       d numbers; may be a
 *  @param      same    whether the two belong together
 *  @param      margin  m, finite and at least 0; not looked at if they do
 *  @param[out] da      d numbers, the gradient with respect to a, overwritten
 *  @param[out] db      d numbers, the one with respect to b, overwritten. da and db are
 *                      both NULL if they are not wanted, and overlap nothing otherwise.
 *  @return the loss. If a number is not finite, or the margin is outside its range where
 *          it matters: NaN, and so are all of da and db.
 *
 *  Differences of components are 0 or of sizes from 1e-140 to 1e140, so that no square
 *  overflows or vanishes.
 *  @see Hadsell, Chopra and LeCun (2006), CVPR, equations 4 to 9: ½ on both terms. */
real contrastive_loss(size_t d, const real *a, const real *b, bool same, real margin,
                      real *da, real *db);

/** What a triplet's distances are. */
enum triplet_distance {
    TRIPLET_PLAIN, ///< ‖a - b‖, as in PyTorch's TripletMarginLoss (which adds 1e-6).
    TRIPLET_SQUARED, ///< ‖a - b‖², as in FaceNet.
};

/** The triplet loss max(0, D(a, p) - D(a, q) + m) of an anchor a, a positive p, which
 *  belongs to it, and a negative q, which does not; and its gradients.
 *
 *  Kinks: where the maximum's argument is 0 or below, all gradients are 0. A plain
 *  distance of 0 has no direction; its part of the gradients is 0.
 *  @param      d         numbers in an embedding
 *  @param      a         the anchor, d numbers
 *  @param      p         the positive, d numbers
 *  @param      q         the negative, d numbers
 *  @param      margin    m, finite and at least 0
 *  @param      distance  plain or squared
 *  @param[out] da        d numbers, the gradient with respect to a, overwritten
 *  @param[out] dp        the one with respect to p
 *  @param[out] dq        the one with respect to q. All three are NULL if they are not
 *                        wanted, and overlap nothing otherwise.
 *  @return the loss. If a number is not finite or the margin is outside its range: NaN,
 *          and so are all gradients. Magnitudes as above.
 *  @see Schroff, Kalenichenko and Philbin (2015), FaceNet, CVPR, equation 3. */
real triplet_loss(size_t d, const real *a, const real *p, const real *q, real margin,
                  enum triplet_distance distance, real *da, real *dp, real *dq);

/** @} */

#endif
