/* plan.h: every schedule of the chapter by name, as the training loop takes it. */
#ifndef DESCENT_FIGURES_SCHEDULES_PLAN_H
#define DESCENT_FIGURES_SCHEDULES_PLAN_H

#include "optim/one_cycle.h"
#include "optim/plateau.h"
#include "optim/schedules.h"
#include "optim/sgdr.h"
#include "optim/triangular.h"
#include "optim/warmup_cosine.h"
#include "shared.h"

enum plan {
    CONSTANT, /* after the warm-up */
    COSINE,
    STABLE, /* warm-up, stable, decay */
    STEPS,
    EXPONENTIAL,
    PLATEAU,
    TRIANGLES,
    RESTARTS,
    ONE_CYCLE,
    FREE,    /* Schedule-Free AdamW */
    AVERAGE, /* constant, with an average over an epoch */
    AT_ONCE, /* constant from the first step */
    PLANS
};

static const char *const plan_name[PLANS] = {
    "constant",  "cosine",   "stable",    "steps", "exponential", "plateau",
    "triangles", "restarts", "one-cycle", "free",  "average",     "at-once"};

/* The multiplier of a step in a run of so many. A twentieth of the run is warm-up, but
 * for those that have a rise of their own. */
static inline real plan_multiplier(enum plan plan, size_t t, size_t total)
{
    const size_t warmup = total / 20;
    const struct warmup_cosine cosine = {warmup, total, 0};
    const struct wsd stable = {warmup, total * 3 / 10, total, 0, WSD_LINE};
    const struct triangular triangles = {(real)0.01, 1, total / 6, TRIANGULAR_HALVED};
    const struct sgdr restarts = {total / 7, 2, 0};
    struct one_cycle cycle = one_cycle_defaults();
    cycle.total = total;
    switch (plan) {
    case COSINE:
        return warmup_cosine(&cosine, t);
    case STABLE:
        return wsd(&stable, t);
    case STEPS:
        return linear_warmup(warmup, t) * step_decay((total + 2) / 3, (real)0.1, t);
    case EXPONENTIAL:
        return linear_warmup(warmup, t) *
               exponential_decay(pow((real)0.01, 1 / (real)total), t);
    case TRIANGLES:
        return triangular(&triangles, t);
    case RESTARTS:
        return sgdr(&restarts, t);
    case ONE_CYCLE:
        return one_cycle(&cycle, t);
    case AT_ONCE:
        return 1;
    default:
        return linear_warmup(warmup, t);
    }
}

#endif
