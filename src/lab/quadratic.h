/** @file quadratic.h
 *  @brief Quadratic functions with a chosen spectrum.
 *  @ingroup lab */
#ifndef DESCENT_QUADRATIC_H
#define DESCENT_QUADRATIC_H

#include "lab/problem.h"
#include "lab/rng.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

#define QUADRATIC_MAX_N 4096 ///< Most parameters of a quadratic.

/** f(θ) = ½ (θ - θ*)ᵀ A (θ - θ*), where A has the given eigenvalues: along the axes, or
 *  along random directions. */
struct quadratic {
    size_t n;       ///< Number of parameters.
    real *spectrum; ///< The n eigenvalues of A, in the order given; owned.
    real *matrix;   ///< A, n × n and symmetric; NULL if A is diagonal; owned.
    real *optimum;  ///< θ*, n numbers, zero at first; the user may write here; owned.
    real *scratch;  ///< 2n numbers for θ - θ* and A (θ - θ*); owned.
};

/** Prepares the function.
 *  @param[out] quadratic  overwritten; release it with quadratic_free()
 *  @param      n          number of parameters, 1 to #QUADRATIC_MAX_N
 *  @param      spectrum   n finite eigenvalues, of any sign and order; copied
 *  @param      rng        NULL for a diagonal A; otherwise the eigenvectors are drawn
 *                         from it by random_orthogonal()
 *  @return DESCENT_OK, DESCENT_ERANGE if n is outside its range, DESCENT_ENAN if an
 *          eigenvalue is not finite, or DESCENT_ENOMEM. After a failure quadratic_free()
 *          is allowed and does nothing. */
enum descent_status quadratic_init(struct quadratic *quadratic, size_t n,
                                   const real *spectrum, struct rng *rng);

/** @param quadratic  initialized; must outlive the view
 *  @return the function as a problem without samples */
struct problem quadratic_problem(struct quadratic *quadratic);

/** Releases the memory. May be called twice.
 *  @param quadratic  initialized, or all zero */
void quadratic_free(struct quadratic *quadratic);

/** Eigenvalues in geometric progression from low to high, so that high / low is the
 *  condition number.
 *  @param      n         how many; with n = 1 it is `high` alone
 *  @param      low       μ, above 0
 *  @param      high      L, at least low
 *  @param[out] spectrum  n increasing numbers; the first is exactly low, the last exactly
 *                        high */
void spectrum_geometric(size_t n, real low, real high, real *spectrum);

/** @} */

#endif
