/** @file mgh.h
 *  @brief Test problems for unconstrained minimization, with published minima.
 *  @ingroup lab */
#ifndef DESCENT_MGH_H
#define DESCENT_MGH_H

#include "lab/least_squares.h"

#include <stdbool.h>

/** @addtogroup lab
 *  @{ */

/** Problems of Moré, Garbow and Hillstrom, each a sum of squares with its standard start;
 *  a number at the end of a name is n. The last one has no name. In `gulf` the residual
 *  is exp(-|y_i - θ₂|^θ₃ / θ₁) - t_i, as the published minimum 0 demands; the paper's
 *  print has a factor there that is a misprint.
 *  @see Moré, Garbow and Hillstrom (1981), ACM Transactions on Mathematical Software
 *       7(1), section 3. */
extern const struct residual_model mgh_problems[];

/** @param name  any string
 *  @return the problem of that name, or NULL */
const struct residual_model *mgh_named(const char *name);

/** @param problem  one of mgh_problems
 *  @param value    of its sum of squares
 *  @return whether that is a published minimum: to the six digits printed, or below 1e-12
 *          where it is 0 */
bool mgh_is_solved(const struct residual_model *problem, double value);

/** @cond PARTS The parts of the table, by file. */
typedef void residuals_fn(size_t n, size_t m, const real *x, real *r, real *jacobian);

/* mgh_small.c: numbers 1 to 7 and 14. */
residuals_fn mgh_rosenbrock, mgh_freudenstein_roth, mgh_powell_badly_scaled;
residuals_fn mgh_brown_badly_scaled, mgh_beale, mgh_jennrich_sampson;
residuals_fn mgh_helical_valley, mgh_wood;

/* mgh_fits.c: numbers 8, 9, 11, 12 and 15 to 19. */
residuals_fn mgh_bard, mgh_gaussian, mgh_gulf, mgh_box, mgh_kowalik_osborne;
residuals_fn mgh_brown_dennis, mgh_osborne_1, mgh_biggs, mgh_osborne_2;

/* mgh_any_n.c: numbers 13, 20, 22 to 28, 30, 31 and 35. */
residuals_fn mgh_watson, mgh_powell_singular, mgh_penalty_1, mgh_penalty_2;
residuals_fn mgh_variably_dimensioned, mgh_trigonometric, mgh_brown_almost_linear;
residuals_fn mgh_boundary_value, mgh_broyden_tridiagonal, mgh_broyden_banded;
residuals_fn mgh_chebyquad;
/** @endcond */

/** @} */

#endif
