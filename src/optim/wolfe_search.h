/** @file wolfe_search.h
 *  @brief A line search for the strong Wolfe conditions (exercise 5.4).
 *  @ingroup ch05 */
#ifndef DESCENT_WOLFE_SEARCH_H
#define DESCENT_WOLFE_SEARCH_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** Evaluates φ(a) = f(θ + a d).
 *  @param      step     a > 0
 *  @param[out] slope    φ'(a) = ∇f(θ + a d)ᵀ d
 *  @param      context  passed through untouched
 *  @return φ(a) */
typedef real line_fn(real step, real *slope, void *context);

/** What a search asks for. */
struct wolfe_config {
    real c1;            ///< Of the decrease, 0 < c1 < c2. Default 1e-4.
    real c2;            ///< Of the slope, c1 < c2 < 1. Default 0.9.
    real step_max;      ///< Longest step that is tried, finite and above 0. Default 1e20.
    size_t evaluations; ///< Most evaluations, at least 1. Default 40.
};

/** How a search ended. */
enum wolfe_status {
    WOLFE_OK,       ///< Both conditions hold.
    WOLFE_INVALID,  ///< An argument or setting is outside its range; nothing was tried.
    WOLFE_UPHILL,   ///< The slope at 0 is not below 0; nothing was tried.
    WOLFE_LONGEST,  ///< At step_max φ is low enough, and still falls too steeply.
    WOLFE_ROUNDING, ///< The interval is so short that φ cannot be told apart in it.
    WOLFE_GAVE_UP,  ///< All evaluations are used up.
};

/** What a search has found. */
struct wolfe_result {
    enum wolfe_status status; ///< How it ended.
    /** The step a. With WOLFE_OK it is the one that was evaluated last. Otherwise it is
     *  the best step with the decrease, the first condition alone; 0 if none was met. */
    real step;
    real value;         ///< φ there.
    real slope;         ///< φ' there.
    size_t evaluations; ///< How often φ was evaluated.
};

/** @return c1 = 1e-4, c2 = 0.9, step_max = 1e20, 40 evaluations */
struct wolfe_config wolfe_defaults(void);

/** Looks for a step a that meets both strong Wolfe conditions:
 *
 *      φ(a) ≤ φ(0) + c1 a φ'(0)        |φ'(a)| ≤ c2 |φ'(0)|
 *
 *  Where φ or φ' is infinite or not a number, the step counts as too long, whichever the
 *  sign. φ is never evaluated at 0, beyond step_max, or twice at one step.
 *  @param line     φ
 *  @param context  for `line`
 *  @param value    φ(0), finite
 *  @param slope    φ'(0), finite
 *  @param first    the step to try first, finite and above 0; step_max if that is shorter
 *  @param config   ranges as above; what is outside of its range, NaN for instance, is
 *                  WOLFE_INVALID, and so are value, slope and first, before the sign of
 *                  the slope is looked at
 *  @return how it ended, and where
 *  @see Nocedal and Wright (2006), Numerical Optimization, algorithms 3.5 and 3.6. */
struct wolfe_result wolfe_search(line_fn *line, void *context, real value, real slope,
                                 real first, struct wolfe_config config);

/** @} */

#endif
