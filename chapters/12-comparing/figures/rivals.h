/* rivals.h: one method with given settings on the digits, seed by seed. */
#ifndef DESCENT_FIGURES_COMPARING_RIVALS_H
#define DESCENT_FIGURES_COMPARING_RIVALS_H

#include "lab/contest.h"
#include "scored.h"
#include "shared.h"

/* A method of the contest, and its settings. */
struct rival {
    const char *name;
    real point[CONTEST_DIMS];
};

static inline const struct contestant *contestant_named(const char *name)
{
    const struct contestant *c = contestants;
    while (c->name && strcmp(c->name, name) != 0)
        c++;
    if (!c->name)
        figure_fail("no such contestant");
    return c;
}

/* 200 steps; scores every 10. What has diverged has NaN at the end. */
static inline void run_rival(struct task *task, const struct contestant *c,
                             const real *point, uint64_t seed, real *step, real *value)
{
    enum descent_status status = contest_trial(task, c, point, seed, EVERY * (POINTS - 1),
                                               EVERY, step, value, NULL);
    require(status == DESCENT_ENAN ? DESCENT_OK : status);
}

#endif
