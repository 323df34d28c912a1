/** @file sampler.h
 *  @brief Drawing samples by their weights, in O(log m) (exercise 4.6).
 *  @ingroup ch04 */
#ifndef DESCENT_SAMPLER_H
#define DESCENT_SAMPLER_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

/** A tree of sums. Its node 1 is the root, node k has the children 2k and 2k + 1, and the
 *  leaf of sample i is node leaves + i. */
struct sampler {
    size_t m;      ///< Number of samples.
    size_t leaves; ///< The smallest power of 2 that is at least m.
    real uniform;  ///< Share of uniform draws, 0 to 1.
    real *node;    ///< 2 · leaves numbers, the first of them unused: a leaf holds its
                   ///< sample's weight, 0 behind the last sample; a node above holds the
                   ///< sum of its two children; owned.
};

/** Prepares a sampler whose weights are all 0.
 *  @param[out] sampler  overwritten; release it with sampler_free()
 *  @param      m        number of samples
 *  @param      uniform  share of uniform draws, 0 to 1; 0.5 is usual
 *  @return DESCENT_OK, DESCENT_ERANGE if m is 0 or the share is outside its range, or
 *          DESCENT_ENOMEM. After a failure sampler_free() is allowed and does nothing. */
enum descent_status sampler_init(struct sampler *sampler, size_t m, real uniform);

/** Changes the weight of a sample, and the sums above it, in O(log m). Every sum is that
 *  of its two children afterwards, to the last bit, however often weights change.
 *  @param sampler  initialized
 *  @param i        a sample
 *  @param weight   finite and at least 0
 *  @return DESCENT_OK, or DESCENT_ERANGE if i is not below m or the weight is outside its
 *          range; then nothing has been changed. */
enum descent_status sampler_set(struct sampler *sampler, size_t i, real weight);

/** @param sampler  initialized
 *  @param i        a sample, below m
 *  @return p_i = u/m + (1 - u) w_i / Σ w, with the share u of uniform draws; 1/m if all
 *          weights are 0 */
real sampler_probability(const struct sampler *sampler, size_t i);

/** Draws a sample, in O(log m). Let v be the share u of uniform draws, or 1 if all
 *  weights are 0. A number r below v stands for the sample ⌊m r / v⌋, at most m - 1. Any
 *  other stands for s = (r - v) / (1 - v) of the sum of all weights: for the first sample
 *  whose weight, added to those before it, exceeds s Σ w. A sample of weight 0 is never
 *  found that way, whatever rounding does.
 *  @param sampler  initialized
 *  @param r        0 ≤ r < 1, drawn uniformly
 *  @return the sample, below m: sample i with probability sampler_probability(i), up to
 *          rounding */
size_t sampler_draw(const struct sampler *sampler, real r);

/** The factor with which a sample counts, so that its estimate of a mean over all samples
 *  is right on average.
 *  @param sampler  initialized
 *  @param i        a sample, below m
 *  @return 1 / (m p_i); INFINITY if p_i is 0, as such a sample is never drawn */
real sampler_weight(const struct sampler *sampler, size_t i);

/** Releases the memory. May be called twice.
 *  @param sampler  initialized, or all zero */
void sampler_free(struct sampler *sampler);

/** @} */

#endif
