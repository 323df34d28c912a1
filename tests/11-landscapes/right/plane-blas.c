/* plane-blas.c: points and places by vectors, the distance scaled on the way. */
#include "optim/blas.h"
#include "optim/plane.h"

#include <string.h>

void plane_point(size_t n, const real *center, const real *u, const real *v, real a,
                 real b, real *point)
{
    memcpy(point, center, n * sizeof *point);
    blas_add(n, b, v, point);
    blas_add(n, a, u, point);
}

struct plane_place plane_place(size_t n, const real *center, const real *u, const real *v,
                               const real *point)
{
    struct plane_place place = {0, 0, 0};
    for (size_t i = n; i-- > 0;)
        place.a += u[i] * (point[i] - center[i]);
    for (size_t i = n; i-- > 0;)
        place.b += v[i] * (point[i] - center[i]);
    double largest = 0, sum = 0;
    for (size_t i = 0; i < n; i++) {
        const double left = (point[i] - center[i]) - (place.a * u[i] + place.b * v[i]);
        const double size = left < 0 ? -left : left;
        if (size > largest) {
            sum = sum * (largest / size) * (largest / size) + 1;
            largest = size;
        } else if (size > 0) {
            sum += (size / largest) * (size / largest);
        }
    }
    place.off = largest == 0 ? 0 : largest * __builtin_sqrt(sum);
    return place;
}
