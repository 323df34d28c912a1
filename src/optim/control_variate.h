/** @file control_variate.h
 *  @brief Estimating a mean with the help of one that is known (exercise 4.1).
 *  @ingroup ch04 */
#ifndef DESCENT_CONTROL_VARIATE_H
#define DESCENT_CONTROL_VARIATE_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

/** What is known of an estimate before it is drawn. */
struct control_variate_law {
    real mean;     ///< E Z.
    real variance; ///< Var Z, at least 0.
    real error;    ///< E (Z - E X)², the mean squared error, at least 0.
};

/** One estimate of E X: Z = α(X - Y) + E Y.
 *  @param x       the number that is drawn
 *  @param y       the number that was drawn with it
 *  @param mean_y  E Y
 *  @param alpha   α
 *  @return Z. Not finite numbers give what the formula gives. */
real control_variate(real x, real y, real mean_y, real alpha);

/** The law of Z if the pair (X, Y) is one of m pairs, each as likely as the others. So
 *  the variances are sums over all pairs, divided by m.
 *
 *  Accurate: a constant that is added to all x_i, or to all y_i, costs no more digits of
 *  the variance and of the error than it has cost of the numbers x_i - y_i.
 *  @param m      number of pairs, at least 1
 *  @param x      m finite numbers, the values of X
 *  @param y      m finite numbers, the values of Y
 *  @param alpha  α, finite
 *  @return mean, variance and error of Z */
struct control_variate_law control_variate_law(size_t m, const real *x, const real *y,
                                               real alpha);

/** The α for which the mean squared error of Z is smallest: b² / (b² + V), where b =
 *  E X - E Y and V = Var(X - Y).
 *  @param m  number of pairs, at least 1
 *  @param x  m finite numbers
 *  @param y  m finite numbers
 *  @return α, 0 to 1; 1 if b and V are both 0, where every α gives the same
 *  @see Defazio, Bach and Lacoste-Julien (2014), NeurIPS, section 3, has α of 1 (SAGA,
 *       SVRG) and of 1/m (SAG). */
real control_variate_best(size_t m, const real *x, const real *y);

/** @} */

#endif
