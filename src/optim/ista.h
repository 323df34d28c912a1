/** @file ista.h
 *  @brief The soft threshold, and proximal gradient steps for an L1 penalty (exercise
 *         9.5).
 *  @ingroup ch09 */
#ifndef DESCENT_ISTA_H
#define DESCENT_ISTA_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** Hyper-parameters. */
struct ista_config {
    real lr; ///< η, learning rate, finite and at least 0. Default 0.01.
    real l1; ///< λ₁ of the penalty λ₁ Σ|θ_i|, finite and at least 0. Default 0.01.
    real l2; ///< λ₂ of the penalty λ₂/2 Σθ_i², finite and at least 0. Default 0.
};

/** The method has no memory: there is nothing to release. */
struct ista {
    struct ista_config config; ///< `lr` may be changed between steps.
    size_t n;                  ///< Number of parameters.
    size_t t;                  ///< Steps taken.
};

/** @return lr = 0.01, l1 = 0.01, l2 = 0. */
struct ista_config ista_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *ista_check(const struct ista_config *config);

/** Prepares the method. Allocates nothing.
 *  @param[out] ista    overwritten on success, untouched on failure
 *  @param      n       number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, or DESCENT_ERANGE if ista_check() objects. */
enum descent_status ista_init(struct ista *ista, size_t n, struct ista_config config);

/** Moves x toward 0 by t, and no further: the minimum of ½(u - x)² + t|u| over u.
 *  @param x  any number
 *  @param t  at least 0, or +∞
 *  @return x - t above t, x + t below -t, and 0 in between, borders included; the 0 has
 *          no sign. If x is NaN, or t is negative or NaN: NaN. If x and t are both
 *          infinite: 0. */
real soft_threshold(real x, real t);

/** One step: a gradient step on the cost without its penalties, then the minimum of both
 *  penalties and the distance that was moved,
 *
 *      θ ← argmin_u ½ ‖u - (θ - η g)‖² + η λ₁ Σ|u_i| + η λ₂/2 Σu_i² ,
 *
 *  which is the soft threshold of θ - η g at η λ₁, divided by 1 + η λ₂. A coordinate
 *  whose gradient is NaN becomes NaN; the others are not touched by it.
 *  @param         ista   initialized by ista_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g      gradient of the cost alone at θ, n numbers; does not overlap θ
 *  @see Daubechies, Defrise and De Mol (2004), Communications on Pure and Applied
 *       Mathematics 57(11); Beck and Teboulle (2009), SIAM Journal on Imaging Sciences
 *       2(1), equation 1.4; with λ₂ it is the elastic net of Zou and Hastie (2005). */
void ista_step(struct ista *ista, real *theta, const real *g);

/** How far θ is from a minimum of the penalized cost: the largest |component| of the
 *  smallest subgradient. At θ_i ≠ 0 the component is g_i + λ₁ sign θ_i + λ₂ θ_i; at θ_i =
 *  0 it is what |g_i| exceeds λ₁ by, or 0.
 *  @param ista   initialized by ista_init()
 *  @param theta  n finite numbers
 *  @param g      gradient of the cost alone at θ, n finite numbers
 *  @return the largest, at least 0; 0 for n = 0. It is 0 exactly where ista_step() with
 *          exact arithmetic moves nothing. */
real ista_residual(const struct ista *ista, const real *theta, const real *g);

/** Releases nothing; every method has such a function.
 *  @param ista  initialized */
void ista_free(struct ista *ista);

/** @} */

#endif
