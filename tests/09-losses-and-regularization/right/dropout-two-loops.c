/* dropout-two-loops.c: first the flags, then the numbers. */
#include "optim/dropout.h"

#include <string.h>

enum descent_status dropout_forward(size_t n, real p, const real *u, const real *x,
                                    bool *kept, real *y)
{
    if (p >= 0 && p <= 1) {
        for (size_t i = 0; i < n; i++)
            kept[i] = u == NULL || p <= u[i];
        if (u == NULL && n > 0)
            memmove(y, x, n * sizeof *y);
        for (size_t i = 0; u && i < n; i++)
            y[i] = kept[i] ? x[i] / (1 - p) : 0;
        return DESCENT_OK;
    }
    return DESCENT_ERANGE;
}
