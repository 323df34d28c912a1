/* Your ReLU lets every gradient through. Where x was cut off, moving it a little
 * changes nothing, so nothing comes back. */
#include "optim/layers_backward.h"

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    (void)x;
    for (size_t i = 0; i < count; i++)
        dx[i] = dy[i];
}
