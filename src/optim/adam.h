/** @file adam.h
 *  @brief Adam: momentum and a learning rate for each parameter, both corrected (exercise
 *  3.2).
 *  @ingroup ch03 */
#ifndef DESCENT_ADAM_H
#define DESCENT_ADAM_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch03
 *  @{ */

/** Where ε is added: to the corrected root, or to the raw one. */
enum adam_eps_place {
    ADAM_EPS_AFTER,  ///< √v̂ + ε. Paper, PyTorch, optax.
    ADAM_EPS_BEFORE, ///< √v + ε, the paper's ε̂. ensmallen, Keras.
};

/** Hyper-parameters. */
struct adam_config {
    real lr;    ///< η, learning rate, finite and at least 0. Default 0.001.
    real beta1; ///< β₁, the share of the past in m, 0 ≤ β₁ < 1. Default 0.9.
    real beta2; ///< β₂, the share of the past in v, 0 ≤ β₂ < 1. Default 0.999.
    /** ε, against division by 0, finite and at least 0. Default 1e-8; all four numbers
     *  are the paper's. */
    real eps;
    real l2; ///< λ of a penalty λ/2 ‖θ‖², finite and at least 0. Default 0: none.
    /** Default ADAM_EPS_AFTER, as in the paper's algorithm 1, PyTorch and optax. */
    enum adam_eps_place eps_place;
};

/** Parameters and two averages for each. */
struct adam {
    struct adam_config config; ///< `lr` may be changed between steps.
    size_t n;                  ///< Number of parameters.
    size_t t;                  ///< Steps taken.
    real *m;          ///< Average of g, n numbers, never corrected in place; owned.
    real *v;          ///< Average of g², n numbers, never corrected in place; owned.
    real beta1_power; ///< β₁^t, kept as a running product; 1 at first.
    real beta2_power; ///< β₂^t.
};

/** @return lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 after the correction, no
 *  penalty. */
struct adam_config adam_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *adam_check(const struct adam_config *config);

/** Prepares the method with averages of 0.
 *  @param[out] adam  overwritten; release it with adam_free()
 *  @param      n  number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if adam_check() objects, or DESCENT_ENOMEM. After
 *          a failure adam_free() is allowed and does nothing. */
enum descent_status adam_init(struct adam *adam, size_t n, struct adam_config config);

/** One step: with the gradient g of the cost and of the penalty,
 *
 *      m ← β₁m + (1-β₁)g        m̂ = m / (1 - β₁^t)
 *      v ← β₂v + (1-β₂)g²       v̂ = v / (1 - β₂^t)
 *      θ ← θ - η m̂ / (√v̂ + ε)
 *
 *  where t = 1 in the first step; with ADAM_EPS_BEFORE,
 *
 *      θ ← θ - η √(1 - β₂^t) / (1 - β₁^t) · m / (√v + ε)
 *
 *  Allocates nothing. With eps = 0 a coordinate whose gradient has always been 0 becomes
 *  0/0, NaN. A NaN in the gradient makes its coordinate of the state and of θ NaN for
 *  good, and no other.
 *  @param         adam  initialized by adam_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g  gradient at θ, n numbers; does not overlap θ
 *  @see Kingma and Ba (2015), ICLR, algorithm 1 and the end of section 2. */
void adam_step(struct adam *adam, real *theta, const real *g);

/** How long a step can be: the largest |θ_t - θ_{t-1}| / η that any t gradients make,
 *  with ε = 0 and no penalty.
 *  @param beta1  β₁, 0 ≤ β₁ < 1
 *  @param beta2  β₂, 0 < β₂ < 1
 *  @param t      number of the step, at least 1
 *  @return the length, with a relative error below 10^-10, in the same time for every t;
 *          infinite if the type has no number so large, NaN outside the ranges
 *  @see Kingma and Ba (2015), ICLR, section 2.1, for the case of a single gradient. */
real adam_longest_step(real beta1, real beta2, size_t t);

/** Gradients that make the step t as long as adam_longest_step() says.
 *  @param      beta1  β₁, 0 ≤ β₁ < 1
 *  @param      beta2  β₂, 0 < β₂ < 1
 *  @param      t      how many, at least 1
 *  @param[out] g      the gradients of the steps 1 to t; the last is 1 */
void adam_longest_gradients(real beta1, real beta2, size_t t, real *g);

/** Releases the state. May be called twice.
 *  @param adam  initialized, or all zero */
void adam_free(struct adam *adam);

/** @} */

#endif
