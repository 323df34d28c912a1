/* filter_normalize-scaled-twice.c: to length 1 first, then to the length of the weights,
 * by BLAS. */
#include "optim/blas.h"
#include "optim/filter_normalize.h"
#include "optim/finite.h"

#include <string.h>

enum descent_status filter_normalize(size_t parts, const struct filter_part *part,
                                     const real *theta, real *d)
{
    const real *w = theta;
    const real *v = d;
    for (size_t p = 0; p < parts; p++) {
        const size_t n = part[p].filters * part[p].size;
        if (!part[p].fixed && !(all_finite(n, w) && all_finite(n, v)))
            return DESCENT_ENAN;
        w += n;
        v += n;
    }
    for (size_t p = 0; p < parts; p++) {
        const size_t size = part[p].size;
        for (size_t f = 0; f < part[p].filters; f++) {
            const real norm = blas_norm(size, d);
            if (part[p].fixed)
                memset(d, 0, size * sizeof *d);
            else if (norm > 0) {
                for (size_t i = 0; i < size; i++)
                    d[i] /= norm;
                blas_scale(size, blas_norm(size, theta), d);
            }
            theta += size;
            d += size;
        }
    }
    return DESCENT_OK;
}
