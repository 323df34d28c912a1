/** @file infonce.h
 *  @brief InfoNCE in the form of NT-Xent (exercise 9.4).
 *  @ingroup ch09 */
#ifndef DESCENT_INFONCE_H
#define DESCENT_INFONCE_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** The mean over n embeddings of the cross-entropy with which each finds its positive
 *  among all the others,
 *
 *      -log( exp(s_i,pos(i) / τ) / Σ_{j ≠ i} exp(s_ij / τ) ),
 *
 *  and its gradient with respect to the similarities s. The sum goes over the positive
 *  and n - 2 negatives. An embedding is not compared with itself: the diagonal of s is
 *  never looked at, whatever is there, and has the gradient 0.
 *
 *  Accurate for similarities of any size: the loss has an error of a few units in the
 *  last place of the largest |s_ij| / τ, or of 1; nothing overflows on the way.
 *  @param      n            number of embeddings. With 2 there are no negatives: the loss
 *                           and its gradient are 0.
 *  @param      s            n × n similarities, row i those of embedding i; need not be
 *                           symmetric
 *  @param      positive     n indices: which other embedding belongs to each
 *  @param      temperature  τ, finite and above 0
 *  @param[out] ds           n × n numbers for the gradient, overwritten, or NULL if it is
 *                           not wanted; overlaps no input
 *  @return the mean loss, not negative beyond a rounding error. If n is below 2, if τ is
 *          outside its range, if a positive is not below n or is the embedding itself, or
 *          if a similarity off the diagonal is not finite: NaN, and all of ds is NaN, its
 *          diagonal, too.
 *  @see van den Oord, Li and Vinyals (2018), arXiv:1807.03748, equation 4; Chen,
 *       Kornblith, Norouzi and Hinton (2020), ICML, equation 1. */
real infonce(size_t n, const real *s, const size_t *positive, real temperature, real *ds);

/** @} */

#endif
