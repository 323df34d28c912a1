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

    /** Where a schedule writes base_rate times its multiplier: the learning rate, or what
     *  the whole step is multiplied by. */
    real *rate;
    real base_rate; ///< What stands there without a schedule.
};

/** Defines `struct optimizer METHOD_optimizer(struct METHOD *)` for a method with
 *  `METHOD_step(struct METHOD *, real *, const real *)`, where a schedule is to write to
 *  FIELD of its state. To be written at the top level of a source file, without a
 *  semicolon. */
#define OPTIMIZER_ADAPTER_TO(method, field)                                              \
    static inline void method##_step_state(void *state, real *theta, const real *g)      \
    {                                                                                    \
        method##_step(state, theta, g);                                                  \
    }                                                                                    \
    static inline struct optimizer method##_optimizer(struct method *state)              \
    {                                                                                    \
        return (struct optimizer){state, method##_step_state, &state->field,             \
                                  state->field};                                         \
    }

/** The adapter of a method whose schedule multiplies its learning rate, `config.lr`. */
#define OPTIMIZER_ADAPTER(method) OPTIMIZER_ADAPTER_TO(method, config.lr)

/** The adapter of a method whose schedule multiplies the whole step, decay included: its
 *  field `schedule`, as AdamW, SGDW and parameter groups have it. */
#define OPTIMIZER_ADAPTER_SCHEDULED(method) OPTIMIZER_ADAPTER_TO(method, schedule)

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
