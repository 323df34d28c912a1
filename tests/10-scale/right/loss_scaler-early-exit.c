/* loss_scaler-early-exit.c: leaves at the first bad number. */
#include "optim/loss_scaler.h"

#include <tgmath.h>

static void back_off(struct loss_scaler *scaler)
{
    const real lower = scaler->config.backoff * scaler->scale;
    scaler->scale = lower >= scaler->config.least ? lower : scaler->config.least;
    scaler->good = 0;
    ++scaler->skipped;
}

bool loss_scaler_take(struct loss_scaler *scaler, size_t n, real *g)
{
    for (size_t i = 0; i < n; i++)
        if (!(fabs(g[i]) <=
              (sizeof(real) == sizeof(float) ? (real)FLT_MAX : (real)DBL_MAX))) {
            back_off(scaler);
            return false;
        }
    for (real *x = g; x < g + n; x++)
        *x = *x / scaler->scale;
    if (++scaler->good < scaler->config.interval)
        return true;
    scaler->good = 0;
    scaler->scale *= scaler->config.growth;
    if (scaler->scale > scaler->config.most)
        scaler->scale = scaler->config.most;
    return true;
}
