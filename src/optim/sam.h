/** @file sam.h
 *  @brief Sharpness-aware minimization: the gradient of the worst neighbor (exercise
 *         11.5).
 *  @ingroup ch11 */
#ifndef DESCENT_SAM_H
#define DESCENT_SAM_H

#include "optim/objective.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch11
 *  @{ */

/** Hyper-parameters. */
struct sam_config {
    real lr;  ///< η, learning rate, finite and at least 0. Default 0.01.
    real rho; ///< ρ, how far away the neighbor is, finite and at least 0. Default 0.05.
};

/** Room for the neighbor and for a gradient; SAM has no other state. */
struct sam {
    struct sam_config config; ///< May be changed between steps.
    size_t n;                 ///< Number of parameters.
    size_t t;                 ///< Steps taken.
    real *neighbor;           ///< n numbers; owned.
    real *g;                  ///< n numbers; owned.
};

/** @return lr = 0.01, rho = 0.05. */
struct sam_config sam_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *sam_check(const struct sam_config *config);

/** Prepares the method.
 *  @param[out] sam     overwritten; release it with sam_free()
 *  @param      n       number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if sam_check() objects, or DESCENT_ENOMEM. After a
 *          failure sam_free() is allowed and does nothing. */
enum descent_status sam_init(struct sam *sam, size_t n, struct sam_config config);

/** SAM's gradient, for any optimizer to step on: that of f at the neighbor
 *
 *      θ + ρ ∇f(θ) / ‖∇f(θ)‖ ,
 *
 *  the point at the distance ρ where f is largest to first order. Where ∇f(θ) is 0, θ is
 *  its own neighbor. The norm is that of all n parameters, and exact: nothing is added to
 *  it, and nothing overflows or underflows on the way. Calls `f` twice, each time for the
 *  gradient. Allocates nothing. Where a number of ∇f(θ) is infinite or NaN, the neighbor
 *  is NaN.
 *  @param      sam      initialized; its room is written to
 *  @param      theta    θ, n numbers
 *  @param      f        the function to be minimized
 *  @param      context  handed to `f`
 *  @param[out] g        n numbers; overlaps nothing but, if wanted, sam->g
 *  @return f(θ), not that of the neighbor
 *  @see Foret, Kleiner, Mobahi and Neyshabur (2021), ICLR, equations 2 and 3. */
real sam_gradient(struct sam *sam, const real *theta, objective_fn *f, void *context,
                  real *g);

/** One step of gradient descent on SAM's gradient, θ ← θ - η g, and counts it. Allocates
 *  nothing.
 *  @param         sam      initialized
 *  @param[in,out] theta    θ, n numbers
 *  @param         f        the function to be minimized
 *  @param         context  handed to `f`
 *  @return f at θ as it was before the step */
real sam_step(struct sam *sam, real *theta, objective_fn *f, void *context);

/** Releases the room. May be called twice.
 *  @param sam  initialized, or all zero */
void sam_free(struct sam *sam);

/** @} */

#endif
