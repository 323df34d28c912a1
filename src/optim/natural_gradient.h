/** @file natural_gradient.h
 *  @brief Directions of the natural gradient (exercise 5.6).
 *  @ingroup ch05 */
#ifndef DESCENT_NATURAL_GRADIENT_H
#define DESCENT_NATURAL_GRADIENT_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** The natural gradient's direction for logistic regression, d = -(F + δI)⁻¹ g, where
 *
 *      g = (1/m) Σ (σ(z_i) - label_i) x_i          z_i = θᵀx_i
 *      F = (1/m) Σ σ(z_i) (1 - σ(z_i)) x_i x_iᵀ    the Fisher information
 *
 *  and σ(z) = 1 / (1 + e^-z). Each weight σ(1 - σ) has a small relative error, also where
 *  |z_i| is large. Allocates nothing.
 *  @param      m        samples, at least 1
 *  @param      p        features; 0 is allowed
 *  @param      x        samples, m × p, one a row, finite
 *  @param      label    0 or 1, m numbers
 *  @param      theta    parameters, p finite numbers
 *  @param      damping  δ, finite and at least 0
 *  @param      fisher   room for p × p numbers
 *  @param[out] d        p numbers; overlaps nothing
 *  @return DESCENT_OK. DESCENT_ERANGE if m, a label or the damping is outside its range.
 *          DESCENT_ENAN if g or F has a number that is infinite or NaN. DESCENT_ESINGULAR
 *          if F + δI has no Cholesky factor, as where a feature is 0 in all samples, or
 *          if d is not finite. In each of these cases d is 0.
 *  @see Amari (1998), Neural Computation 10(2). */
enum descent_status natural_logistic(size_t m, size_t p, const real *x,
                                     const size_t *label, const real *theta, real damping,
                                     real *fisher, real *d);

/** The natural gradient's direction for the logits of a categorical distribution,
 *  d = -F⁺ g with the Fisher information F = diag(π) - ππᵀ, π = softmax(z), and its
 *  pseudo-inverse F⁺. F takes (1, …, 1) to 0, because equal shifts of all logits change
 *  nothing: d has the mean 0, and only what g has beside its mean counts. A few k
 *  operations; no matrix is formed.
 *  @param      k  categories; 0 is allowed
 *  @param      z  logits, k finite numbers
 *  @param      g  gradient with respect to them, k finite numbers
 *  @param[out] d  k numbers; overlaps nothing
 *  @return DESCENT_OK; DESCENT_ENAN if a number is infinite or NaN; DESCENT_ERANGE if
 *          none is, but a probability is so small that it is 0, or d would not be finite.
 *          In both cases d is 0. */
enum descent_status natural_categorical(size_t k, const real *z, const real *g, real *d);

/** @} */

#endif
