/** @file glm.h
 *  @brief Generalized linear models: finite sums whose samples see the parameters through
 *         one number each.
 *  @ingroup ch04 */
#ifndef DESCENT_GLM_H
#define DESCENT_GLM_H

#include "optim/finite_sum.h"
#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

/** The cost φ of a sample with target y, as a function of z = x_iᵀθ. */
enum glm_loss {
    GLM_LOGISTIC, ///< log(1 + exp z) - y z; y between 0 and 1. φ'' is at most 1/4.
    GLM_SQUARED,  ///< (z - y)² / 2. φ'' is 1.
};

/** f(θ) = (1/m) Σ f_i(θ) with f_i(θ) = φ(x_iᵀθ, y_i) + (λ/2) ‖θ‖². The gradient of a
 *  sample is a number times x_i, plus λθ. A view: x and y are the caller's. */
struct glm {
    enum glm_loss loss; ///< Which φ.
    size_t m;           ///< Number of samples, at least 1.
    size_t n;      ///< Number of parameters, at least 1; an intercept is a feature 1.
    const real *x; ///< m × n features, row-major.
    const real *y; ///< m targets.
    real l2;       ///< λ, finite and at least 0.
};

/** @param glm  a model
 *  @return NULL if its sizes, loss and λ are in their ranges; otherwise a constant
 *          sentence that names the first field that is not. The features are not read. */
const char *glm_check(const struct glm *glm);

/** @param glm    valid
 *  @param theta  n numbers
 *  @param i      a sample, below m
 *  @return z = x_iᵀθ */
real glm_margin(const struct glm *glm, const real *theta, size_t i);

/** @param glm  valid
 *  @param i    a sample, below m
 *  @param z    its margin, any number
 *  @return φ(z, y_i): the cost without the penalty */
real glm_cost(const struct glm *glm, size_t i, real z);

/** @param glm  valid
 *  @param i    a sample, below m
 *  @param z    its margin, any number
 *  @return φ'(z, y_i): ∇f_i is this number times x_i, plus λθ */
real glm_slope(const struct glm *glm, size_t i, real z);

/** @param glm  valid
 *  @param i    a sample, below m
 *  @return L_i = c ‖x_i‖² + λ, with c = 1/4 for the logistic loss and 1 for the squared:
 *          a Lipschitz constant of ∇f_i */
real glm_smoothness(const struct glm *glm, size_t i);

/** @param glm    valid
 *  @param theta  n numbers
 *  @return f at theta */
real glm_value(const struct glm *glm, const real *theta);

/** @param      glm    valid
 *  @param      theta  n numbers
 *  @param[out] g      ∇f at theta, n numbers */
void glm_gradient(const struct glm *glm, const real *theta, real *g);

/** @param glm  valid; must outlive the view
 *  @return f as a finite sum, for methods that do not know of linear models */
struct finite_sum glm_sum(const struct glm *glm);

/** @} */

#endif
