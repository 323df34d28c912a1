/** @file momentum_spectrum.h
 *  @brief How momentum moves along one eigenvector (exercise 2.5).
 *  @ingroup ch02 */
#ifndef DESCENT_MOMENTUM_SPECTRUM_H
#define DESCENT_MOMENTUM_SPECTRUM_H

#include "optim/real.h"

/** @addtogroup ch02
 *  @{ */

/** What the two eigenvalues of the iteration matrix are like. */
enum momentum_regime {
    MOMENTUM_UNDERDAMPED, ///< A pair of complex numbers: the error oscillates.
    MOMENTUM_CRITICAL,    ///< One number, twice: as fast as this β can be.
    MOMENTUM_OVERDAMPED,  ///< Two different real numbers: the error creeps or flips.
};

/** The heavy ball, form (b), on f(x) = h/2 x². */
struct momentum_spectrum {
    real radius;                 ///< Larger modulus of the two eigenvalues.
    enum momentum_regime regime; ///< MOMENTUM_OVERDAMPED if an argument is out of range.
};

/** The eigenvalues of the matrix that takes (x_t, x_{t-1}) to (x_{t+1}, x_t).
 *
 *  The regime is MOMENTUM_CRITICAL where the discriminant D of the characteristic
 *  polynomial z² - bz + β, with b = 1 + β - ηh, is 0 but for rounding: |D| ≤ 64 ε (1 + β)
 *  |b|, with ε = #REAL_EPSILON.
 *  @param lr         η, learning rate of MOMENTUM_LR_OUTSIDE, finite and at least 0
 *  @param beta       β, momentum, 0 ≤ β < 1
 *  @param curvature  h, any number for which ηh is finite
 *  @return radius and regime; the method converges from every start if the radius is
 *          below 1. The radius is NaN if an argument is outside its range. In the
 *          critical regime, where D is all rounding and the radius has its root, the
 *          relative error of the radius may be 10^-7; elsewhere it is far below that. */
struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature);

/** @} */

#endif
