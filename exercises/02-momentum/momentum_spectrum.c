/** @exercise 2.5 Under-damped, critical, over-damped
 *  @points 10
 *
 *  On f(x) = h/2 x^2 the heavy ball in form (b) makes x_(t+1) = b x_t - β x_(t-1) with
 *  b = 1 + β - ηh. In the long run the error shrinks by the spectral radius: the larger
 *  modulus of the two roots of z^2 - bz + β.
 *
 *  Return the radius, and in which of three regimes the method is: complex roots, one
 *  root twice, or two different real ones, which may both be negative. The curvature h
 *  may be negative, too. Mind the range: ηh may be as large as 10^200, and its square
 *  overflows.
 *
 *  Try it:  build/descent grade 2.5
 *  A hint:  build/descent hint 2.5
 */
#include "optim/momentum_spectrum.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    // TODO 2.5
    todo("2.5");
}
