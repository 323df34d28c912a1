/** @file minimizer.h
 *  @brief Minimizes a function along directions that a method gives, by a line search.
 *  @ingroup ch05 */
#ifndef DESCENT_MINIMIZER_H
#define DESCENT_MINIMIZER_H

#include "optim/objective.h"
#include "optim/real.h"
#include "optim/status.h"
#include "optim/wolfe_search.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** What a method has to say about the direction it found. */
enum direction_scale {
    DIRECTION_FAILED,   ///< There is none.
    DIRECTION_UNSCALED, ///< Its length means nothing, as that of -g.
    DIRECTION_SCALED,   ///< The step 1 is worth to be tried first, as after Newton.
};

/** A method, as the minimizer sees it. */
struct direction {
    void *state; ///< What the functions get first.

    /** Writes a direction of descent to d, given the gradient g at theta, n numbers
     *  each. Allocates nothing. */
    enum direction_scale (*find)(void *state, const real *theta, const real *g, real *d);

    /** Takes note of a step s and of the change y of the gradient over it; NULL if the
     *  method has no memory. Allocates nothing. */
    void (*learn)(void *state, const real *s, const real *y);

    /** Forgets what was learned; NULL if there is nothing to forget. */
    void (*reset)(void *state);
};

/** How it goes. */
enum minimizer_status {
    MINIMIZER_RUNNING,   ///< The last step found a lower value.
    MINIMIZER_CONVERGED, ///< No |g_i| exceeds the tolerance.
    MINIMIZER_STUCK,     ///< No lower value was found, along -g either: θ is as good as
                         ///< floating point can tell, or the gradient is wrong.
    MINIMIZER_INVALID,   ///< Value or gradient at the start are infinite or NaN.
};

/** What may be chosen. */
struct minimizer_config {
    struct wolfe_config search; ///< Of the line search. Default wolfe_defaults().
    real tolerance; ///< Converged when every |g_i| is at most this. Default 1e-8.
};

/** A minimization in progress. */
struct minimizer {
    struct minimizer_config config; ///< What was chosen.
    size_t n;                       ///< Number of parameters.
    objective_fn *f;                ///< What is minimized.
    void *context;                  ///< For f.
    struct direction direction;     ///< The method.
    enum minimizer_status status;   ///< How it goes.
    real *theta;        ///< Where it is, n numbers of the caller's; always finite.
    real value;         ///< f there; never rises.
    real step;          ///< Length of the last step, in units of its direction.
    real slope;         ///< gᵀd at its start.
    size_t steps;       ///< Steps taken.
    size_t evaluations; ///< Of f with its gradient.
    size_t resets;      ///< How often the method's direction was given up for -g.
    real *g;            ///< Gradient at theta, n numbers; owned.
    real *d;            ///< Direction, n numbers; owned.
    real *trial;        ///< Point that is tried, n numbers; owned.
    real *trial_g;      ///< Gradient there, n numbers; owned.
};

/** @return the defaults above */
struct minimizer_config minimizer_defaults(void);

/** Prepares a minimization, and evaluates f at its start. All memory is allocated here.
 *  @param[out]    minimizer  overwritten; release it with minimizer_free()
 *  @param         n          number of parameters
 *  @param         f          the function; always asked for its gradient too
 *  @param         context    for f
 *  @param         direction  the method; must outlive the minimization
 *  @param[in,out] theta      start, n finite numbers; changed by every step
 *  @param         config     what may be chosen
 *  @return DESCENT_OK, also if the start is invalid, as its status says; DESCENT_ERANGE
 *          if the tolerance is negative or NaN; or DESCENT_ENOMEM. After a failure
 *          minimizer_free() does nothing. */
enum descent_status minimizer_init(struct minimizer *minimizer, size_t n, objective_fn *f,
                                   void *context, struct direction direction, real *theta,
                                   struct minimizer_config config);

/** One step: a direction, a line search along it, the new point, and what the method
 *  learns from it. Where the direction does not lead down, or the search finds nothing
 *  lower on it, the method is reset and -g is tried. Where f is infinite or NaN the step
 *  is shortened, so neither ever gets into theta. Allocates nothing.
 *  @param minimizer  initialized
 *  @return its status; when that is not MINIMIZER_RUNNING, nothing happens any more */
enum minimizer_status minimizer_step(struct minimizer *minimizer);

/** Takes steps until the status changes.
 *  @param minimizer  initialized
 *  @param steps      at most so many
 *  @return its status; MINIMIZER_RUNNING if it could go on */
enum minimizer_status minimizer_run(struct minimizer *minimizer, size_t steps);

/** Releases the memory. May be called twice. @param minimizer initialized, or all zero */
void minimizer_free(struct minimizer *minimizer);

/** Gradient descent with a line search.
 *  @param n  number of parameters; must outlive the direction
 *  @return the direction -g, unscaled */
struct direction steepest_direction(size_t *n);

/** @} */

#endif
