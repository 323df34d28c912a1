/** @file newton_cg.h
 *  @brief Newton-CG as a method of the minimizer.
 *  @ingroup ch05 */
#ifndef DESCENT_NEWTON_CG_H
#define DESCENT_NEWTON_CG_H

#include "optim/hessian.h"
#include "optim/minimizer.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** Products with a Hessian, and room for the iteration. */
struct newton_cg {
    size_t n;                 ///< Number of parameters.
    hessian_vector_fn *times; ///< Multiplies by the Hessian.
    void *context;            ///< For `times`.
    size_t limit;             ///< Most products a step; newton_cg_init() sets it to n.
    size_t products;          ///< Products taken so far.
    const real *theta;        ///< Where the Hessian is taken, while a step looks for d.
    real *work;               ///< 3n numbers; owned.
};

/** @param[out] cg       overwritten; release it with newton_cg_free()
 *  @param      n        number of parameters
 *  @param      times    multiplies by the Hessian of the function that is minimized
 *  @param      context  for `times`
 *  @return DESCENT_OK, or DESCENT_ENOMEM; then newton_cg_free() does nothing. */
enum descent_status newton_cg_init(struct newton_cg *cg, size_t n,
                                   hessian_vector_fn *times, void *context);

/** The method: newton_cg_direction() with the tolerance min(1/2, √‖g‖), which lets the
 *  convergence be faster than linear. It depends on the unit of f.
 *  @param cg  initialized; must outlive the direction
 *  @return for minimizer_init()
 *  @see Nocedal and Wright (2006), section 7.1. */
struct direction newton_cg_method(struct newton_cg *cg);

/** Releases the memory. May be called twice. @param cg initialized, or all zero */
void newton_cg_free(struct newton_cg *cg);

/** @} */

#endif
