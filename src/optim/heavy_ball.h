/** @file heavy_ball.h
 *  @brief Gradient descent with momentum: the heavy ball.
 *  @ingroup ch02 */
#ifndef DESCENT_HEAVY_BALL_H
#define DESCENT_HEAVY_BALL_H

#include "optim/momentum_form.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch02
 *  @{ */

/** Hyper-parameters. */
struct heavy_ball_config {
    real lr;   ///< η, learning rate, finite and at least 0. Default 0.01, as in Keras.
    real beta; ///< β, momentum, the share of v that is kept, 0 ≤ β < 1. Default 0.9.
    /** Takes this share off each new gradient but the first, as PyTorch does; 0 ≤
     *  dampening < 1. Default 0: none, as everywhere else. */
    real dampening;
    /** λ of a penalty λ/2 ‖θ‖², whose gradient λθ is added to g and so goes through v;
     *  finite and at least 0. Default 0. */
    real l2;
    /** MOMENTUM_LR_INSIDE or, by default, MOMENTUM_LR_OUTSIDE: then a new learning rate
     *  takes effect at once, also on what v has gathered, as in PyTorch. */
    enum momentum_form form;
};

/** The ball: parameters and a velocity for each. */
struct heavy_ball {
    struct heavy_ball_config config; ///< `lr` may be changed between steps.
    size_t n;                        ///< Number of parameters.
    size_t t;                        ///< Steps taken.
    real *v;                         ///< Velocity, n numbers; owned.
};

/** @return lr = 0.01, beta = 0.9, no dampening, no penalty, MOMENTUM_LR_OUTSIDE. */
struct heavy_ball_config heavy_ball_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *heavy_ball_check(const struct heavy_ball_config *config);

/** Prepares a ball at rest.
 *  @param[out] ball    overwritten; release it with heavy_ball_free()
 *  @param      n       number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if heavy_ball_check() objects, or DESCENT_ENOMEM.
 *          After a failure heavy_ball_free() is allowed and does nothing. */
enum descent_status heavy_ball_init(struct heavy_ball *ball, size_t n,
                                    struct heavy_ball_config config);

/** One step. Allocates nothing. A NaN in the gradient makes its coordinate of v and θ NaN
 *  for good, and no other.
 *  @param         ball   initialized by heavy_ball_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g      gradient at θ, n numbers; does not overlap θ
 *  @see Polyak (1964), USSR Computational Mathematics and Mathematical Physics 4(5). */
void heavy_ball_step(struct heavy_ball *ball, real *theta, const real *g);

/** Releases the velocity. May be called twice.
 *  @param ball  initialized, or all zero */
void heavy_ball_free(struct heavy_ball *ball);

/** @} */

#endif
