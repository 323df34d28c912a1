/** @file bfgs.h
 *  @brief BFGS as a method of the minimizer.
 *  @ingroup ch05 */
#ifndef DESCENT_BFGS_H
#define DESCENT_BFGS_H

#include "optim/minimizer.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** An approximation H of the inverse Hessian. */
struct bfgs {
    size_t n;   ///< Number of parameters.
    bool empty; ///< No pair has been learned: H is I, whose scale means nothing.
    real *h;    ///< H, n × n, symmetric and positive definite; owned.
    real *work; ///< n numbers; owned.
};

/** Prepares H = I.
 *  @param[out] bfgs  overwritten; release it with bfgs_free()
 *  @param      n     number of parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if n² is too large for a size_t, or
 *          DESCENT_ENOMEM. After a failure bfgs_free() does nothing. */
enum descent_status bfgs_init(struct bfgs *bfgs, size_t n);

/** The method: d = -H g, and H learns from each step by bfgs_update(). Before the first
 *  pair is learned, H becomes (sᵀy / yᵀy) I.
 *  @param bfgs  initialized; must outlive the direction
 *  @return for minimizer_init()
 *  @see Nocedal and Wright (2006), algorithm 6.1 and equation 6.20. */
struct direction bfgs_method(struct bfgs *bfgs);

/** Releases the memory. May be called twice. @param bfgs initialized, or all zero */
void bfgs_free(struct bfgs *bfgs);

/** @} */

#endif
