/* projected_gradient-plain-loops.c: the step without BLAS; the mapping before θ
 * changes. */
#include "optim/projected_gradient.h"

#include <math.h>
#include <string.h>

enum descent_status projected_step(size_t n, project_fn *project, void *context, real lr,
                                   const real *g, real *theta, real *trial, real *mapping)
{
    real length = 0, largest = 0;
    enum descent_status status = DESCENT_ERANGE;
    *mapping = NAN;
    for (size_t i = 0; i < n; i++)
        trial[i] = theta[i] + -lr * g[i];
    if (lr > 0 && lr < INFINITY)
        status = project(n, trial, context);
    if (status != DESCENT_OK)
        return status;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(theta[i] - trial[i]));
    for (size_t i = 0; largest > 0 && i < n; i++)
        length += pow((theta[i] - trial[i]) / largest, 2);
    *mapping = largest * sqrt(length) / lr;
    if (n)
        memcpy(theta, trial, n * sizeof *theta);
    return status;
}
