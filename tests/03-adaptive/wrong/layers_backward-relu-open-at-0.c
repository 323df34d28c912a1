/* Your ReLU lets the gradient through at x = 0. Any slope between 0 and 1 would do as
 * a convention, and the contract takes 0: units that start at exactly 0 stay still. */
#include "optim/layers_backward.h"

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    for (size_t i = 0; i < count; i++)
        dx[i] = x[i] < 0 ? 0 : dy[i];
}
