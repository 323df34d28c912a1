/* logistic_hessian.c: second derivatives of logistic regression.
 *
 *     H = (1/m) Σ σ(z_i) σ(-z_i) x_i x_iᵀ + λ I        H v = (1/m) Σ σσ (x_iᵀv) x_i + λ v
 *
 *     theta  θ   (w, b)        weight   σ(z) σ(-z) / m        p   features
 *
 * Invariant: both agree with differences of the gradient in logistic.c; the intercept is
 * the last parameter, and is not penalized. */
#include "lab/logistic_hessian.h"
#include "optim/blas.h"

#include <string.h>

/* The dot product of a sample, and a 1 for the intercept, with v. */
static real along(const struct logistic *l, const real *v, const real *x)
{
    const size_t p = l->data->features;
    return blas_dot(p, v, x) + (l->intercept ? v[p] : 0);
}

static real weight(const struct logistic *l, const real *theta, const real *x)
{
    const real z = along(l, theta, x);
    return sigmoid(z) * sigmoid(-z) / (real)l->data->rows;
}

void logistic_hessian(size_t n, const real *theta, real *h, void *logistic)
{
    const struct logistic *l = logistic;
    const size_t p = l->data->features;
    memset(h, 0, n * n * sizeof *h);
    for (size_t i = 0; i < p; i++)
        h[i * n + i] = l->l2;
    for (size_t s = 0; s < l->data->rows; s++) {
        const real *x = l->data->x + s * p, share = weight(l, theta, x);
        for (size_t i = 0; i < n; i++) {
            const real factor = share * (i < p ? x[i] : 1);
            blas_add(p, factor, x, h + i * n);
            if (l->intercept)
                h[i * n + p] += factor;
        }
    }
}

void logistic_hessian_vector(size_t n, const real *theta, const real *v, real *hv,
                             void *logistic)
{
    const struct logistic *l = logistic;
    const size_t p = l->data->features;
    memset(hv, 0, n * sizeof *hv);
    blas_add(p, l->l2, v, hv);
    for (size_t s = 0; s < l->data->rows; s++) {
        const real *x = l->data->x + s * p;
        const real share = weight(l, theta, x) * along(l, v, x);
        blas_add(p, share, x, hv);
        if (l->intercept)
            hv[p] += share;
    }
}
