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

/** A method, ready to step. A view: its state belongs to someone else. */
struct optimizer {
    void *state; ///< What `step` gets first.

    /** One step on theta, given the gradient g at theta: as many numbers each as the
     *  state was prepared for. */
    void (*step)(void *state, real *theta, const real *g);

    real *lr;     ///< Where in the state a schedule writes the learning rate of a step.
    real base_lr; ///< The learning rate that the schedule's multiplier multiplies.
};

/** Defines `struct optimizer METHOD_optimizer(struct METHOD *)` for a method with
 *  `METHOD_step(struct METHOD *, real *, const real *)` and a field `config.lr`. To be
 *  written once in a source file, at its top level, without a semicolon. */
#define OPTIMIZER_ADAPTER(method)                                                        \
    static inline void method##_step_state(void *state, real *theta, const real *g)      \
    {                                                                                    \
        method##_step(state, theta, g);                                                  \
    }                                                                                    \
    static inline struct optimizer method##_optimizer(struct method *state)              \
    {                                                                                    \
        return (struct optimizer){state, method##_step_state, &state->config.lr,         \
                                  state->config.lr};                                     \
    }

/** Steps down a function, and keeps what it met on the way.
 *  @param         problem    the function; problem->n numbers are what the optimizer's
 *                            state was prepared for
 *  @param         optimizer  steps with the learning rate it has
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
