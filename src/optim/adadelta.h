/** @file adadelta.h
 *  @brief AdaDelta: steps in the unit of the parameters (exercise 3.1).
 *  @ingroup ch03 */
#ifndef DESCENT_ADADELTA_H
#define DESCENT_ADADELTA_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch03
 *  @{ */

/** Hyper-parameters. */
struct adadelta_config {
    /** η, learning rate, finite and at least 0. Default 1: the method sets its own
     *  pace. */
    real lr;
    /** ρ, the share of the past in both averages, 0 ≤ ρ < 1. Default 0.9, as in PyTorch;
     *  the paper has 0.95. */
    real rho;
    /** ε, added under both roots, finite and at least 0. It starts the method, whose
     *  first step is about √ε / √(1-ρ). Default 1e-6, as in the paper and in PyTorch. */
    real eps;
    real l2; ///< λ of a penalty λ/2 ‖θ‖², finite and at least 0. Default 0: none.
};

/** Parameters and two averages for each. */
struct adadelta {
    struct adadelta_config config; ///< `lr` may be changed between steps.
    size_t n;                      ///< Number of parameters.
    size_t t;                      ///< Steps taken.
    real *s;                       ///< Average of g², n numbers; owned.
    real *d; ///< Average of Δ², the squared steps before η, n numbers; owned.
};

/** @return lr = 1, rho = 0.9, eps = 1e-6, no penalty. */
struct adadelta_config adadelta_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *adadelta_check(const struct adadelta_config *config);

/** Prepares the method with averages of 0.
 *  @param[out] adadelta  overwritten; release it with adadelta_free()
 *  @param      n  number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if adadelta_check() objects, or DESCENT_ENOMEM.
 *          After a failure adadelta_free() is allowed and does nothing. */
enum descent_status adadelta_init(struct adadelta *adadelta, size_t n,
                                  struct adadelta_config config);

/** One step: with the gradient g of the cost and of the penalty,
 *
 *      s ← ρs + (1-ρ)g²
 *      Δ = √(d + ε) / √(s + ε) · g      with the d of the step before
 *      d ← ρd + (1-ρ)Δ²
 *      θ ← θ - ηΔ
 *
 *  Allocates nothing. With eps = 0 nothing ever moves, or 0/0 makes it NaN. A NaN in the
 *  gradient makes its coordinate of the state and of θ NaN for good, and no other.
 *  @param         adadelta  initialized by adadelta_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g  gradient at θ, n numbers; does not overlap θ
 *  @see Zeiler (2012), arXiv:1212.5701, algorithm 1. */
void adadelta_step(struct adadelta *adadelta, real *theta, const real *g);

/** How long AdaDelta takes to find its pace: let the gradient be g in every step, let s
 *  have become g² already, and let d start at 0. After this many steps d is half of what
 *  it tends to.
 *  @param config  rho and eps count; as adadelta_check() wants them
 *  @param g       the gradient, |g| at most 10^100
 *  @return the number of steps, not rounded to an integer, with a relative error below
 *          10^-10 however large; infinite if eps is 0 and g is not, NaN if an argument is
 *          outside its range, or if both are 0 */
real adadelta_half_time(const struct adadelta_config *config, real g);

/** Releases the state. May be called twice.
 *  @param adadelta  initialized, or all zero */
void adadelta_free(struct adadelta *adadelta);

/** @} */

#endif
