/* You set dx to zero and then fill in what passes. When dx is dy itself, as the
 * contract allows, that erases the gradient before it is read. */
#include "optim/layers_backward.h"

#include <string.h>

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    memset(dx, 0, count * sizeof *dx);
    for (size_t i = 0; i < count; i++)
        if (!(x[i] <= 0))
            dx[i] = dy[i];
}
