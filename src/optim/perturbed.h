/** @file perturbed.h
 *  @brief Gradient descent that does not stay on saddles (exercise 0.7).
 *  @ingroup ch00 */
#ifndef DESCENT_PERTURBED_H
#define DESCENT_PERTURBED_H

#include "optim/objective.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** Draws a random vector, uniform in a ball around 0.
 *  @param      n        number of parameters
 *  @param      radius   of the ball
 *  @param[out] noise    n numbers
 *  @param      context  for instance a random generator */
typedef void ball_fn(size_t n, real radius, real *noise, void *context);

/** What may be chosen. All finite. */
struct perturbed_config {
    real lr;     ///< Learning rate η, at least 0. Default 0.01.
    real flat;   ///< The gradient is small if its norm is at most this, at least 0.
                 ///< Default 1e-3.
    real radius; ///< Of the ball that noise is drawn from, at least 0. Default 1e-2.
    real drop;   ///< What an escape must gain, at least 0. Default 1e-6.
    size_t wait; ///< Steps that it has for this, from 1 to SIZE_MAX - 1.
                 ///< Default 100.
};

/** How it goes. */
enum perturbed_status {
    PERTURBED_RUNNING, ///< More steps may help.
    PERTURBED_ARRIVED, ///< The noise led to nothing lower: θ is where it was added.
    PERTURBED_INVALID, ///< f or its gradient was infinite or NaN; θ stays before that.
};

/** A descent in progress. */
struct perturbed {
    struct perturbed_config config; ///< What was chosen.
    size_t n;                       ///< Number of parameters.
    objective_fn *f;                ///< What is minimized.
    void *context;                  ///< For f.
    ball_fn *draw;                  ///< Where noise comes from.
    void *source;                   ///< For draw.
    enum perturbed_status status;   ///< How it goes.
    size_t t;                       ///< Steps taken.
    size_t noises;                  ///< How often noise was added.
    size_t since; ///< Steps since noise was added last; wait + 1 if longer, or never.
    real *theta;  ///< Where it is, n numbers of the caller's.
    real before;  ///< f where noise was added last, without it; NaN at first.
    real *saved;  ///< That place, n numbers; owned.
    real *g;      ///< Room for a gradient, n numbers; owned.
    real *noise;  ///< Room for noise, n numbers; owned.
};

/** @return the defaults above */
struct perturbed_config perturbed_defaults(void);

/** @param config  any settings
 *  @return NULL, or a constant sentence about the first setting outside its range */
const char *perturbed_check(const struct perturbed_config *config);

/** Prepares a descent. All memory is allocated here; f is not called.
 *  @param[out]    perturbed  overwritten; release it with perturbed_free()
 *  @param         n          number of parameters
 *  @param         f          the function
 *  @param         context    for f
 *  @param         draw       draws noise
 *  @param         source     for draw
 *  @param[in,out] theta      start, n numbers; changed by every step
 *  @param         config     what may be chosen
 *  @return DESCENT_OK, DESCENT_ERANGE if perturbed_check() objects, or DESCENT_ENOMEM.
 *          After a failure perturbed_free() does nothing. */
enum descent_status perturbed_init(struct perturbed *perturbed, size_t n, objective_fn *f,
                                   void *context, ball_fn *draw, void *source,
                                   real *theta, struct perturbed_config config);

/** One step. It evaluates f and its gradient g at θ, and then,
 *
 *  - if f or a g_i is infinite or NaN, sets the status PERTURBED_INVALID and is done;
 *  - if noise was added `wait` steps ago and f > before - drop, goes back to `saved`,
 *    sets the status PERTURBED_ARRIVED and is done;
 *  - if noise was added more than `wait` steps ago, or never, and ‖g‖ ≤ flat, keeps θ and
 *    f in `saved` and `before`, adds noise to θ, and evaluates f and g anew, there. If
 *    that is infinite or NaN, θ is taken back to `saved` and the status is
 *    PERTURBED_INVALID, and it is done.
 *
 *  Only then it goes to θ - ηg and counts the step. Noise was added 0 steps ago while the
 *  step that adds it lasts. Allocates nothing.
 *  @param perturbed  initialized; when its status is not PERTURBED_RUNNING, nothing
 *                    happens any more
 *  @return its status
 *  @see Jin and others (2017), ICML: How to escape saddle points efficiently, algorithm
 *       2. */
enum perturbed_status perturbed_step(struct perturbed *perturbed);

/** Releases the memory. May be called twice. @param perturbed initialized, or all zero */
void perturbed_free(struct perturbed *perturbed);

/** @} */

#endif
