/** @file newton.h
 *  @brief Newton's method as a method of the minimizer.
 *  @ingroup ch05 */
#ifndef DESCENT_NEWTON_H
#define DESCENT_NEWTON_H

#include "optim/hessian.h"
#include "optim/minimizer.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** A Hessian, and room to factor it. */
struct damped_newton {
    size_t n;            ///< Number of parameters.
    hessian_fn *hessian; ///< Or what stands in for it.
    void *context;       ///< For `hessian`.
    real shift;          ///< τ of the last direction.
    size_t shifted;      ///< Directions for which it was not 0.
    real *h;             ///< n × n numbers; owned.
    real *factor;        ///< n × n numbers; owned.
};

/** @param[out] newton   overwritten; release it with newton_free()
 *  @param      n        number of parameters
 *  @param      hessian  of the function that is minimized
 *  @param      context  for `hessian`
 *  @return DESCENT_OK, DESCENT_ERANGE if n² is too large for a size_t, or
 *          DESCENT_ENOMEM. After a failure newton_free() does nothing. */
enum descent_status newton_init(struct damped_newton *newton, size_t n,
                                hessian_fn *hessian, void *context);

/** The method: newton_direction() at every step.
 *  @param newton  initialized; must outlive the direction
 *  @return for minimizer_init() */
struct direction newton_method(struct damped_newton *newton);

/** Releases the memory. May be called twice. @param newton initialized, or all zero */
void newton_free(struct damped_newton *newton);

/** @} */

#endif
