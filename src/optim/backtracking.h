/** @file backtracking.h
 *  @brief Gradient descent that finds its own step.
 *  @ingroup ch00 */
#ifndef DESCENT_BACKTRACKING_H
#define DESCENT_BACKTRACKING_H

#include "optim/armijo_search.h"
#include "optim/objective.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** What may be chosen. */
struct backtracking_config {
    struct armijo_config search; ///< Of the line search. Default armijo_defaults().
    real first; ///< Step that is tried first of all, finite and above 0. Default 1.
    real grow;  ///< How much longer than the last step the next search begins, finite and
                ///< at least 1. Default 2.
};

/** How it goes. */
enum backtracking_status {
    BACKTRACKING_RUNNING, ///< The last step was accepted.
    BACKTRACKING_FLAT,    ///< The gradient is 0.
    BACKTRACKING_STUCK,   ///< No step lowers f enough: as good as rounding allows, or the
                          ///< gradient is wrong.
    BACKTRACKING_INVALID, ///< f or its gradient is infinite or NaN at θ.
};

/** A descent in progress. */
struct backtracking {
    struct backtracking_config config; ///< What was chosen.
    size_t n;                          ///< Number of parameters.
    objective_fn *f;                   ///< What is minimized.
    void *context;                     ///< For f.
    enum backtracking_status status;   ///< How it goes.
    size_t evaluations;                ///< Of f, with and without its gradient.
    real *theta;                       ///< Where it is, n numbers of the caller's.
    real value;                        ///< f there; never rises.
    real step;                         ///< The last step, in units of the gradient.
    real *g;                           ///< Gradient at theta; owned.
    real *d;                           ///< Direction; owned.
    real *trial;                       ///< Point that is tried; owned.
};

/** @return the defaults above */
struct backtracking_config backtracking_defaults(void);

/** Prepares a descent, and evaluates f at its start.
 *  @param[out]    descent  overwritten; release it with backtracking_free()
 *  @param         n        number of parameters
 *  @param         f        the function
 *  @param         context  for f
 *  @param[in,out] theta    start, n numbers; changed by every step
 *  @param         config   what may be chosen
 *  @return DESCENT_OK; DESCENT_ERANGE if a setting is outside its range; or
 *          DESCENT_ENOMEM. After a failure backtracking_free() does nothing. */
enum descent_status backtracking_init(struct backtracking *descent, size_t n,
                                      objective_fn *f, void *context, real *theta,
                                      struct backtracking_config config);

/** One step along -g. Allocates nothing.
 *  @param descent  initialized; when its status is not BACKTRACKING_RUNNING, nothing
 *                  happens any more
 *  @return its status */
enum backtracking_status backtracking_step(struct backtracking *descent);

/** Releases the memory. May be called twice. @param descent initialized, or all zero */
void backtracking_free(struct backtracking *descent);

/** @} */

#endif
