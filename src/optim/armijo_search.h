/** @file armijo_search.h
 *  @brief A backtracking line search (exercise 0.2).
 *  @ingroup ch00 */
#ifndef DESCENT_ARMIJO_SEARCH_H
#define DESCENT_ARMIJO_SEARCH_H

#include "optim/objective.h"
#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** What a search asks for. */
struct armijo_config {
    real c;             ///< Share of the promised decrease, 0 < c < 1. Default 1e-4.
    real shrink;        ///< Factor of a step that was too long, 0 < shrink < 1.
                        ///< Default 0.5.
    size_t evaluations; ///< Most evaluations, at least 1. Default 60.
};

/** How a search ended. */
enum armijo_status {
    ARMIJO_OK,      ///< A step was found.
    ARMIJO_INVALID, ///< An argument or setting is outside its range; nothing was tried.
    ARMIJO_UPHILL,  ///< The slope gᵀd is not below 0; nothing was tried.
    ARMIJO_GAVE_UP, ///< All evaluations are used up.
};

/** What a search has found. */
struct armijo_result {
    enum armijo_status status; ///< How it ended.
    real step;                 ///< The step a; 0 unless the status is ARMIJO_OK.
    real value;                ///< f(θ + a d); the value it was given if a = 0.
    size_t evaluations;        ///< How often f was evaluated.
};

/** @return c = 1e-4, shrink = 0.5, 60 evaluations */
struct armijo_config armijo_defaults(void);

/** Tries the steps a = first, first · shrink, first · shrink² … and takes the first that
 *  lowers f by a share of what the slope at θ promises:
 *
 *      f(θ + a d) ≤ f(θ) + c a gᵀd
 *
 *  A step at which f is infinite or NaN is too long, whichever the sign. f is evaluated
 *  at these points only, in this order, and without its gradient. Allocates nothing.
 *  @param      n        number of parameters
 *  @param      f        the function
 *  @param      context  for f
 *  @param      theta    θ, n numbers
 *  @param      value    f(θ), finite
 *  @param      g        the gradient at θ, n finite numbers
 *  @param      d        the direction, n finite numbers; any, not only -g
 *  @param      first    the step to try first, finite and above 0
 *  @param      config   ranges as above; what is outside of its range, NaN for instance,
 *                       is ARMIJO_INVALID, before the sign of the slope is looked at
 *  @param[out] trial    θ + a d, n numbers: θ itself if a = 0; overlaps nothing
 *  @return how it ended, and where
 *  @see Armijo (1966), Pacific Journal of Mathematics 16(1); Nocedal and Wright (2006),
 *       algorithm 3.1. */
struct armijo_result armijo_search(size_t n, objective_fn *f, void *context,
                                   const real *theta, real value, const real *g,
                                   const real *d, real first, struct armijo_config config,
                                   real *trial);

/** @} */

#endif
