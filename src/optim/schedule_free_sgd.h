/** @file schedule_free_sgd.h
 *  @brief Schedule-Free SGD: gradient steps, averaged, and gradients taken in between.
 *  @ingroup ch08 */
#ifndef DESCENT_SCHEDULE_FREE_SGD_H
#define DESCENT_SCHEDULE_FREE_SGD_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** Hyper-parameters. */
struct schedule_free_sgd_config {
    real lr;   ///< γ, learning rate, finite and at least 0. Default 0.01.
    real beta; ///< β, the share of the average in y, 0 ≤ β ≤ 1. Default 0.9.
};

/** Parameters are y, where gradients are taken. */
struct schedule_free_sgd {
    struct schedule_free_sgd_config config; ///< `lr` may be changed between steps.
    size_t n;                               ///< Number of parameters.
    size_t t;                               ///< Steps taken.
    real *z; ///< The point that the plain steps lead to, n numbers; owned.
    real *x; ///< The mean of z_1 … z_t, n numbers, the result; owned.
};

/** @return lr = 0.01, beta = 0.9. */
struct schedule_free_sgd_config schedule_free_sgd_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *schedule_free_sgd_check(const struct schedule_free_sgd_config *config);

/** Prepares the method: y, z and x are the start.
 *  @param[out] method  overwritten; release it with schedule_free_sgd_free()
 *  @param      n       number of parameters; 0 is allowed, steps then do nothing
 *  @param      theta   the start, n numbers; NULL is the point 0
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if schedule_free_sgd_check() objects, or
 *          DESCENT_ENOMEM. After a failure schedule_free_sgd_free() is allowed and does
 *          nothing. */
enum descent_status schedule_free_sgd_init(struct schedule_free_sgd *method, size_t n,
                                           const real *theta,
                                           struct schedule_free_sgd_config config);

/** One step: z ← z - γ g, x ← x + (z - x) / t, y ← (1 - β) z + β x. With β = 0 it is
 *  gradient descent whose iterates are averaged, with β = 1 every gradient is taken at
 *  the average. Allocates nothing. A NaN in the gradient makes its coordinate NaN for
 *  good, and no other.
 *  @param         method  initialized
 *  @param[in,out] theta   y, n numbers; overwritten
 *  @param         g       gradient at y, n numbers; does not overlap y
 *  @see Defazio and others (2024), The Road Less Scheduled, arXiv:2405.15682. */
void schedule_free_sgd_step(struct schedule_free_sgd *method, real *theta, const real *g);

/** Releases the state. May be called twice.
 *  @param method  initialized, or all zero */
void schedule_free_sgd_free(struct schedule_free_sgd *method);

/** @} */

#endif
