/* natural_gradient-rank-one-updates.c: F by BLAS's symmetric update, solved by LAPACK's
 * posv; π kept in d while the means are summed. */
#include "optim/lapack.h"
#include "optim/natural_gradient.h"
#include <cblas.h>

#include <math.h>
#include <string.h>

enum descent_status natural_logistic(size_t m, size_t p, const real *x,
                                     const size_t *label, const real *theta, real damping,
                                     real *fisher, real *d)
{
    const int n = (int)p;
    enum descent_status status = DESCENT_OK;
    memset(d, 0, p * sizeof *d);
    if (m < 1 || damping < 0 || !isfinite(damping))
        return DESCENT_ERANGE;
    memset(fisher, 0, p * p * sizeof *fisher);
    for (size_t i = 0; i < p; i++)
        fisher[i * p + i] = damping * (double)m;
    for (size_t i = 0; i < m && !status; i++) {
        const double z = cblas_ddot(n, theta, 1, x + i * p, 1);
        const double half = 1 / (2 * cosh(z / 2));
        if (label[i] > 1)
            status = DESCENT_ERANGE;
        if (p)
            cblas_dsyr(CblasColMajor, CblasLower, n, half * half, x + i * p, 1, fisher,
                       n);
        cblas_daxpy(n, (double)label[i] - 1 / (1 + exp(-z)), x + i * p, 1, d, 1);
    }
    double sum = 0;
    for (size_t i = 0; i < p; i++)
        for (size_t j = i; j < p; j++)
            sum += d[i] + fisher[i * p + j];
    if (!status && !isfinite(sum))
        status = DESCENT_ENAN;
    if (p && !status && LAPACKE_dposv_work(LAPACK_COL_MAJOR, 'L', n, 1, fisher, n, d, n))
        status = DESCENT_ESINGULAR;
    if (status)
        memset(d, 0, p * sizeof *d);
    return status;
}

enum descent_status natural_categorical(size_t k, const real *z, const real *g, real *d)
{
    double top = -INFINITY, total = 0, mean = 0, center = 0;
    enum descent_status status = DESCENT_OK;
    for (size_t i = 0; i < k; i++) {
        if (!isfinite(z[i]) || !isfinite(g[i]))
            status = DESCENT_ENAN;
        top = fmax(top, z[i]);
        mean += g[i] / (double)k;
    }
    for (size_t i = 0; i < k; i++)
        total += d[i] = exp(z[i] - top);
    for (size_t i = 0; i < k; i++) {
        d[i] = total * (mean - g[i]) / d[i];
        center += d[i] / (double)k;
    }
    for (size_t i = 0; i < k; i++) {
        d[i] -= center;
        if (!status && !isfinite(d[i]))
            status = DESCENT_ERANGE;
    }
    for (size_t i = 0; status && i < k; i++)
        d[i] = 0;
    return status;
}
