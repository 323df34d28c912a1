/** @file sums.h
 *  @brief Finite sums to be minimized: linear models with known constants and optimum.
 *  @ingroup lab */
#ifndef DESCENT_SUMS_H
#define DESCENT_SUMS_H

#include "lab/dataset.h"
#include "lab/problem.h"
#include "lab/rng.h"
#include "optim/glm.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** A linear model with its samples, and all that theory asks of it. */
struct sums {
    struct glm glm; ///< The model; x and y are owned.
    real L;         ///< The largest L_i.
    real L_mean;    ///< The mean of the L_i.
    real L_f;       ///< L of f: c times the largest eigenvalue of XᵀX / m, plus λ.
    real mu;        ///< A μ of f: the smallest eigenvalue of the Hessian, which for the
        ///< logistic loss is known at no point but θ*, and therefore only λ.
    real mu_local; ///< The smallest eigenvalue of the Hessian at θ*.
    real *optimum; ///< θ*, n numbers; owned.
    real value;    ///< f(θ*).
};

/** How normal data are drawn. */
struct sums_config {
    enum glm_loss loss; ///< Which model. Default GLM_LOGISTIC.
    size_t m;           ///< Samples, at least 1. Default 200.
    size_t n;           ///< Features, at least 1. Default 10.
    real l2;            ///< λ, finite and at least 0. Default 1.
    real noise;         ///< Standard deviation of what is added to the margin before the
                        ///< target is made of it; finite and at least 0. Default 1.
    real spread;        ///< Standard deviation of the logarithm of a row's scale; finite
                        ///< and at least 0. Default 0: all rows have the scale 1.
};

/** @return the defaults named above. */
struct sums_config sums_defaults(void);

/** Draws samples: normal features, each row times its own scale, e^(spread · normal);
 *  true parameters that are normal; targets from the margin with noise: the margin itself
 *  for the squared loss, and for the logistic one 1 where it is above 0 and else 0.
 *  Computes the constants and the optimum, by Newton's method.
 *  @param[out] sums    overwritten; release it with sums_free()
 *  @param      config  what to draw
 *  @param      rng     advanced
 *  @return DESCENT_OK; DESCENT_ERANGE if a field is outside its range; DESCENT_ENOMEM; or
 *          DESCENT_ENAN if there is no optimum to be found: without a penalty, classes
 *          that a plane separates, or more parameters than samples. After a failure
 *          sums_free() is allowed and does nothing. */
enum descent_status sums_draw(struct sums *sums, const struct sums_config *config,
                              struct rng *rng);

/** Logistic regression on a data set, with a feature 1 added as the last.
 *  @param[out] sums  overwritten; release it with sums_free()
 *  @param      data  at least one sample, two classes; copied
 *  @param      l2    λ, finite and at least 0; on the intercept too
 *  @return as sums_draw() */
enum descent_status sums_logistic(struct sums *sums, const struct dataset *data, real l2);

/** The breast-cancer data, standardized, as sums_logistic().
 *  @param[out] sums  overwritten; release it with sums_free()
 *  @param      l2    λ, finite and at least 0
 *  @return as sums_logistic(), or as dataset_read() */
enum descent_status sums_breast_cancer(struct sums *sums, real l2);

/** @param sums   initialized
 *  @param theta  n numbers
 *  @return f(θ) - f(θ*), with some 8 correct digits however small it is: it is computed
 *          from θ - θ* sample by sample, not as a difference of two costs */
real sums_suboptimality(const struct sums *sums, const real *theta);

/** @param sums  initialized; must outlive the view
 *  @return f as a problem with samples; its batch gradient has the whole penalty in it */
struct problem sums_problem(const struct sums *sums);

/** Releases the memory. May be called twice.
 *  @param sums  initialized, or all zero */
void sums_free(struct sums *sums);

/** @} */

#endif
