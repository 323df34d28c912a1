/** @file lion.h
 *  @brief Lion: the sign of an interpolated momentum (exercise 3.4).
 *  @ingroup ch03 */
#ifndef DESCENT_LION_H
#define DESCENT_LION_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch03
 *  @{ */

/** Hyper-parameters. */
struct lion_config {
    /** η, learning rate, finite and at least 0: how far a coordinate moves. Default 1e-4,
     *  as in the paper: a third to a tenth of what suits Adam. */
    real lr;
    real beta1; ///< β₁, the share of m in the direction, 0 ≤ β₁ < 1. Default 0.9.
    real beta2; ///< β₂, the share of the past in m, 0 ≤ β₂ < 1. Default 0.99.
    /** λ, weight decay, finite and at least 0: θ shrinks by the factor 1 - ηλ a step.
     *  Default 0, as in the paper's code; the paper advises three to ten times
     *  AdamW's. */
    real decay;
};

/** Parameters and one average for each. */
struct lion {
    struct lion_config config; ///< `lr` may be changed between steps.
    size_t n;                  ///< Number of parameters.
    size_t t;                  ///< Steps taken.
    real *m;                   ///< Average of g, n numbers; owned.
};

/** @return lr = 1e-4, beta1 = 0.9, beta2 = 0.99, no decay. */
struct lion_config lion_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *lion_check(const struct lion_config *config);

/** Prepares the method with an average of 0.
 *  @param[out] lion  overwritten; release it with lion_free()
 *  @param      n  number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if lion_check() objects, or DESCENT_ENOMEM. After
 *          a failure lion_free() is allowed and does nothing. */
enum descent_status lion_init(struct lion *lion, size_t n, struct lion_config config);

/** One step, all of it with the old m and θ on the right:
 *
 *      θ ← (1 - ηλ)θ - η sign(β₁m + (1-β₁)g)
 *      m ← β₂m + (1-β₂)g
 *
 *  where sign(0) = 0. Without decay a coordinate moves by exactly η or not at all.
 *  Allocates nothing. A NaN in the gradient makes its coordinate of the state and of θ
 *  NaN for good, and no other.
 *  @param         lion  initialized by lion_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g  gradient at θ, n numbers; does not overlap θ
 *  @see Chen et al. (2023), NeurIPS, program 1. */
void lion_step(struct lion *lion, real *theta, const real *g);

/** Releases the state. May be called twice.
 *  @param lion  initialized, or all zero */
void lion_free(struct lion *lion);

/** @} */

#endif
