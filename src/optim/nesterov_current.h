/** @file nesterov_current.h
 *  @brief Nesterov's momentum with the gradient of the current point (exercise 2.3).
 *  @ingroup ch02 */
#ifndef DESCENT_NESTEROV_CURRENT_H
#define DESCENT_NESTEROV_CURRENT_H

#include "optim/momentum_form.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch02
 *  @{ */

/** Hyper-parameters. */
struct nesterov_current_config {
    real lr;   ///< η, learning rate, finite and at least 0. Default 0.01.
    real beta; ///< β, momentum, 0 ≤ β < 1. Default 0.9.
    real l2; ///< λ of a penalty λ/2 ‖θ‖², finite and at least 0. Default 0: none.
    /** MOMENTUM_LR_INSIDE, as in ensmallen, or, by default, MOMENTUM_LR_OUTSIDE, as in
     *  PyTorch (`nesterov=True`) and optax. */
    enum momentum_form form;
};

/** Parameters and a velocity for each. The parameters are the points *ahead* of
 *  nesterov_step(): the two methods walk through the same points, seen from two places,
 *  as long as `lr` stays. */
struct nesterov_current {
    /** `lr` may be changed between steps; a step knows only the rate that it finds. */
    struct nesterov_current_config config;
    size_t n; ///< Number of parameters.
    size_t t; ///< Steps taken.
    real *v;  ///< Velocity, n numbers; owned.
};

/** @return lr = 0.01, beta = 0.9, no penalty, MOMENTUM_LR_OUTSIDE. */
struct nesterov_current_config nesterov_current_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *nesterov_current_check(const struct nesterov_current_config *config);

/** Prepares the method at rest.
 *  @param[out] nesterov  overwritten; release it with nesterov_current_free()
 *  @param      n         number of parameters; 0 is allowed, steps then do nothing
 *  @param      config    hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if nesterov_current_check() objects, or
 *          DESCENT_ENOMEM. After a failure nesterov_current_free() is allowed and does
 *          nothing. */
enum descent_status nesterov_current_init(struct nesterov_current *nesterov, size_t n,
                                          struct nesterov_current_config config);

/** One step, all of it with the `lr` that is in `config` now: what `lr` was in the steps
 *  before plays no part, in form (b) neither. Allocates nothing. A NaN in the gradient
 *  makes its coordinate of v and θ NaN for good, and no other.
 *  @param         nesterov  initialized by nesterov_current_init()
 *  @param[in,out] theta     θ, n numbers
 *  @param         g         gradient at θ, n numbers; does not overlap θ
 *  @see Bengio, Boulanger-Lewandowski and Pascanu (2013), ICASSP. */
void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g);

/** Where nesterov_step() would stand now, had it been given the same start, rates and
 *  form, and gradients without a penalty.
 *  @param      nesterov  the state after any number of steps, with the `lr` of them
 *  @param      theta     θ after these steps, n numbers
 *  @param[out] behind    the parameters of the look-ahead form, n numbers; may be
 *  `theta` */
void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind);

/** Releases the velocity. May be called twice.
 *  @param nesterov  initialized, or all zero */
void nesterov_current_free(struct nesterov_current *nesterov);

/** @} */

#endif
