/* As Moonlight's program has it: decay first, an adjusted learning rate; the momentum as
 * an interpolation, as Keller Jordan's has it. */
#include "optim/blas.h"
#include "optim/muon.h"

#include <tgmath.h>

real muon_scale(enum muon_scale scale, size_t rows, size_t cols)
{
    if (scale == MUON_SCALE_ASPECT)
        return sqrt(fmax((real)1, (real)rows / (real)cols));
    return (real)0.2 * sqrt((real)(rows > cols ? rows : cols));
}

static real blend(real a, real b, real share)
{
    return a + share * (b - a);
}

enum descent_status muon_step(struct muon *muon, real *w, const real *g)
{
    const size_t n = muon->rows * muon->cols;
    const real beta = muon->config.beta, lr = muon->schedule * muon->config.lr;
    if (!isfinite(blas_norm(n, g)))
        return DESCENT_ENAN;
    for (size_t i = 0; i < n; i++) {
        real *b = &muon->b[i], *d = &muon->d[i];
        if (muon->config.momentum == MUON_EMA) {
            *b = blend(*b, g[i], 1 - beta);
            *d = muon->config.nesterov ? blend(g[i], *b, beta) : *b;
        } else {
            *b = beta * *b + g[i];
            *d = muon->config.nesterov ? g[i] + beta * *b : *b;
        }
    }
    muon->t += 1;
    enum descent_status status =
        newton_schulz(&muon->ns, muon->config.steps, muon->d, muon->d + n);
    if (status)
        return status;
    const real adjusted = lr * muon_scale(muon->config.scale, muon->rows, muon->cols);
    for (size_t i = 0; i < n; i++) {
        w[i] *= 1 - lr * muon->config.decay;
        w[i] -= adjusted * muon->d[n + i];
    }
    return DESCENT_OK;
}
