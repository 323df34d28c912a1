/* layer_norm_backward-columns-last.c: first all rows of the parameters' gradients, then
 * all of the input's. */
#include "optim/layer_norm_backward.h"

#include <math.h>
#include <string.h>

static void moments(size_t n, const real *x, real eps, double *mean, double *root)
{
    double first = 0, sum = 0, squares = 0;
    first = x[0];
    for (size_t i = 0; i < n; i++)
        sum += x[i] - first;
    *mean = first + sum / (double)n;
    for (size_t i = 0; i < n; i++)
        squares += pow(x[i] - *mean, 2);
    *root = sqrt(squares / (double)n + eps);
}

enum descent_status layer_norm_backward(size_t rows, size_t n, const real *x,
                                        const real *gain, real eps, const real *dy,
                                        real *dx, real *dgain, real *dbias)
{
    double mean, root;
    if (n == 0 || isnan(eps) || eps <= 0 || isinf(eps))
        return DESCENT_ERANGE;
    memset(dgain, 0, n * sizeof *dgain);
    memset(dbias, 0, n * sizeof *dbias);
    for (size_t r = 0; r < rows; r++) {
        moments(n, &x[r * n], eps, &mean, &root);
        for (size_t i = 0; i < n; i++) {
            dbias[i] += dy[r * n + i];
            dgain[i] += dy[r * n + i] * ((x[r * n + i] - mean) / root);
        }
    }
    for (size_t r = 0; r < rows; r++) {
        double plain = 0, along = 0;
        moments(n, &x[r * n], eps, &mean, &root);
        for (size_t i = 0; i < n; i++) {
            plain += dy[r * n + i] * gain[i];
            along += dy[r * n + i] * gain[i] * (x[r * n + i] - mean);
        }
        for (size_t i = 0; i < n; i++)
            dx[r * n + i] = (dy[r * n + i] * gain[i] - plain / (double)n -
                             (x[r * n + i] - mean) * along / (root * root) / (double)n) /
                            root;
    }
    return DESCENT_OK;
}
