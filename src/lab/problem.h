/** @file problem.h
 *  @brief What an optimizer is tried on: a function of n parameters with its gradient.
 *  @ingroup lab */
#ifndef DESCENT_PROBLEM_H
#define DESCENT_PROBLEM_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** A function to be minimized. A view: it owns nothing, and what `data` points to must
 *  outlive it. The callbacks allocate nothing; NaN parameters give NaN results. A problem
 *  may keep scratch memory in `data`, so it serves one thread at a time. */
struct problem {
    size_t n;       ///< Number of parameters, at least 1.
    size_t samples; ///< m, if f = (1/m) Σ f_i is a mean over samples; otherwise 0.

    /** @return f at theta (n numbers) */
    real (*value)(const struct problem *self, const real *theta);

    /** Writes the gradient of f at theta to g (n numbers, overlapping theta nowhere). */
    void (*gradient)(const struct problem *self, const real *theta, real *g);

    /** Writes the gradient of the mean of f_i over i = rows[0] … rows[count-1] to g. The
     *  rows are below `samples` and may repeat; count is at least 1. NULL if `samples` is
     *  0. */
    void (*batch_gradient)(const struct problem *self, size_t count, const size_t *rows,
                           const real *theta, real *g);

    void *data; ///< For the callbacks.
};

/** @param problem  the function
 *  @param theta    n parameters
 *  @return f at theta */
real problem_value(const struct problem *problem, const real *theta);

/** @param      problem  the function
 *  @param      theta    n parameters
 *  @param[out] g        n numbers, the gradient of f at theta */
void problem_gradient(const struct problem *problem, const real *theta, real *g);

/** The function as an `objective_fn`, for methods that choose their own points.
 *  @param      n        problem->n
 *  @param      theta    n parameters
 *  @param[out] g        the gradient at theta; NULL if it is not wanted
 *  @param      problem  a `struct problem *`
 *  @return f at theta */
real problem_objective(size_t n, const real *theta, real *g, void *problem);

/** Compares the gradient with central differences of the value,
 *  (f(θ + h e_i) - f(θ - h e_i)) / 2h with h = ε^(1/3) max(1, |θ_i|), whose error is of
 *  the order of ε^(2/3): about 10^-10 in double precision.
 *  @param problem  the function
 *  @param theta    n parameters
 *  @return the largest difference over all i, divided by the larger of 1 and the largest
 *          |g_i|; NaN if a value is not a number or memory ran out. */
real problem_gradient_error(const struct problem *problem, const real *theta);

/** @} */

#endif
