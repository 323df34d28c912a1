/* Correct: the best is multiplied by 1 - threshold or 1 + threshold, by its sign. */
#include "optim/plateau.h"

#include <math.h>

static real goal(const struct plateau *p)
{
    const real share = p->best > 0 ? 1 - p->config.threshold : 1 + p->config.threshold;
    if (isinf(p->best))
        return p->best;
    return p->config.relative_to == PLATEAU_RELATIVE ? p->best * share
                                                     : p->best - p->config.threshold;
}

bool plateau_read(struct plateau *p, real loss)
{
    const real before = p->rate;
    if (loss < goal(p)) {
        p->best = loss;
        p->bad = 0;
    } else {
        p->bad += 1;
    }
    if (p->cooling != 0) {
        p->cooling -= 1;
        p->bad = 0;
    }
    if (p->bad <= p->config.patience)
        return false;
    p->bad = 0;
    p->cooling = p->config.cooldown;
    p->rate *= p->config.factor;
    if (p->rate < p->config.least)
        p->rate = p->config.least;
    if (p->rate < before)
        p->reductions += 1;
    return p->rate < before;
}
