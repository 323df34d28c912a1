/** @file saga.h
 *  @brief SAGA for generalized linear models, with one number a sample (exercise 4.3).
 *  @ingroup ch04 */
#ifndef DESCENT_SAGA_H
#define DESCENT_SAGA_H

#include "optim/glm.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

/** Hyper-parameters. */
struct saga_config {
    /** η, learning rate, finite and at least 0. 1/(3L) is proven to be safe without
     *  knowing μ; L is the largest glm_smoothness(). Default 0.01. */
    real lr;
};

/** The table of slopes, and the mean of the gradients that they stand for. */
struct saga {
    struct saga_config config; ///< `lr` may be changed between steps.
    const struct glm *glm;     ///< The model; the caller's.
    size_t t;                  ///< Steps taken.
    real *slope;               ///< s_i, m numbers, 0 at first; owned.
    real *mean;                ///< a = (1/m) Σ s_i x_i, n numbers, 0 at first; owned.
};

/** @return lr = 0.01. */
struct saga_config saga_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *saga_check(const struct saga_config *config);

/** Prepares the method.
 *  @param[out] saga    overwritten; release it with saga_free()
 *  @param      glm     a valid model; must outlive the method
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if saga_check() objects, or DESCENT_ENOMEM. After a
 *          failure saga_free() is allowed and does nothing. */
enum descent_status saga_init(struct saga *saga, const struct glm *glm,
                              struct saga_config config);

/** One step with sample i. With s = φ'(x_iᵀθ), all of it at θ and a as they are before,
 *
 *      θ ← θ - η (w (s - s_i) x_i + a + λθ)
 *      a ← a + (s - s_i) x_i / m        s_i ← s
 *
 *  Where i is drawn with probability p_i and w = 1/(m p_i), the step is along the
 *  gradient on average; w = 1 if all samples are as likely. Allocates nothing.
 *  @param         saga    initialized by saga_init()
 *  @param[in,out] theta   θ, n numbers
 *  @param         i       the sample
 *  @param         weight  w, finite and above 0
 *  @return DESCENT_OK; DESCENT_ERANGE if i is not below m or w is outside its range; or
 *          DESCENT_ENAN if x_iᵀθ or s is not finite. After a failure nothing has been
 *          changed.
 *  @see Defazio, Bach and Lacoste-Julien (2014), NeurIPS. */
enum descent_status saga_step(struct saga *saga, real *theta, size_t i, real weight);

/** Releases the state. May be called twice.
 *  @param saga  initialized, or all zero */
void saga_free(struct saga *saga);

/** @} */

#endif
