/** @file schedule_free.h
 *  @brief Schedule-Free AdamW: averaging in place of a schedule (exercise 8.7).
 *  @ingroup ch08 */
#ifndef DESCENT_SCHEDULE_FREE_H
#define DESCENT_SCHEDULE_FREE_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** Hyper-parameters. */
struct schedule_free_config {
    real lr;       ///< γ, learning rate, finite and at least 0. Default 0.0025.
    real beta1;    ///< β₁, the share of the average in y, 0 < β₁ < 1. Default 0.9.
    real beta2;    ///< β₂, the share of the past in v, 0 ≤ β₂ < 1. Default 0.999.
    real eps;      ///< ε, against division by 0, finite and at least 0. Default 1e-8.
    real decay;    ///< λ, weight decay, finite and at least 0. Default 0.
    size_t warmup; ///< Steps over which γ rises from γ / warmup; 0, the default, for
                   ///< none.
};

/** Parameters are y, where gradients are taken. The average x is not kept: it follows
 *  from y and z. So there are two arrays, as in AdamW. */
struct schedule_free {
    struct schedule_free_config config; ///< `lr` may be changed between steps.
    size_t n;                           ///< Number of parameters.
    size_t t;                           ///< Steps taken.
    real *z;          ///< The point that the plain steps lead to, n numbers; owned.
    real *v;          ///< Average of g², n numbers, never corrected in place; owned.
    real beta2_power; ///< β₂^t, kept as a running product; 1 at first.
    real lr_max;      ///< The largest γ_t so far; 0 at first.
    real weight_sum;  ///< The sum of the squares of `lr_max` after each step.
};

/** @return lr = 0.0025, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, decay = 0, warmup = 0. */
struct schedule_free_config schedule_free_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *schedule_free_check(const struct schedule_free_config *config);

/** Prepares the method: y, z and x are the start.
 *  @param[out] method  overwritten; release it with schedule_free_free()
 *  @param      n       number of parameters; 0 is allowed, steps then do nothing
 *  @param      theta   the start, n numbers; NULL is the point 0
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if schedule_free_check() objects, or
 *          DESCENT_ENOMEM. After a failure schedule_free_free() is allowed and does
 *          nothing. */
enum descent_status schedule_free_init(struct schedule_free *method, size_t n,
                                       const real *theta,
                                       struct schedule_free_config config);

/** One step. With the old y on the right, t the number of this step, and w_t the square
 *  of the largest γ up to γ_t:
 *
 *      v  ← β₂ v + (1 - β₂) g²,    γ_t = γ min(1, t / warmup) √(1 - β₂^t)
 *      z' = z - γ_t (g / (√v + ε) + λ y)
 *      x' = (1 - c) x + c z',      c = w_t / (w_1 + … + w_t), 0 if that sum is 0
 *      y' = (1 - β₁) z' + β₁ x'
 *
 *  Allocates nothing. With eps = 0 a coordinate whose gradient has always been 0 becomes
 *  0/0, NaN. A NaN in the gradient makes its coordinate of the state and of y NaN for
 *  good, and no other.
 *  @param         method  initialized
 *  @param[in,out] theta   y, n numbers, as the last step left them; at first the start
 *  @param         g       gradient at y, n numbers; does not overlap y
 *  @see Defazio and others (2024), The Road Less Scheduled, algorithm 1. */
void schedule_free_step(struct schedule_free *method, real *theta, const real *g);

/** The average x, which is the result of the training. Allocates nothing.
 *  @param      method  initialized
 *  @param      theta   y, n numbers, as the last step left them
 *  @param[out] x       n numbers; may be `theta` itself, but then the next step needs y
 *                      back */
void schedule_free_average(const struct schedule_free *method, const real *theta,
                           real *x);

/** Releases the state. May be called twice.
 *  @param method  initialized, or all zero */
void schedule_free_free(struct schedule_free *method);

/** @} */

#endif
