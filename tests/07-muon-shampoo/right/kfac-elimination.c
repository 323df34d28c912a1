/* By inverses from Gauss and Jordan, with the averages as steps toward the new. */
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/kfac.h"

#include <tgmath.h>

static void toward(size_t n, size_t batch, real share, real scale, const real *z, real *c)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            real sum = 0;
            for (size_t r = 0; r < batch; r++)
                sum += z[r * n + i] * z[r * n + j];
            c[i * n + j] += share * (scale * sum - c[i * n + j]);
        }
}

enum descent_status kfac_observe(struct kfac *kfac, size_t batch, const real *x,
                                 const real *dy)
{
    const real share = 1 - kfac->config.beta;
    if (batch < 1)
        return DESCENT_ERANGE;
    if (!all_finite(batch * kfac->in, x) || !all_finite(batch * kfac->out, dy))
        return DESCENT_ENAN;
    toward(kfac->in, batch, share, 1 / (real)batch, x, kfac->a);
    toward(kfac->out, batch, share, (real)batch, dy, kfac->s);
    kfac->beta_power *= kfac->config.beta;
    kfac->t++;
    return DESCENT_OK;
}

/* Inverts a definite matrix in place; false if a pivot is not positive. */
static bool invert(size_t n, real *a)
{
    for (size_t k = 0; k < n; k++) {
        const real pivot = a[k * n + k];
        if (!(pivot > 0))
            return false;
        a[k * n + k] = 1;
        blas_scale(n, 1 / pivot, a + k * n);
        for (size_t i = 0; i < n; i++) {
            const real factor = a[i * n + k];
            if (i == k)
                continue;
            a[i * n + k] = 0;
            blas_add(n, -factor, a + k * n, a + i * n);
        }
    }
    return true;
}

static void damp(size_t n, real scale, const real *factor, real ridge, real *a)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = i; j < n; j++)
            a[i * n + j] = a[j * n + i] =
                scale * factor[i * n + j] + (i == j ? ridge : 0);
}

enum descent_status kfac_step(struct kfac *kfac, real *w, const real *g)
{
    const size_t in = kfac->in, out = kfac->out;
    const real scale = 1 / (1 - kfac->beta_power), root = sqrt(kfac->config.damping);
    real *a = kfac->room, *s = a + in * in, *half = s + out * out, *d = half + in * out;
    real inputs = 0, outputs = 0;
    if (kfac->t == 0)
        return DESCENT_EORDER;
    if (!all_finite(in * out, g))
        return DESCENT_ENAN;
    for (size_t i = 0; i < in; i++)
        inputs += kfac->a[i * in + i] / (real)in;
    for (size_t i = 0; i < out; i++)
        outputs += kfac->s[i * out + i] / (real)out;
    const real pi = inputs > 0 && outputs > 0 ? sqrt(inputs) / sqrt(outputs) : 1;
    damp(in, scale, kfac->a, pi * root, a);
    damp(out, scale, kfac->s, root / pi, s);
    if (!invert(in, a) || !invert(out, s))
        return DESCENT_ESINGULAR;
    blas_product(out, in, out, s, g, half);
    blas_product(out, in, in, half, a, d);
    blas_add(in * out, -kfac->config.lr, d, w);
    return DESCENT_OK;
}
