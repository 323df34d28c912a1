/** @exercise 10.2 The largest scale that works
 *  @points 10
 *
 *  In fp16 a gradient below $2^{-25}$ is 0. Multiply the loss by a scale $S$, and all
 *  gradients are $S$ times as large; divide them by $S$ in higher precision before the
 *  step. Too small an $S$ loses gradients, too large a one makes them infinite. Nobody
 *  knows the right one, and it changes. So one tries: after an overflow $S$ is halved and
 *  the step is skipped, and after a number of good gradients in a row $S$ is doubled.
 *
 *  Write what the state machine does with a gradient. The header has the rules. The
 *  gradient was made with the scale as it was, so it is that one that it is divided by.
 *
 *  @hint Look at all numbers before you change one. Is there a test that an infinity and
 *        a NaN both fail? What must be set back to 0, and when?
 *  @hint First whether all are finite. If not: scale times backoff, but at least `least`;
 *        `good` is 0; one more skipped; return. If so: divide all by the scale; one more
 *        good; and if that makes `interval` of them, `good` is 0 and the scale grows, but
 *        to `most` at most.
 *  @plot climb t scale
 *  @commentary The scale climbs until it overflows, comes down by one, and tries again
 *  after every interval: the price is one skipped step in about 2000. The division should
 *  not be done in fp16, or what was saved is lost again. With several processes all must
 *  agree: one overflow anywhere skips the step everywhere. */
#include "optim/loss_scaler.h"
#include "optim/todo.h"

#include <tgmath.h>

bool loss_scaler_take(struct loss_scaler *scaler, size_t n, real *g)
{
    // BEGIN SOLUTION
    const struct loss_scaler_config *config = &scaler->config;
    bool finite = true;
    for (size_t i = 0; i < n; i++)
        finite &= isfinite(g[i]) != 0;
    if (!finite) {
        scaler->scale = fmax(scaler->scale * config->backoff, config->least);
        scaler->good = 0;
        scaler->skipped++;
        return false;
    }
    for (size_t i = 0; i < n; i++)
        g[i] /= scaler->scale;
    scaler->good++;
    if (scaler->good == config->interval) {
        scaler->scale = fmin(scaler->scale * config->growth, config->most);
        scaler->good = 0;
    }
    return true;
    // END SOLUTION
}
