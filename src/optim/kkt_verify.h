/** @file kkt_verify.h
 *  @brief Whether a point meets the KKT conditions, and which one it misses (exercise
 *  0.5).
 *  @ingroup ch00 */
#ifndef DESCENT_KKT_VERIFY_H
#define DESCENT_KKT_VERIFY_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** A candidate for the minimum of f(x) subject to g_i(x) ≤ 0 and h_j(x) = 0, with
 *  everything evaluated at x. Owns nothing. */
struct kkt_candidate {
    size_t n;             ///< Number of unknowns.
    size_t inequalities;  ///< p, how many g_i.
    size_t equalities;    ///< q, how many h_j.
    const real *gradient; ///< ∇f, n numbers.
    const real *g;        ///< The values g_i, p numbers.
    const real *g_slopes; ///< p × n; row i is ∇g_i.
    const real *g_prices; ///< The multipliers μ_i, p numbers.
    const real *h;        ///< The values h_j, q numbers.
    const real *h_slopes; ///< q × n; row j is ∇h_j.
    const real *h_prices; ///< The multipliers λ_j, q numbers.
};

/** The four conditions, in their order, and two answers besides. */
enum kkt_condition {
    KKT_HOLDS,           ///< No residual exceeds the tolerance.
    KKT_STATIONARITY,    ///< ∇f + Σ μ_i ∇g_i + Σ λ_j ∇h_j = 0.
    KKT_PRIMAL,          ///< g_i ≤ 0 and h_j = 0.
    KKT_DUAL,            ///< μ_i ≥ 0.
    KKT_COMPLEMENTARITY, ///< μ_i g_i = 0.
    KKT_INVALID,         ///< A number is infinite or NaN, or the tolerance is below 0.
};

/** What a candidate misses. */
struct kkt_report {
    real stationarity; ///< Largest |component| of ∇f + Σ μ_i ∇g_i + Σ λ_j ∇h_j.
    real primal;       ///< Largest of all g_i, |h_j| and 0.
    real dual;         ///< Largest of all -μ_i and 0.
    real complementarity; ///< Largest |μ_i g_i|.
    /** The condition with the largest residual, the first of several, if that exceeds the
     *  tolerance. */
    enum kkt_condition worst;
};

/** Computes the residuals; each is 0 if there is nothing to take the largest of.
 *  Allocates nothing.
 *  @param candidate  the point; any of its arrays may be NULL if it has no numbers
 *  @param tolerance  finite and at least 0
 *  @return the residuals and which condition fails; all residuals are NaN if KKT_INVALID
 *  @see Kuhn and Tucker (1951); Boyd and Vandenberghe (2004), section 5.5.3. */
struct kkt_report kkt_verify(const struct kkt_candidate *candidate, real tolerance);

/** @} */

#endif
