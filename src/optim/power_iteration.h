/** @file power_iteration.h
 *  @brief The top eigenvalue of a matrix that is known by its products only (exercise
 *         11.3).
 *  @ingroup ch11 */
#ifndef DESCENT_POWER_ITERATION_H
#define DESCENT_POWER_ITERATION_H

#include "optim/newton_cg_direction.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch11
 *  @{ */

/** When to stop. */
struct power_config {
    size_t limit;   ///< Most products of a run, at least 1.
    real tolerance; ///< τ, finite and above 0.
};

/** What was found. */
struct power_result {
    real value;      ///< Rayleigh quotient vᵀHv of the returned v; NaN after a failure.
    real residual;   ///< ‖Hv - value v‖: an eigenvalue of H is no farther away from
                     ///< `value` than that. NaN after a failure.
    size_t products; ///< Products taken, in all runs.
    bool converged;  ///< Whether the last run met its tolerance.
};

/** Power iteration on H + s I: v ← (H + s I) v / ‖(H + s I) v‖, from the given v, until
 *
 *      ‖(H + s I) v - ρ v‖ ≤ τ |ρ| ,   ρ = vᵀ (H + s I) v ,   ‖v‖ = 1 ,
 *
 *  or until `limit` products were taken. The test is made with each product, for the v
 *  that was multiplied, and that v is returned. One product an iteration; allocates
 *  nothing.
 *  @param         n        size of H, at least 1
 *  @param         product  multiplies by the symmetric matrix H
 *  @param         context  for `product`
 *  @param         shift    s, finite
 *  @param         config   when to stop
 *  @param[in,out] v        n finite numbers, not all 0, of any length: the start; and in
 *                          the end the unit vector to which the result belongs
 *  @param         work     room for n numbers
 *  @param[out]    result   for H itself: the shift is subtracted from ρ
 *  @return DESCENT_OK, whether it has converged or not; DESCENT_ERANGE if n, the shift or
 *          the config is outside its range, or v is 0; DESCENT_ENAN if a number of v or
 *          of a product is not finite.
 *  @see Golub and Van Loan (2013), Matrix Computations, sections 7.3 and 8.1. */
enum descent_status power_iteration(size_t n, product_fn *product, void *context,
                                    real shift, struct power_config config, real *v,
                                    real *work, struct power_result *result);

/** The largest eigenvalue of H, not the largest in size: that of sharpness. First a run
 *  with s = 0. If it does not converge, or its value is not negative, its result is
 *  returned. Otherwise the eigenvalue of largest size, -c, is negative, and a second run
 *  with s = c from the same start finds the one at the other end.
 *  @param         n        as above
 *  @param         product  as above
 *  @param         context  as above
 *  @param         config   as above, for each run
 *  @param[in,out] v        as above
 *  @param         work     room for 2 n numbers
 *  @param[out]    result   of the last run, with the products of both
 *  @return as above */
enum descent_status top_eigenvalue(size_t n, product_fn *product, void *context,
                                   struct power_config config, real *v, real *work,
                                   struct power_result *result);

/** @} */

#endif
