/* adafactor-factors.c: the roots of rows and columns one after the other. */
#include "optim/adafactor.h"

#include <tgmath.h>

static real divisor(const struct adafactor *a, real total, size_t i, size_t j)
{
    return a->v ? sqrt(a->v[i * a->cols + j])
                : sqrt(a->r[i]) / sqrt(total) * sqrt(a->c[j]);
}

static void average(real *old, real share, real now)
{
    *old = (1 - share) * *old + share * now;
}

void adafactor_step(struct adafactor *a, real *theta, const real *g)
{
    a->t = a->t + 1;
    const real share = 1 / pow((real)a->t, a->config.exponent);
    const real n = (real)(a->rows * a->cols);
    real total = 0, updates = 0, size = 0;
    if (a->c)
        for (size_t j = 0; j < a->cols; j++) {
            real sum = 0;
            for (size_t i = 0; i < a->rows; i++)
                sum += a->config.eps1 + g[i * a->cols + j] * g[i * a->cols + j];
            average(&a->c[j], share, sum);
            total += a->c[j];
        }
    for (size_t i = 0; i < a->rows; i++) {
        real sum = 0;
        for (size_t j = 0; j < a->cols; j++) {
            const real square = a->config.eps1 + g[i * a->cols + j] * g[i * a->cols + j];
            sum += square;
            if (a->v)
                average(&a->v[i * a->cols + j], share, square);
        }
        if (a->r)
            average(&a->r[i], share, sum);
    }
    for (size_t i = 0; i < a->rows; i++)
        for (size_t j = 0; j < a->cols; j++) {
            const real u = g[i * a->cols + j] / divisor(a, total, i, j);
            updates += u * u / n;
            size += theta[i * a->cols + j] * theta[i * a->cols + j] / n;
        }
    real rate = a->config.lr;
    if (a->config.fading && rate > 1 / sqrt((real)a->t))
        rate = 1 / sqrt((real)a->t);
    if (a->config.relative)
        rate *= sqrt(size) > a->config.eps2 ? sqrt(size) : a->config.eps2;
    const real longest = sqrt(updates) / a->config.clip;
    for (size_t i = 0; i < a->rows; i++)
        for (size_t j = 0; j < a->cols; j++) {
            const real u = g[i * a->cols + j] / divisor(a, total, i, j);
            theta[i * a->cols + j] -= rate * (longest <= 1 ? u : u / longest);
        }
}
