/** @file sgd.h
 *  @brief Gradient descent, and stochastic gradient descent: the same step.
 *  @ingroup ch02 */
#ifndef DESCENT_SGD_H
#define DESCENT_SGD_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch02
 *  @{ */

/** Hyper-parameters. */
struct sgd_config {
    real lr; ///< η, learning rate, finite and at least 0. Default 0.01, as in Keras.
    /** λ of a penalty λ/2 ‖θ‖², whose gradient λθ is added to g; finite and at least 0.
     *  PyTorch calls it weight_decay. Default 0: no penalty. */
    real l2;
};

/** Gradient descent has no memory: there is nothing to release. */
struct sgd {
    struct sgd_config config; ///< `lr` may be changed between steps.
    size_t n;                 ///< Number of parameters.
    size_t t;                 ///< Steps taken.
};

/** @return lr = 0.01, no penalty. */
struct sgd_config sgd_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *sgd_check(const struct sgd_config *config);

/** Prepares the method. Allocates nothing.
 *  @param[out] sgd     overwritten on success, untouched on failure
 *  @param      n       number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, or DESCENT_ERANGE if sgd_check() objects. */
enum descent_status sgd_init(struct sgd *sgd, size_t n, struct sgd_config config);

/** One step: θ ← θ - η (g + λθ). With the gradient of the whole cost this is gradient
 *  descent, with that of a mini-batch stochastic gradient descent. A coordinate whose
 *  gradient is NaN becomes NaN; the others are not touched by it.
 *  @param         sgd    initialized by sgd_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g      gradient at θ, n numbers; does not overlap θ
 *  @see Robbins and Monro (1951), Annals of Mathematical Statistics 22(3). */
void sgd_step(struct sgd *sgd, real *theta, const real *g);

/** Releases nothing; every method has such a function.
 *  @param sgd  initialized */
void sgd_free(struct sgd *sgd);

/** @} */

#endif
