/* projected_gradient-sorted.c: the threshold from a sorted copy. */
#include "optim/projected_gradient.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int descending(const void *a, const void *b)
{
    const real x = *(const real *)a, y = *(const real *)b;
    return (x < y) - (x > y);
}

enum descent_status simplex_project(size_t n, real total, const real *y, real *x)
{
    if (!(total >= 0 && total < INFINITY) || (!n && total != 0))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++)
        if (isnan(y[i]) || isinf(y[i]))
            return DESCENT_ENAN;
    if (n == 0)
        return DESCENT_OK;
    real *sorted = malloc(n * sizeof *sorted);
    if (!sorted)
        return DESCENT_ENOMEM;
    memcpy(sorted, y, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, descending);
    real sum = 0, tau = -total;
    const real top = sorted[0];
    for (size_t k = 0; k < n && sorted[k] - top > -total; k++) {
        sum += sorted[k] - top;
        const real next = (sum - total) / (real)(k + 1);
        if (sorted[k] - top <= next)
            break;
        tau = next;
    }
    for (size_t i = 0; i < n; i++)
        x[i] = y[i] - top > tau ? y[i] - top - tau : 0;
    free(sorted);
    return DESCENT_OK;
}
