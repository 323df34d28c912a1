/** @file rmsprop.h
 *  @brief RMSProp: a learning rate for each parameter, from recent squared gradients.
 *  @ingroup ch03 */
#ifndef DESCENT_RMSPROP_H
#define DESCENT_RMSPROP_H

#include "optim/eps_place.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch03
 *  @{ */

/** Hyper-parameters. */
struct rmsprop_config {
    real lr; ///< η, learning rate, finite and at least 0. Default 0.01, as in PyTorch.
    /** ρ, the share of the past in v, 0 ≤ ρ < 1. Default 0.99, as in PyTorch (which calls
     *  it alpha); Hinton's lecture, Keras and optax have 0.9. */
    real rho;
    real eps;  ///< ε, against division by 0, finite and at least 0. Default 1e-8.
    real beta; ///< β, momentum of the divided gradients, 0 ≤ β < 1. Default 0: none.
    real l2; ///< λ of a penalty λ/2 ‖θ‖², finite and at least 0. Default 0: none.
    /** Default EPS_OUTSIDE, as in PyTorch; optax and Keras have EPS_INSIDE, whose ε is
     *  comparable to the square of this. */
    enum eps_place eps_place;
    /** Divide by the standard deviation and not by the root of the mean square. Default
     *  false. */
    bool centered;
};

/** Parameters, and one to three numbers for each. */
struct rmsprop {
    struct rmsprop_config config; ///< `lr` may be changed between steps.
    size_t n;                     ///< Number of parameters.
    size_t t;                     ///< Steps taken.
    real *v;                      ///< Average of g², n numbers; owned.
    real *m; ///< Average of g, n numbers; owned; NULL if not centered.
    real *u; ///< Momentum, n numbers; owned; NULL if beta is 0.
};

/** @return lr = 0.01, rho = 0.99, eps = 1e-8 outside, no momentum, no penalty, not
 *  centered. */
struct rmsprop_config rmsprop_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *rmsprop_check(const struct rmsprop_config *config);

/** Prepares the method. The averages start at 0 and are not corrected for it, so that the
 *  first step is 1/√(1-ρ) times as long as a step in the long run.
 *  @param[out] rmsprop  overwritten; release it with rmsprop_free()
 *  @param      n        number of parameters; 0 is allowed, steps then do nothing
 *  @param      config   hyper-parameters; `beta` and `centered` are fixed from here on
 *  @return DESCENT_OK, DESCENT_ERANGE if rmsprop_check() objects, or DESCENT_ENOMEM.
 *          After a failure rmsprop_free() is allowed and does nothing. */
enum descent_status rmsprop_init(struct rmsprop *rmsprop, size_t n,
                                 struct rmsprop_config config);

/** One step. Allocates nothing. A centered variance that rounding has made negative
 *  counts as 0 (in PyTorch 1.13 its root is NaN). With eps = 0 a coordinate whose
 *  variance is 0 is divided by 0. A NaN in the gradient makes its coordinate of the state
 *  and of θ NaN for good, and no other.
 *  @param         rmsprop  initialized by rmsprop_init()
 *  @param[in,out] theta    θ, n numbers
 *  @param         g        gradient at θ, n numbers; does not overlap θ
 *  @see Tieleman and Hinton (2012), Coursera, Neural Networks for Machine Learning,
 *       lecture 6.5; centered, with momentum: Graves (2013), arXiv:1308.0850, equations
 *       38 to 45. */
void rmsprop_step(struct rmsprop *rmsprop, real *theta, const real *g);

/** Releases the state. May be called twice.
 *  @param rmsprop  initialized, or all zero */
void rmsprop_free(struct rmsprop *rmsprop);

/** @} */

#endif
