/** @exercise 2.5 Under-damped, critical, over-damped
 *  @points 10
 *
 *  On f(x) = h/2 x^2 the heavy ball in form (b) is linear: two neighboring points
 *  determine the next. Eliminate the velocity to get x_(t+1) = b x_t - β x_(t-1), and
 *  read off the matrix that takes (x_t, x_(t-1)) to (x_(t+1), x_t). The error shrinks, in
 *  the long run, by the larger modulus of its two eigenvalues: its spectral radius.
 *
 *  Return the radius and say in which of the three regimes the method is. No eigenvalue
 *  routine is needed. Mind the range: ηh may be as large as 10^200, and its square
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
