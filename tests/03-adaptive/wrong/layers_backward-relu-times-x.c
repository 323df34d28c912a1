/* You multiply by the output of ReLU. Its derivative is 1 where it is open, whatever x
 * is there. */
#include "optim/layers_backward.h"

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    for (size_t i = 0; i < count; i++)
        dx[i] = x[i] <= 0 ? 0 : x[i] * dy[i];
}
