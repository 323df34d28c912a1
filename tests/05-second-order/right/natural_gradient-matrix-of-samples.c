/* natural_gradient-matrix-of-samples.c: one loop for each entry of F, e^-|z| for the
 * weight, and an elimination by hand; the logits by logarithms. */
#include "optim/natural_gradient.h"

#include <math.h>
#include <stdbool.h>

static bool eliminate(size_t p, real *a, real *d)
{
    for (size_t k = 0; k < p; k++) {
        if (!(a[k * p + k] > 0))
            return false;
        for (size_t i = k + 1; i < p; i++) {
            const real factor = a[i * p + k] / a[k * p + k];
            for (size_t j = k; j < p; j++)
                a[i * p + j] -= factor * a[k * p + j];
            d[i] -= factor * d[k];
        }
    }
    for (size_t i = p; i-- > 0;) {
        for (size_t j = i + 1; j < p; j++)
            d[i] -= a[i * p + j] * d[j];
        d[i] /= a[i * p + i];
    }
    return true;
}

static real margin(size_t p, const real *theta, const real *x)
{
    real z = 0;
    for (size_t i = 0; i < p; i++)
        z += theta[i] * x[i];
    return z;
}

static enum descent_status fill(size_t m, size_t p, const real *x, const size_t *label,
                                const real *theta, real damping, real *fisher, real *d)
{
    if (m == 0 || !(damping >= 0) || isinf(damping))
        return DESCENT_ERANGE;
    for (size_t s = 0; s < m; s++)
        if (label[s] != 0 && label[s] != 1)
            return DESCENT_ERANGE;
    real check = 0;
    for (size_t i = 0; i < p; i++)
        for (size_t j = 0; j < p; j++) {
            real sum = 0, slope = 0;
            for (size_t s = 0; s < m; s++) {
                const real z = margin(p, theta, x + s * p), e = exp(-fabs(z));
                const real sigma = z >= 0 ? 1 / (1 + e) : e / (1 + e);
                sum += e / ((1 + e) * (1 + e)) * x[s * p + i] * x[s * p + j];
                slope += (sigma - (real)label[s]) * x[s * p + i];
            }
            fisher[i * p + j] = sum / (real)m + (i == j ? damping : 0);
            d[i] = -slope / (real)m;
            check += fisher[i * p + j] + d[i];
        }
    if (!isfinite(check))
        return DESCENT_ENAN;
    return eliminate(p, fisher, d) ? DESCENT_OK : DESCENT_ESINGULAR;
}

enum descent_status natural_logistic(size_t m, size_t p, const real *x,
                                     const size_t *label, const real *theta, real damping,
                                     real *fisher, real *d)
{
    enum descent_status status = fill(m, p, x, label, theta, damping, fisher, d);
    for (size_t i = 0; status && i < p; i++)
        d[i] = 0;
    return status;
}

enum descent_status natural_categorical(size_t k, const real *z, const real *g, real *d)
{
    real top = -INFINITY, sum = 0, mean = 0, center = 0, all = 0, least = INFINITY;
    for (size_t i = 0; i < k; i++) {
        top = z[i] > top ? z[i] : top;
        all += 0 * z[i] + 0 * g[i];
        d[i] = 0;
    }
    if (isnan(all))
        return DESCENT_ENAN;
    for (size_t i = 0; i < k; i++) {
        sum += exp(z[i] - top);
        mean += g[i];
        least = fmin(least, exp(z[i] - top));
    }
    if (k > 0 && least / sum == 0)
        return DESCENT_ERANGE;
    for (size_t i = 0; i < k; i++) {
        d[i] = -(g[i] - mean / (real)k) * sum / exp(z[i] - top);
        center += d[i];
    }
    center /= (real)(k ? k : 1);
    bool finite = true;
    for (size_t i = 0; i < k; i++) {
        d[i] -= center;
        finite = finite && isfinite(d[i]);
    }
    for (size_t i = 0; !finite && i < k; i++)
        d[i] = 0;
    return finite ? DESCENT_OK : DESCENT_ERANGE;
}
