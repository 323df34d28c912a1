/* adafactor-means.c: with means of rows, as libraries compute it; the state stays
 * sums. */
#include "optim/adafactor.h"

#include <tgmath.h>

void adafactor_step(struct adafactor *a, real *theta, const real *g)
{
    const size_t rows = a->rows, cols = a->cols, n = rows * cols;
    const real t = (real)++a->t, share = pow(t, -a->config.exponent);
    real mean = 0, size = 0, updates = 0;
    for (size_t i = 0; i < n && a->v; i++)
        a->v[i] += share * (g[i] * g[i] + a->config.eps1 - a->v[i]);
    for (size_t i = 0; i < rows && a->r; i++) {
        real sum = (real)cols * a->config.eps1;
        for (size_t j = 0; j < cols; j++)
            sum += g[i * cols + j] * g[i * cols + j];
        a->r[i] += share * (sum - a->r[i]);
        mean += a->r[i] / (real)cols / (real)rows;
    }
    for (size_t j = 0; j < cols && a->c; j++) {
        real sum = (real)rows * a->config.eps1;
        for (size_t i = 0; i < rows; i++)
            sum += g[i * cols + j] * g[i * cols + j];
        a->c[j] += share * (sum - a->c[j]);
    }
    for (int moving = 0; moving < 2; moving++) {
        real rate = a->config.lr;
        if (a->config.fading && rate * rate * t > 1)
            rate = 1 / sqrt(t);
        if (a->config.relative)
            rate *= fmax(sqrt(size / (real)n), a->config.eps2);
        const real most = sqrt(updates / (real)n) / a->config.clip;
        rate = moving && !(most < 1) ? rate / most : rate;
        for (size_t k = 0; k < n; k++) {
            const real v =
                a->v ? a->v[k]
                     : a->r[k / cols] / (real)cols * (a->c[k % cols] / (real)rows) / mean;
            const real u = g[k] * (1 / sqrt(v));
            if (moving)
                theta[k] -= rate * u;
            else
                updates += u * u, size += theta[k] * theta[k];
        }
    }
}
