/** @file logistic.h
 *  @brief Logistic regression: two classes, one weight for each feature.
 *  @ingroup lab */
#ifndef DESCENT_LOGISTIC_H
#define DESCENT_LOGISTIC_H

#include "lab/dataset.h"
#include "lab/problem.h"
#include "optim/real.h"
#include "optim/sigmoid.h"
#include "optim/status.h"
#include <stdbool.h>

/** @addtogroup lab
 *  @{ */

/** f(θ) = (1/m) Σ [log(1 + exp z_i) - y_i z_i] + (λ/2) ‖w‖² with z_i = wᵀx_i + b, labels
 *  y_i of 0 or 1 and θ = (w, b), or θ = w without an intercept. The intercept is not
 *  penalized. */
struct logistic {
    const struct dataset *data; ///< The samples; must outlive the regression.
    real l2;                    ///< λ.
    bool intercept;             ///< Whether there is a b.
};

/** Prepares the function. Allocates nothing.
 *  @param[out] logistic   overwritten on success
 *  @param      data       at least one sample and one feature, at most two classes
 *  @param      l2         λ, finite and at least 0; strictly convex above 0
 *  @param      intercept  whether to add b as the last parameter
 *  @return DESCENT_OK, or DESCENT_ERANGE if an argument is outside its range. */
enum descent_status logistic_init(struct logistic *logistic, const struct dataset *data,
                                  real l2, bool intercept);

/** @param logistic  initialized; must outlive the view
 *  @return f as a finite sum of n = features (+ 1) parameters. The batch gradient has the
 *          whole penalty in it. */
struct problem logistic_problem(struct logistic *logistic);

/** @} */

#endif
