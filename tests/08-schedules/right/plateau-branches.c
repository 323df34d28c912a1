/* Correct: every state in a branch of its own. */
#include "optim/plateau.h"

#include <math.h>

bool plateau_read(struct plateau *p, real loss)
{
    const struct plateau_config *c = &p->config;
    real goal = p->best;
    if (isfinite(goal))
        goal -=
            c->relative_to == PLATEAU_ABSOLUTE ? c->threshold : c->threshold * fabs(goal);
    bool better = isless(loss, goal);
    if (better)
        p->best = loss;
    if (p->cooling > 0) {
        p->cooling--;
        p->bad = 0;
        return false;
    }
    if (better) {
        p->bad = 0;
        return false;
    }
    if (p->bad < c->patience) {
        p->bad++;
        return false;
    }
    real next = p->rate * c->factor;
    if (!(next > c->least))
        next = c->least;
    bool smaller = next < p->rate;
    p->rate = next;
    p->reductions += smaller ? 1 : 0;
    p->bad = 0;
    p->cooling = c->cooldown;
    return smaller;
}
