/* plane-modified.c: three passes of projection, sums of its own. */
#include "optim/plane.h"

#include <math.h>

static double scale_down(size_t n, real *x)
{
    double largest = 0, squares = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(x[i]));
    if (largest == 0)
        return 0;
    for (size_t i = 0; i < n; i++) {
        x[i] /= largest;
        squares += x[i] * x[i];
    }
    for (size_t i = 0; i < n; i++)
        x[i] /= sqrt(squares);
    return largest * sqrt(squares);
}

enum descent_status plane_orthonormal(size_t n, real *u, real *v)
{
    if (n < 2)
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++)
        if (!isfinite(u[i]) || !isfinite(v[i]))
            return DESCENT_ENAN;
    if (scale_down(n, u) == 0 || scale_down(n, v) == 0)
        return DESCENT_ESINGULAR;
    for (int pass = 0; pass < 3; pass++) {
        double along = 0;
        for (size_t i = n; i-- > 0;)
            along += u[i] * v[i];
        for (size_t i = 0; i < n; i++)
            v[i] -= along * u[i];
        if (scale_down(n, v) <= (double)n * REAL_EPSILON)
            return DESCENT_ESINGULAR;
    }
    return DESCENT_OK;
}
