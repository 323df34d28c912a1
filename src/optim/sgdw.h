/** @file sgdw.h
 *  @brief SGDW: momentum with the weight decay apart.
 *  @ingroup ch06 */
#ifndef DESCENT_SGDW_H
#define DESCENT_SGDW_H

#include "optim/decoupling.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch06
 *  @{ */

/** Hyper-parameters. */
struct sgdw_config {
    real lr;   ///< η, learning rate, finite and at least 0. Default 0.01.
    real beta; ///< β, momentum, 0 ≤ β < 1. Default 0.9, as in heavy_ball_defaults().
    /** λ, weight decay, finite and at least 0. Default 0.01, as in AdamW. */
    real decay;
    /** Default DECAY_TIMES_LR, as in PyTorch, optax and Keras, so that their settings can
     *  be used here; DECAY_INDEPENDENT is what the paper proposes. */
    enum decoupling decoupling;
};

/** Parameters and a velocity for each. */
struct sgdw {
    struct sgdw_config config; ///< `lr` may be changed between steps.
    size_t n;                  ///< Number of parameters.
    size_t t;                  ///< Steps taken.
    real *v;                   ///< Velocity, n numbers; owned.
    /** s, what the whole step is multiplied by, decay included: finite, at least 0, 1
     *  until the caller sets it, see warmup_cosine(). */
    real schedule;
};

/** @return lr = 0.01, beta = 0.9, decay = 0.01, DECAY_TIMES_LR. */
struct sgdw_config sgdw_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *sgdw_check(const struct sgdw_config *config);

/** Prepares the method at rest, with a schedule of 1.
 *  @param[out] sgdw  overwritten; release it with sgdw_free()
 *  @param      n  number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if sgdw_check() objects, or DESCENT_ENOMEM. After
 *          a failure sgdw_free() is allowed and does nothing. */
enum descent_status sgdw_init(struct sgdw *sgdw, size_t n, struct sgdw_config config);

/** One step, with s the schedule and the old θ on the right:
 *
 *      v ← βv + sηg
 *      θ ← θ - v - s w θ      with w = ηλ, or w = λ with DECAY_INDEPENDENT
 *
 *  The learning rate stands inside the velocity, as in the paper: what v has gathered
 *  keeps the learning rate of its time. Allocates nothing. A NaN in the gradient makes
 *  its coordinate of the state and of θ NaN for good, and no other.
 *  @param         sgdw  initialized by sgdw_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g  gradient at θ, n numbers; does not overlap θ
 *  @see Loshchilov and Hutter (2019), ICLR, algorithm 1. */
void sgdw_step(struct sgdw *sgdw, real *theta, const real *g);

/** Releases the state. May be called twice.
 *  @param sgdw  initialized, or all zero */
void sgdw_free(struct sgdw *sgdw);

/** @} */

#endif
