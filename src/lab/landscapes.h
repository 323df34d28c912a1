/** @file landscapes.h
 *  @brief Small functions with a reputation: Rosenbrock's valley, a saddle, and the
 *         linear costs on which Adam diverges.
 *  @ingroup lab */
#ifndef DESCENT_LANDSCAPES_H
#define DESCENT_LANDSCAPES_H

#include "lab/problem.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** Rosenbrock's valley, f(θ) = Σ_{i<n} 100 (θ_{i+1} - θ_i²)² + (1 - θ_i)²: curved, and
 *  about 2500 times as steep across as along. Its minimum is 0 at (1, …, 1); from n = 4
 *  on it has a second, local one near (-1, 1, …, 1).
 *  @param[out] problem  overwritten on success; there is nothing to release
 *  @param      n        number of parameters, at least 2
 *  @return DESCENT_OK, or DESCENT_ERANGE if n is below 2.
 *  @see Rosenbrock (1960), The Computer Journal 3(3), for n = 2; Shang and Qiu (2006),
 *       Evolutionary Computation 14(1), for larger n. */
enum descent_status rosenbrock_problem(struct problem *problem, size_t n);

/** The usual start, (-1.2, 1, -1.2, 1, …).
 *  @param      n      number of parameters
 *  @param[out] theta  n numbers */
void rosenbrock_start(size_t n, real *theta);

/** A saddle with a floor: f(x, y) = (x² - y²) / 2 + y⁴ / 4. At the origin the gradient is
 *  zero and the curvatures are 1 and -1; the minima are at (0, ±1), with f = -1/4. A
 *  start with y = 0 exactly never leaves the x-axis.
 *  @return the problem, with n = 2; there is nothing to release */
struct problem saddle_problem(void);

/** The gradients of the online problem on which Adam diverges: at step t the cost is C x
 *  if t mod 3 = 1, and -x otherwise, on the interval [-1, 1]. Over three steps it adds up
 *  to (C - 2) x, so for C > 2 the best x is -1.
 *  @param t      step, from 1
 *  @param slope  C, above 2; the paper's theorem takes β₁ = 0, β₂ = 1 / (1 + C²) and
 *                learning rates η / √t with η < √(1 - β₂)
 *  @return the gradient at every x
 *  @see Reddi, Kale and Kumar (2018), On the Convergence of Adam and Beyond, theorem
 *       1. */
real reddi_gradient(size_t t, real slope);

/** @param x  any number
 *  @return the point of [-1, 1] that is nearest to x; NaN stays NaN. */
real reddi_project(real x);

/** @} */

#endif
