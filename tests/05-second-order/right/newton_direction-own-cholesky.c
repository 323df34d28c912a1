/* newton_direction-own-cholesky.c: the factorization and both solves by hand. */
#include "optim/newton_direction.h"

#include <math.h>
#include <stdbool.h>

static bool factorize(size_t n, const real *h, real shift, real *l)
{
    for (size_t j = 0; j < n; j++) {
        real pivot = h[j * n + j] + shift;
        for (size_t k = 0; k < j; k++)
            pivot -= l[j * n + k] * l[j * n + k];
        if (!(pivot > 0))
            return false;
        l[j * n + j] = sqrt(pivot);
        for (size_t i = j + 1; i < n; i++) {
            real sum = h[i * n + j];
            for (size_t k = 0; k < j; k++)
                sum -= l[i * n + k] * l[j * n + k];
            l[i * n + j] = sum / l[j * n + j];
        }
    }
    return true;
}

static void solve(size_t n, const real *l, real *d)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++)
            d[i] -= l[i * n + k] * d[k];
        d[i] /= l[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++)
            d[i] -= l[k * n + i] * d[k];
        d[i] /= l[i * n + i];
    }
}

enum descent_status newton_direction(size_t n, const real *h, const real *g, real *factor,
                                     real *d, real *shift)
{
    real squares = 0, least = INFINITY, sum = 0;
    for (size_t i = 0; i < n * n; i++)
        squares += h[i] * h[i];
    for (size_t i = 0; i < n; i++) {
        least = fmin(least, h[i * n + i]);
        sum += fabs(g[i]);
        d[i] = 0;
    }
    if (shift)
        *shift = n ? (real)NAN : 0;
    if (n == 0)
        return DESCENT_OK;
    if (!isfinite(squares) || !isfinite(sum))
        return DESCENT_ENAN;
    const real beta = 0.001 * sqrt(squares);
    real tau = beta == 0 ? 1 : least > 0 ? 0 : beta - least;
    while (!factorize(n, h, tau, factor))
        tau = 2 * tau > beta ? 2 * tau : beta;
    for (size_t i = 0; i < n; i++)
        d[i] = -g[i];
    solve(n, factor, d);
    if (shift)
        *shift = tau;
    return DESCENT_OK;
}
