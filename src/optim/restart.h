/** @file restart.h
 *  @brief Accelerated gradient descent that restarts when its momentum misleads it
 *         (exercise 2.6).
 *  @ingroup ch02 */
#ifndef DESCENT_RESTART_H
#define DESCENT_RESTART_H

#include "optim/objective.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch02
 *  @{ */

/** When to drop the momentum. */
enum restart_scheme {
    RESTART_NEVER,    ///< Plain accelerated gradient descent.
    RESTART_FUNCTION, ///< When f(x_t) > f(x_{t-1}). One more value a step.
    RESTART_GRADIENT, ///< When ∇f(y_{t-1})ᵀ (x_t - x_{t-1}) > 0. Costs nothing.
};

/** Hyper-parameters. */
struct restart_config {
    real lr; ///< η, learning rate, finite and at least 0; 1/L is safe. Default 0.01.
    /** Default RESTART_GRADIENT: it needs no value, and does not go blind where f changes
     *  by less than its rounding error. */
    enum restart_scheme scheme;
};

/** Accelerated gradient descent. */
struct restart {
    struct restart_config config; ///< As given to restart_init().
    size_t n;                     ///< Number of parameters.
    size_t t;                     ///< Steps taken.
    size_t restarts;              ///< Times the momentum was dropped.
    real a;     ///< a_t, which sets the momentum; 1 at first and after a restart.
    real value; ///< f(x_t), RESTART_FUNCTION only; INFINITY before the first step.
    real *y;    ///< Point ahead, where the gradient is taken, n numbers; owned.
    real *g;    ///< Gradient there, n numbers; owned.
};

/** @return lr = 0.01, RESTART_GRADIENT. */
struct restart_config restart_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *restart_check(const struct restart_config *config);

/** Prepares the method.
 *  @param[out] restart  overwritten; release it with restart_free()
 *  @param      n        number of parameters; 0 is allowed
 *  @param      theta    the start x_0, n numbers, to which y_0 is set
 *  @param      config   hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if restart_check() objects, or DESCENT_ENOMEM.
 *          After a failure restart_free() is allowed and does nothing. */
enum descent_status restart_init(struct restart *restart, size_t n, const real *theta,
                                 struct restart_config config);

/** One step from x_{t-1} to x_t:
 *
 *      x_t = y_{t-1} - η ∇f(y_{t-1})
 *      a_t = the root in (0, 1) of a² = (1 - a) a_{t-1}²
 *      y_t = x_t + a_{t-1} (1 - a_{t-1}) / (a_{t-1}² + a_t) (x_t - x_{t-1})
 *
 *  and where the scheme says so, instead, a_t = 1 and y_t = x_t: the method starts again
 *  from x_t. A comparison with NaN does not restart. Allocates nothing.
 *  @param         restart    initialized by restart_init()
 *  @param[in,out] theta      x, n numbers; as the step before left them
 *  @param         objective  the function to be minimized. Called for the gradient at y,
 *                            then, with RESTART_FUNCTION only, for the value at the new
 *                            x.
 *  @param         context    handed to `objective`
 *  @return whether the momentum was dropped
 *  @see O'Donoghue and Candès (2015), Foundations of Computational Mathematics 15(3).
 *       Their q is 0, their θ is our a. */
bool restart_step(struct restart *restart, real *theta, objective_fn *objective,
                  void *context);

/** Releases the state. May be called twice.
 *  @param restart  initialized, or all zero */
void restart_free(struct restart *restart);

/** @} */

#endif
