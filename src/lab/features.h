/** @file features.h
 *  @brief Numbers made of the inputs, for models that are linear in their parameters.
 *  @ingroup lab */
#ifndef DESCENT_FEATURES_H
#define DESCENT_FEATURES_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** Random features: max(0, w_j · x), a hidden layer that is not trained.
 *  @param      rows    samples
 *  @param      inputs  numbers in a sample, at least 1
 *  @param      x       rows × inputs
 *  @param      count   features, at least 1
 *  @param      w       count × inputs, drawn by the caller
 *  @param[out] phi     rows × count
 *  @see Rahimi and Recht (2007), NeurIPS: Random features for large-scale kernel
 *       machines. */
void random_features(size_t rows, size_t inputs, const real *x, size_t count,
                     const real *w, real *phi);

/** Polynomials: √(2k + 1) P_k(x) with Legendre's P_k for k = 0 … count - 1, which are
 *  orthonormal for x uniform in [-1, 1].
 *  @param      rows   samples
 *  @param      x      rows numbers from -1 to 1
 *  @param      count  polynomials, at least 1
 *  @param[out] phi    rows × count */
void legendre_features(size_t rows, const real *x, size_t count, real *phi);

/** @} */

#endif
