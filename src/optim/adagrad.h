/** @file adagrad.h
 *  @brief AdaGrad: a learning rate for each parameter, from the sum of squared gradients.
 *  @ingroup ch03 */
#ifndef DESCENT_ADAGRAD_H
#define DESCENT_ADAGRAD_H

#include "optim/eps_place.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch03
 *  @{ */

/** Hyper-parameters. */
struct adagrad_config {
    real lr; ///< η, learning rate, finite and at least 0. Default 0.01, as in PyTorch.
    /** Step t uses η / (1 + (t - 1) lr_decay); finite and at least 0. Default 0: the sum
     *  slows the method down by itself. */
    real lr_decay;
    /** ε, against division by 0, finite and at least 0. Default 1e-10, as in PyTorch;
     *  optax has 1e-7, inside the root. */
    real eps;
    /** s_0, what the sums start with, finite and at least 0. Default 0, as in the paper
     *  and in PyTorch; optax has 0.1, which shortens the first steps. */
    real start;
    real l2; ///< λ of a penalty λ/2 ‖θ‖², finite and at least 0. Default 0: none.
    enum eps_place eps_place; ///< Default EPS_OUTSIDE, as in the paper and in PyTorch.
};

/** Parameters and a sum for each. */
struct adagrad {
    struct adagrad_config config; ///< `lr` may be changed between steps.
    size_t n;                     ///< Number of parameters.
    size_t t;                     ///< Steps taken.
    real *s;                      ///< s_0 + Σ g², n numbers; owned.
};

/** @return lr = 0.01, no decay of it, eps = 1e-10 outside the root, start = 0, no
 *  penalty. */
struct adagrad_config adagrad_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *adagrad_check(const struct adagrad_config *config);

/** Prepares the method.
 *  @param[out] adagrad  overwritten; release it with adagrad_free()
 *  @param      n        number of parameters; 0 is allowed, steps then do nothing
 *  @param      config   hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if adagrad_check() objects, or DESCENT_ENOMEM.
 *          After a failure adagrad_free() is allowed and does nothing. */
enum descent_status adagrad_init(struct adagrad *adagrad, size_t n,
                                 struct adagrad_config config);

/** One step. Allocates nothing. With eps = 0 and start = 0 a coordinate whose gradient
 *  has always been 0 becomes 0/0, NaN. A NaN in the gradient makes its coordinate of s
 *  and θ NaN for good, and no other.
 *  @param         adagrad  initialized by adagrad_init()
 *  @param[in,out] theta    θ, n numbers
 *  @param         g        gradient at θ, n numbers; does not overlap θ
 *  @see Duchi, Hazan and Singer (2011), JMLR 12, figure 1. */
void adagrad_step(struct adagrad *adagrad, real *theta, const real *g);

/** Releases the sums. May be called twice.
 *  @param adagrad  initialized, or all zero */
void adagrad_free(struct adagrad *adagrad);

/** @} */

#endif
