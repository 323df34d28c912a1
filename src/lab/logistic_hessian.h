/** @file logistic_hessian.h
 *  @brief Second derivatives of logistic regression.
 *  @ingroup lab */
#ifndef DESCENT_LOGISTIC_HESSIAN_H
#define DESCENT_LOGISTIC_HESSIAN_H

#include "lab/logistic.h"

/** @addtogroup lab
 *  @{ */

/** The Hessian (1/m) Σ σ(z_i) (1 - σ(z_i)) x_i x_iᵀ + λ, where x_i has a 1 for the
 *  intercept, which has no λ. A `hessian_fn`.
 *  @param      n         features, and one more with an intercept
 *  @param      theta     n parameters
 *  @param[out] h         n × n numbers
 *  @param      logistic  a `struct logistic *` */
void logistic_hessian(size_t n, const real *theta, real *h, void *logistic);

/** The Hessian times v in one pass over the samples. A `hessian_vector_fn`.
 *  @param      n         features, and one more with an intercept
 *  @param      theta     n parameters
 *  @param      v         n numbers
 *  @param[out] hv        n numbers
 *  @param      logistic  a `struct logistic *` */
void logistic_hessian_vector(size_t n, const real *theta, const real *v, real *hv,
                             void *logistic);

/** @} */

#endif
