/** @file adamw.h
 *  @brief AdamW: Adam with the weight decay apart (exercise 6.3).
 *  @ingroup ch06 */
#ifndef DESCENT_ADAMW_H
#define DESCENT_ADAMW_H

#include "optim/decoupling.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch06
 *  @{ */

/** Hyper-parameters. */
struct adamw_config {
    real lr;    ///< η, learning rate, finite and at least 0. Default 0.001.
    real beta1; ///< β₁, the share of the past in m, 0 ≤ β₁ < 1. Default 0.9.
    real beta2; ///< β₂, the share of the past in v, 0 ≤ β₂ < 1. Default 0.999.
    real eps;   ///< ε, against division by 0, finite and at least 0. Default 1e-8.
    /** λ, weight decay, finite and at least 0. Default 0.01, as in PyTorch;
     *  optax has 1e-4. With DECAY_INDEPENDENT take a thousandth of it. */
    real decay;
    /** Default DECAY_TIMES_LR, as in PyTorch, optax and Keras, so that their settings can
     *  be used here; DECAY_INDEPENDENT is what the paper proposes. */
    enum decoupling decoupling;
};

/** Parameters and two averages for each. */
struct adamw {
    struct adamw_config config; ///< `lr` may be changed between steps.
    size_t n;                   ///< Number of parameters.
    size_t t;                   ///< Steps taken.
    real *m;          ///< Average of g, n numbers, never corrected in place; owned.
    real *v;          ///< Average of g², n numbers, never corrected in place; owned.
    real beta1_power; ///< β₁^t, kept as a running product; 1 at first.
    real beta2_power; ///< β₂^t.
    /** s, what the whole step is multiplied by, decay included: finite, at least 0, 1
     *  until the caller sets it, see warmup_cosine(). */
    real schedule;
};

/** @return lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, decay = 0.01,
 *  DECAY_TIMES_LR. */
struct adamw_config adamw_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *adamw_check(const struct adamw_config *config);

/** Prepares the method with averages of 0 and a schedule of 1.
 *  @param[out] adamw  overwritten; release it with adamw_free()
 *  @param      n  number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if adamw_check() objects, or DESCENT_ENOMEM. After
 *          a failure adamw_free() is allowed and does nothing. */
enum descent_status adamw_init(struct adamw *adamw, size_t n, struct adamw_config config);

/** One step. With m̂ and v̂ as in adam_step(), of the plain gradient, and θ the old one
 *  on the right,
 *
 *      θ ← θ - s (η m̂ / (√v̂ + ε) + w θ)      with w = ηλ; w = λ if DECAY_INDEPENDENT
 *
 *  Allocates nothing. With eps = 0 a coordinate whose gradient has always been 0 becomes
 *  0/0, NaN. A NaN in the gradient makes its coordinate of the state and of θ NaN for
 *  good, and no other.
 *  @param         adamw  initialized by adamw_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g  gradient at θ, n numbers; does not overlap θ
 *  @see Loshchilov and Hutter (2019), ICLR, algorithm 2. */
void adamw_step(struct adamw *adamw, real *theta, const real *g);

/** Where a parameter comes to rest if the quotient m̂ / (√v̂ + ε) is always the same, and
 *  the schedule too, above 0.
 *  @param config     as adamw_check() wants it, with `lr` above 0
 *  @param direction  the quotient, finite
 *  @return θ at rest; infinite if nothing decays, NaN if the direction is 0 as well, or
 *          if an argument is outside its range */
real adamw_rest(const struct adamw_config *config, real direction);

/** How large a parameter stays under mere noise: the root mean square that θ tends to if
 *  the quotients of different steps are independent, with mean 0 and mean square 1, and
 *  the schedule is 1.
 *  @param config  as adamw_check() wants it, with `lr` above 0
 *  @return the root mean square; infinite if nothing decays, NaN if an argument is
 *          outside its range, or if one step takes off so much (w ≥ 2) that θ explodes */
real adamw_resting_size(const struct adamw_config *config);

/** Releases the state. May be called twice.
 *  @param adamw  initialized, or all zero */
void adamw_free(struct adamw *adamw);

/** @} */

#endif
