/* You return the slope of ReLU, 1 or 0. By the chain rule it multiplies the gradient
 * that comes from above. */
#include "optim/layers_backward.h"

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    (void)dy;
    for (size_t i = 0; i < count; i++)
        dx[i] = x[i] <= 0 ? 0 : 1;
}
