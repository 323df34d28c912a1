/** @file least_squares.h
 *  @brief Sums of squared residuals, with their gradient and Gauss and Newton's matrix.
 *  @ingroup lab */
#ifndef DESCENT_LEAST_SQUARES_H
#define DESCENT_LEAST_SQUARES_H

#include "lab/problem.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** m residuals of n parameters. */
struct residual_model {
    const char *name; ///< Such as "bard"; NULL after the last one of a table.
    size_t n;         ///< Number of parameters, at least 1.
    size_t m;         ///< Number of residuals, at least 1.

    /** Writes the start that the source of the model gives. */
    void (*start)(size_t n, real *theta);

    /** Writes the residuals r and their derivatives: jacobian[i * n + j] is that of r_i
     *  with respect to θ_j. All of the jacobian is 0 when the function is called. */
    void (*residuals)(size_t n, size_t m, const real *theta, real *r, real *jacobian);

    double minimum; ///< The published smallest Σ r_i².
    double local;   ///< Another published local minimum; 0 if there is none.
};

/** f(θ) = Σ r_i(θ)², with room for its residuals and their derivatives. */
struct least_squares {
    const struct residual_model *model; ///< Must outlive this.
    real *r;                            ///< m numbers; owned.
    real *jacobian;                     ///< m × n numbers; owned.
};

/** Prepares the sum of squares.
 *  @param[out] squares  overwritten; release it with least_squares_free()
 *  @param      model    must outlive it
 *  @return DESCENT_OK, or DESCENT_ENOMEM; then least_squares_free() does nothing. */
enum descent_status least_squares_init(struct least_squares *squares,
                                       const struct residual_model *model);

/** f and its gradient 2 Jᵀr, as an `objective_fn`.
 *  @param      n        model->n
 *  @param      theta    n parameters
 *  @param[out] g        n numbers, or NULL
 *  @param      squares  a `struct least_squares *`; its room is written to
 *  @return Σ r_i² */
real least_squares_objective(size_t n, const real *theta, real *g, void *squares);

/** 2 JᵀJ, the Hessian without the second derivatives of the residuals: exact where the
 *  residuals are linear or 0, and never indefinite. A `hessian_fn`.
 *  @param      n        model->n
 *  @param      theta    n parameters
 *  @param[out] h        n × n numbers
 *  @param      squares  a `struct least_squares *`; its room is written to */
void least_squares_gauss_newton(size_t n, const real *theta, real *h, void *squares);

/** @param squares  initialized; must outlive the view
 *  @return the function as a problem without samples */
struct problem least_squares_problem(struct least_squares *squares);

/** Releases the memory. May be called twice.
 *  @param squares  initialized, or all zero */
void least_squares_free(struct least_squares *squares);

/** @} */

#endif
