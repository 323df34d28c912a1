/* loss_scaler-sum.c: 0 times each number, added up, is 0 if all are finite; and the state
 * machine counts down in its own way. */
#include "optim/loss_scaler.h"

#include <tgmath.h>

bool loss_scaler_take(struct loss_scaler *scaler, size_t n, real *g)
{
    const real scale = scaler->scale;
    real sum = 0;
    for (size_t i = n; i-- > 0;)
        sum += 0 * g[i];
    if (!(sum == 0)) {
        scaler->skipped += 1;
        scaler->good = 0;
        scaler->scale *= scaler->config.backoff;
        if (scaler->scale < scaler->config.least)
            scaler->scale = scaler->config.least;
        return false;
    }
    scaler->good = (scaler->good + 1) % scaler->config.interval;
    if (scaler->good == 0) {
        const real grown = scale * scaler->config.growth;
        scaler->scale = grown < scaler->config.most ? grown : scaler->config.most;
    }
    const real inverse = 1 / scale;
    for (size_t i = 0; i < n; i++)
        g[i] *= inverse;
    return true;
}
