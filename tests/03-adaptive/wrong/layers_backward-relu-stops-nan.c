/* Your ReLU makes 0 of the gradient where x is NaN, since x > 0 is false there. The
 * forward pass lets the NaN through, so the gradient goes through as well; otherwise a
 * broken run looks as if it had converged. */
#include "optim/layers_backward.h"

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    for (size_t i = 0; i < count; i++)
        dx[i] = x[i] > 0 ? dy[i] : 0;
}
