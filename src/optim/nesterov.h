/** @file nesterov.h
 *  @brief Nesterov's momentum, which takes the gradient ahead of itself (exercise 2.2).
 *  @ingroup ch02 */
#ifndef DESCENT_NESTEROV_H
#define DESCENT_NESTEROV_H

#include "optim/momentum_form.h"
#include "optim/objective.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch02
 *  @{ */

/** Hyper-parameters. */
struct nesterov_config {
    real lr;   ///< η, learning rate, finite and at least 0. Default 0.01.
    real beta; ///< β, momentum, 0 ≤ β < 1. Default 0.9.
    /** MOMENTUM_LR_INSIDE, as Sutskever et al. write it, or, by default,
     *  MOMENTUM_LR_OUTSIDE, as the heavy ball of this library and PyTorch. */
    enum momentum_form form;
};

/** Parameters, a velocity for each, and room for the point ahead. */
struct nesterov {
    struct nesterov_config config; ///< `lr` may be changed between steps.
    size_t n;                      ///< Number of parameters.
    size_t t;                      ///< Steps taken.
    real *v;                       ///< Velocity, n numbers; owned.
    real *ahead;                   ///< The point ahead, n numbers; owned.
    real *g;                       ///< The gradient there, n numbers; owned.
};

/** @return lr = 0.01, beta = 0.9, MOMENTUM_LR_OUTSIDE. */
struct nesterov_config nesterov_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *nesterov_check(const struct nesterov_config *config);

/** Prepares the method at rest.
 *  @param[out] nesterov  overwritten; release it with nesterov_free()
 *  @param      n         number of parameters; 0 is allowed, steps then do nothing
 *  @param      config    hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if nesterov_check() objects, or DESCENT_ENOMEM.
 *          After a failure nesterov_free() is allowed and does nothing. */
enum descent_status nesterov_init(struct nesterov *nesterov, size_t n,
                                  struct nesterov_config config);

/** One step. Calls `objective` once, at the point to which the velocity alone would carry
 *  θ, and only for its gradient. Allocates nothing. A NaN in the gradient makes its
 *  coordinate of v and θ NaN for good.
 *  @param         nesterov   initialized by nesterov_init()
 *  @param[in,out] theta      θ, n numbers
 *  @param         objective  the function to be minimized
 *  @param         context    handed to `objective`
 *  @see Sutskever, Martens, Dahl and Hinton (2013), ICML, equations 3 and 4. */
void nesterov_step(struct nesterov *nesterov, real *theta, objective_fn *objective,
                   void *context);

/** Releases the state. May be called twice.
 *  @param nesterov  initialized, or all zero */
void nesterov_free(struct nesterov *nesterov);

/** @} */

#endif
