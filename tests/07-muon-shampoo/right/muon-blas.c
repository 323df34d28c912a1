/* With whole-array operations throughout. */
#include "optim/blas.h"
#include "optim/muon.h"

#include <string.h>
#include <tgmath.h>

real muon_scale(enum muon_scale scale, size_t rows, size_t cols)
{
    const double m = (double)rows, n = (double)cols;
    switch (scale) {
    case MUON_SCALE_ASPECT:
        return (real)(m <= n ? 1 : sqrt(m) / sqrt(n));
    case MUON_SCALE_RMS:
        return (real)sqrt(fmax(m, n) / 25);
    }
    return (real)NAN;
}

enum descent_status muon_step(struct muon *muon, real *w, const real *g)
{
    const struct muon_config *c = &muon->config;
    const size_t n = muon->rows * muon->cols;
    const real fresh = c->momentum == MUON_SUM ? 1 : 1 - c->beta;
    real *d = muon->d;
    if (!isfinite(blas_norm(n, g)))
        return DESCENT_ENAN;
    blas_scale(n, c->beta, muon->b);
    blas_add(n, fresh, g, muon->b);
    memcpy(d, muon->b, n * sizeof *d);
    if (c->nesterov) {
        blas_scale(n, c->beta, d);
        blas_add(n, fresh, g, d);
    }
    ++muon->t;
    enum descent_status status = newton_schulz(&muon->ns, c->steps, d, d + n);
    if (status)
        return status;
    const real step = c->lr * muon->schedule;
    blas_scale(n, 1 - step * c->decay, w);
    blas_add(n, -step * muon_scale(c->scale, muon->rows, muon->cols), d + n, w);
    return DESCENT_OK;
}
