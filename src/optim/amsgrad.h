/** @file amsgrad.h
 *  @brief AMSGrad: Adam whose steps never grow back (exercise 3.3).
 *  @ingroup ch03 */
#ifndef DESCENT_AMSGRAD_H
#define DESCENT_AMSGRAD_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch03
 *  @{ */

/** Of what the maximum is taken. */
enum amsgrad_order {
    AMSGRAD_MAX_RAW,       ///< Of v; the maximum is corrected. PyTorch.
    AMSGRAD_MAX_CORRECTED, ///< Of v̂, the corrected average. optax.
};

/** Hyper-parameters. */
struct amsgrad_config {
    real lr;    ///< η, learning rate, finite and at least 0. Default 0.001.
    real beta1; ///< β₁, the share of the past in m, 0 ≤ β₁ < 1. Default 0.9.
    real beta2; ///< β₂, the share of the past in v, 0 ≤ β₂ < 1. Default 0.999.
    real eps;   ///< ε, against division by 0, finite and at least 0. Default 1e-8.
    real l2; ///< λ of a penalty λ/2 ‖θ‖², finite and at least 0. Default 0: none.
    /** Default AMSGRAD_MAX_RAW, as in PyTorch: early gradients, whose correction is
     *  large, then do not rule the maximum for ever. */
    enum amsgrad_order order;
};

/** Parameters, two averages and a maximum for each. */
struct amsgrad {
    struct amsgrad_config config; ///< `lr` may be changed between steps.
    size_t n;                     ///< Number of parameters.
    size_t t;                     ///< Steps taken.
    real *m;          ///< Average of g, n numbers, never corrected in place; owned.
    real *v;          ///< Average of g², n numbers, never corrected in place; owned.
    real *v_max;      ///< Maximum of v or of v̂ so far, n numbers; owned.
    real beta1_power; ///< β₁^t, kept as a running product; 1 at first.
    real beta2_power; ///< β₂^t.
};

/** @return lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, no penalty,
 *  AMSGRAD_MAX_RAW. */
struct amsgrad_config amsgrad_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *amsgrad_check(const struct amsgrad_config *config);

/** Prepares the method with averages and maxima of 0.
 *  @param[out] amsgrad  overwritten; release it with amsgrad_free()
 *  @param      n  number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if amsgrad_check() objects, or DESCENT_ENOMEM.
 *          After a failure amsgrad_free() is allowed and does nothing. */
enum descent_status amsgrad_init(struct amsgrad *amsgrad, size_t n,
                                 struct amsgrad_config config);

/** One step. m and v as in adam_step(), and with AMSGRAD_MAX_RAW
 *
 *      v_max ← max(v_max, v)        θ ← θ - η m̂ / (√(v_max / (1 - β₂^t)) + ε)
 *
 *  or with AMSGRAD_MAX_CORRECTED
 *
 *      v_max ← max(v_max, v̂)        θ ← θ - η m̂ / (√v_max + ε)
 *
 *  The average v itself forgets as ever: the maximum is not fed back. Allocates nothing.
 *  With eps = 0 a coordinate whose gradient has always been 0 becomes 0/0, NaN. A NaN in
 *  the gradient makes its coordinate of the state and of θ NaN for good, and no other.
 *  @param         amsgrad  initialized by amsgrad_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g  gradient at θ, n numbers; does not overlap θ
 *  @see Reddi, Kale and Kumar (2018), ICLR, algorithm 2, which has no bias correction. */
void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g);

/** Where plain Adam goes if a gradient of `large` is followed by two of -1, again and
 *  again: the sum of its next three steps, divided by the learning rate. β₁ and ε are 0,
 *  and v has long been repeating itself every three steps.
 *  @param large  C, above 0, at most 10^6
 *  @param beta2  β₂, 0 ≤ β₂ < 1
 *  @return the sum of the changes of x, within 10^-12: below 0 where Adam goes down, as
 *          the sum of the gradients asks if C > 2; NaN outside the ranges
 *  @see Reddi, Kale and Kumar (2018), ICLR, section 3. */
real adam_cycle_drift(real large, real beta2);

/** Releases the state. May be called twice.
 *  @param amsgrad  initialized, or all zero */
void amsgrad_free(struct amsgrad *amsgrad);

/** @} */

#endif
