/* batch_norm-one-formula.c: the backward pass as the classic one formula, m dy - Σ dy -
 * x̂ Σ dy x̂; forward is the solution's. */
#include "optim/batch_norm.h"

enum descent_status batch_norm_backward(const struct batch_norm *bn, size_t rows,
                                        const real *x, const real *gain, bool training,
                                        const real *dy, real *dx, real *dgain,
                                        real *dbias)
{
    const size_t n = bn->channels;
    const double m = training ? (double)rows : 1;
    if (training && rows < 2)
        return DESCENT_ERANGE;
    for (size_t c = 0; c < n; c++) {
        double first = 0, second = 0;
        for (size_t r = rows; r-- > 0;) {
            first += dy[r * n + c];
            second += dy[r * n + c] * (x[r * n + c] - bn->mean[c]);
        }
        dbias[c] = first;
        dgain[c] = second * bn->scale[c];
        for (size_t r = rows; r-- > 0;) {
            double sum = m * dy[r * n + c];
            if (training)
                sum -= first + (x[r * n + c] - bn->mean[c]) * bn->scale[c] * dgain[c];
            dx[r * n + c] = gain[c] * bn->scale[c] / m * sum;
        }
    }
    return DESCENT_OK;
}
