/** @file svrg.h
 *  @brief SVRG: a snapshot and its gradient in place of a table (exercise 4.4).
 *  @ingroup ch04 */
#ifndef DESCENT_SVRG_H
#define DESCENT_SVRG_H

#include "optim/finite_sum.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

/** Hyper-parameters. */
struct svrg_config {
    real lr;      ///< η, learning rate, finite and at least 0. Default 0.01.
    size_t inner; ///< Steps from one snapshot to the next, at least 1; 0, the default,
                  ///< stands for 2m, the paper's choice for convex functions.
};

/** A snapshot, and the gradient there. */
struct svrg {
    struct svrg_config config;    ///< `lr` may be changed between steps; `inner` is at
                                  ///< least 1 after svrg_init().
    const struct finite_sum *sum; ///< The function; the caller's.
    size_t t;                     ///< Steps taken.
    real *snapshot;               ///< θ̃, n numbers; owned.
    real *full;                   ///< ∇f(θ̃), n numbers; owned.
    real *g;                      ///< For a gradient, n numbers; owned.
    real *old;                    ///< For another, n numbers; owned.
};

/** @return lr = 0.01, inner = 0. */
struct svrg_config svrg_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *svrg_check(const struct svrg_config *config);

/** Prepares the method.
 *  @param[out] svrg    overwritten; release it with svrg_free()
 *  @param      sum     the function; must outlive the method
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if svrg_check() objects, or DESCENT_ENOMEM. After a
 *          failure svrg_free() is allowed and does nothing. */
enum descent_status svrg_init(struct svrg *svrg, const struct finite_sum *sum,
                              struct svrg_config config);

/** One step with sample i:
 *
 *      θ̃ ← θ, and ∇f(θ̃) is computed,    if t is a multiple of `inner`, 0 among them
 *      θ ← θ - η (w (∇f_i(θ) - ∇f_i(θ̃)) + ∇f(θ̃))
 *
 *  and t ← t + 1. Where i is drawn with probability p_i and w = 1/(m p_i), the step is
 *  along the gradient on average; w = 1 if all samples are as likely. In a step the
 *  function is asked for two gradients of samples, and in one with a new snapshot for the
 *  mean besides. Allocates nothing.
 *  @param         svrg    initialized by svrg_init()
 *  @param[in,out] theta   θ, n numbers
 *  @param         i       the sample
 *  @param         weight  w, finite and above 0
 *  @return DESCENT_OK; DESCENT_ERANGE if i is not below m or w is outside its range: then
 *          nothing has been changed, and nothing been asked; or DESCENT_ENAN if a number
 *          of the direction w (∇f_i(θ) - ∇f_i(θ̃)) + ∇f(θ̃) is not finite: then θ and t
 *          are as before.
 *  @see Johnson and Zhang (2013), NeurIPS; theirs is the snapshot of option I, the last
 *       inner point. */
enum descent_status svrg_step(struct svrg *svrg, real *theta, size_t i, real weight);

/** Releases the state. May be called twice.
 *  @param svrg  initialized, or all zero */
void svrg_free(struct svrg *svrg);

/** @} */

#endif
