/* batch_norm-matrix.c: the Jacobian of a column, entry by entry; forward is the
 * solution's. */
#include "optim/batch_norm.h"

#include <stdlib.h>

static double normal_of(const struct batch_norm *bn, size_t c, double x)
{
    return (x - bn->mean[c]) * bn->scale[c];
}

enum descent_status batch_norm_backward(const struct batch_norm *bn, size_t rows,
                                        const real *x, const real *gain, bool training,
                                        const real *dy, real *dx, real *dgain,
                                        real *dbias)
{
    const size_t n = bn->channels;
    if (training && rows < 2)
        return DESCENT_ERANGE;
    real *column = malloc((rows + 1) * sizeof *column);
    if (!column)
        return DESCENT_ENOMEM;
    for (size_t c = 0; c < n; c++) {
        dgain[c] = dbias[c] = 0;
        for (size_t r = 0; r < rows; r++) {
            column[r] = dy[r * n + c];
            dbias[c] += column[r];
            dgain[c] += column[r] * normal_of(bn, c, x[r * n + c]);
        }
        for (size_t k = 0; k < rows; k++) {
            double sum = 0;
            for (size_t r = 0; r < rows; r++) {
                double entry = r == k;
                if (training)
                    entry -= (1 + normal_of(bn, c, x[r * n + c]) *
                                      normal_of(bn, c, x[k * n + c])) /
                             (double)rows;
                sum += column[r] * entry;
            }
            dx[k * n + c] = gain[c] * bn->scale[c] * sum;
        }
    }
    free(column);
    return DESCENT_OK;
}
