/* You multiply by 0 or 1 instead of choosing. Where x was cut off and dy is NaN or
 * infinite, 0 times it is NaN and not 0: what was cut off must not come back. */
#include "optim/layers_backward.h"

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    for (size_t i = 0; i < count; i++)
        dx[i] = dy[i] * (real) !(x[i] <= 0);
}
