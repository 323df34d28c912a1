/** @exercise 9.6 Inverted dropout
 *  @points 10
 *
 *  Dropout sets each unit to 0 with the probability p, independently, in every step of
 *  training. Inverted dropout multiplies those that are kept by 1/(1 - p), so that the
 *  mean of a unit stays what it was and nothing need be done when the network is used.
 *
 *  Write the forward pass and the backward pass. The random numbers are given, so that
 *  every run can be repeated; the header says which numbers drop a unit. Mind the
 *  borders: p = 0, p = 1, and a unit that is NaN and is dropped.
 *
 *  Then write how much noise that is: the variance of a weighted sum of dropped units.
 *
 *  Try it:  build/descent grade 9.6
 *  A hint:  build/descent hint 9.6
 */
#include "optim/dropout.h"
#include "optim/todo.h"

#include <math.h>

enum descent_status dropout_forward(size_t n, real p, const real *u, const real *x,
                                    bool *kept, real *y)
{
    // TODO 9.6
    todo("9.6");
}

enum descent_status dropout_backward(size_t n, real p, const bool *kept, const real *dy,
                                     real *dx)
{
    // TODO 9.6
    todo("9.6");
}

real dropout_variance(size_t n, real p, const real *w, const real *x)
{
    // TODO 9.6
    todo("9.6");
}
