/* S first, by LAPACK's driver for one system, on transposes. */
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/kfac.h"
#include "optim/lapack.h"
#include "optim/matrix.h"

#include <string.h>
#include <tgmath.h>

enum descent_status kfac_observe(struct kfac *kfac, size_t batch, const real *x,
                                 const real *dy)
{
    const real beta = kfac->config.beta, n = (real)batch;
    if (batch == 0)
        return DESCENT_ERANGE;
    if (!all_finite(batch * kfac->out, dy) || !all_finite(batch * kfac->in, x))
        return DESCENT_ENAN;
    blas_scale(kfac->in * kfac->in, beta, kfac->a);
    blas_scale(kfac->out * kfac->out, beta, kfac->s);
    blas_gram_t(kfac->in, batch, (1 - beta) / n, x, 1, kfac->a);
    blas_gram_t(kfac->out, batch, n - beta * n, dy, 1, kfac->s);
    matrix_mirror(kfac->in, kfac->a);
    matrix_mirror(kfac->out, kfac->s);
    kfac->t++;
    kfac->beta_power = kfac->beta_power * beta;
    return DESCENT_OK;
}

/* The columns of b (as LAPACK sees it) ← (a/correction + ridge)⁻¹ times them. */
static lapack_int solve(size_t n, size_t columns, const real *a, real correction,
                        real ridge, real *copy, real *b)
{
    for (size_t i = 0; i < n * n; i++)
        copy[i] = a[i] / correction + (i / n == i % n ? ridge : 0);
    return LAPACK_NAME(posv_work)(LAPACK_COL_MAJOR, 'L', (lapack_int)n,
                                  (lapack_int)columns, copy, (lapack_int)n, b,
                                  (lapack_int)n);
}

enum descent_status kfac_step(struct kfac *kfac, real *w, const real *g)
{
    const size_t in = kfac->in, out = kfac->out;
    const real left = 1 - kfac->beta_power;
    real *turned = kfac->room, *d = turned + in * out, *copy = d + in * out;
    real mean[2] = {0, 0};
    if (kfac->t < 1)
        return DESCENT_EORDER;
    if (!all_finite(in * out, g))
        return DESCENT_ENAN;
    for (size_t i = 0; i < in; i++)
        mean[0] += kfac->a[i * (in + 1)] / (real)in;
    for (size_t i = 0; i < out; i++)
        mean[1] += kfac->s[i * (out + 1)] / (real)out;
    const bool shared = mean[0] > 0 && mean[1] > 0;
    const real ratio = shared ? mean[0] / mean[1] : 1, damping = kfac->config.damping;
    matrix_transpose(out, in, g, turned);
    if (solve(out, in, kfac->s, left, sqrt(damping / ratio), copy, turned))
        return DESCENT_ESINGULAR;
    matrix_transpose(in, out, turned, d);
    if (solve(in, out, kfac->a, left, sqrt(damping * ratio), copy, d))
        return DESCENT_ESINGULAR;
    for (size_t i = 0; i < in * out; i++)
        w[i] -= kfac->config.lr * d[i];
    return DESCENT_OK;
}
