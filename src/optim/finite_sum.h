/** @file finite_sum.h
 *  @brief A mean over samples, f(θ) = (1/m) Σ f_i(θ), as methods see it that ask for one
 *         sample at a time.
 *  @ingroup ch04 */
#ifndef DESCENT_FINITE_SUM_H
#define DESCENT_FINITE_SUM_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

/** A finite sum. A view: it owns nothing, and what `data` points to must outlive it. The
 *  callbacks allocate nothing. */
struct finite_sum {
    size_t n; ///< Number of parameters, at least 1.
    size_t m; ///< Number of samples, at least 1.

    /** Writes ∇f_i(θ) to g (n numbers, overlapping theta nowhere), for i below m. */
    void (*sample)(const struct finite_sum *self, size_t i, const real *theta, real *g);

    /** Writes ∇f(θ), the mean of the ∇f_i(θ), to g (n numbers). */
    void (*mean)(const struct finite_sum *self, const real *theta, real *g);

    const void *data; ///< For the callbacks.
};

/** @} */

#endif
