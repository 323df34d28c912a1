/* layer_norm_backward-three-sums.c: the variance's gradient first, then the mean's, as in
 * the first papers. */
#include "optim/layer_norm_backward.h"

#include <math.h>

enum descent_status layer_norm_backward(size_t rows, size_t n, const real *x,
                                        const real *gain, real eps, const real *dy,
                                        real *dx, real *dgain, real *dbias)
{
    if (n < 1 || !(eps > 0 && eps < INFINITY))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++)
        dgain[i] = 0;
    for (size_t i = 0; i < n; i++)
        dbias[i] = 0;
    for (size_t r = 0; r < rows; r++, x += n, dy += n, dx += n) {
        double sum = 0, squares = 0, dv = 0, dm = 0;
        for (size_t i = 0; i < n; i++)
            sum += x[i];
        const double mean = sum / (double)n;
        for (size_t i = 0; i < n; i++)
            squares += (x[i] - mean) * (x[i] - mean);
        const double wide = squares / (double)n + eps, root = sqrt(wide);
        for (size_t i = 0; i < n; i++) {
            dgain[i] += dy[i] * (x[i] - mean) / root;
            dbias[i] += dy[i];
            dv -= dy[i] * gain[i] * (x[i] - mean) / (2 * wide * root);
            dm -= dy[i] * gain[i] / root;
        }
        for (size_t i = 0; i < n; i++)
            dx[i] = dy[i] * gain[i] / root + dv * 2 * (x[i] - mean) / (double)n +
                    dm / (double)n;
    }
    return DESCENT_OK;
}
