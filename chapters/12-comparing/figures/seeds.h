/* seeds.h: two methods on the digits with 60 seeds, and when their costs come to a
 * target. */
#ifndef DESCENT_FIGURES_COMPARING_SEEDS_H
#define DESCENT_FIGURES_COMPARING_SEEDS_H

#include "optim/real.h"
#include "optim/time_to_target.h"
#include "scored.h"

#include <tgmath.h>

enum { SEEDS = 60, RESAMPLES = 2000, COUNTS = 5, METHODS = 2 };
enum { RMSPROP, ADAGRAD };
static const size_t seed_counts[COUNTS] = {5, 10, 20, 40, SEEDS};
static const double target = 0.3;

/* With the seeds and the target of the text all come there; with others a run may be cut
 * off. */
static inline real steps_to(double to, const real *at, const real *curve)
{
    return fmin(time_to_target(POINTS, at, curve, (real)to, 0),
                (real)(EVERY * (POINTS - 1)));
}

#endif
