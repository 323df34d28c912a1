/** @file optimizer.h
 *  @brief One small interface to all methods that step on a gradient.
 *  @ingroup lab */
#ifndef DESCENT_OPTIMIZER_H
#define DESCENT_OPTIMIZER_H

#include "lab/problem.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** A method, ready to step. */
struct optimizer {
    void *state; ///< What `step` gets first.

    /** One step on theta, given the gradient g at theta: as many numbers each as the
     *  state was prepared for. */
    void (*step)(void *state, real *theta, const real *g);

    void (*drop)(void *state); ///< Releases the state; NULL if it is someone else's.
    real *lr;                  ///< The learning rate; may be changed between steps.

    /** What a schedule multiplies: the learning rate, or a factor of the whole step,
     *  decay included. */
    real *rate;
};

/** Releases the state, if it is the optimizer's own. May be called twice.
 *  @param optimizer  prepared, or all zero */
void optimizer_drop(struct optimizer *optimizer);

/** Steps down a function, and keeps what it met on the way.
 *  @param         problem    the function; problem->n numbers are what the optimizer's
 *                            state was prepared for
 *  @param         optimizer  steps with the rate it has
 *  @param         steps      how many
 *  @param[in,out] theta      n parameters: where to start, and in the end where it got
 *  @param[out]    path       (steps + 1) × n numbers, the parameters before the first
 *                            step and after each; or NULL
 *  @param[out]    value      steps + 1 numbers, the function there; or NULL
 *  @return DESCENT_OK, DESCENT_ENAN if a parameter has become NaN or infinite (what was
 *          asked for is recorded all the same), or DESCENT_ENOMEM before any step. */
enum descent_status descend(const struct problem *problem,
                            const struct optimizer *optimizer, size_t steps, real *theta,
                            real *path, real *value);

/** @} */

#endif
