/** @exercise 8.3 Wait, then reduce
 *  @points 15
 *
 *  A schedule that needs no plan: keep the rate while the loss falls, and divide it when
 *  the loss has stood still for a while. Three numbers say what "stood still for a
 *  while" is. An improvement smaller than the *threshold* is none. More than *patience*
 *  losses without one, and the rate is reduced. After that, *cooldown* losses do not
 *  count, so that the new rate can show what it does.
 *
 *  It is a small state machine: five numbers and one input. Write what it does with a
 *  loss. The header has the order of the three parts, and the order matters. Losses may
 *  be negative, such as log-likelihoods, or NaN, when a run has blown up.
 *
 *  @hint For each field, ask what must set it back to 0. Can the loss that starts the
 *        cooldown be one that the cooldown counts? What is 99 % of a best loss of -1:
 *        smaller or larger?
 *  @hint One: is the loss below the best less the margin, and if so, what two fields
 *        change? The margin is the threshold times the *size* of the best; while the
 *        best is infinite that is not a number, so ask for any smaller loss there. Two:
 *        if cooling, one less to come, and `bad` is 0. Three: if `bad` exceeds the
 *        patience, the rate falls but not below the least, and two fields start anew.
 *  @plot stairs t rate
 *  @commentary Comparisons with NaN are false, so "is it below" refuses NaN where "is it
 *  not above" would let it in as the best, and then any loss after it. PyTorch multiplies
 *  the best by 1 - threshold, which for a negative best asks for less than an
 *  improvement: a loss that gets worse and worse by little counts as progress. This is
 *  reported as a bug of PyTorch and of optax. */
#include "optim/plateau.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
static bool is_improvement(const struct plateau *plateau, real loss)
{
    const struct plateau_config *config = &plateau->config;
    real margin = config->threshold;
    if (isinf(plateau->best))
        return loss < plateau->best;
    if (config->relative_to == PLATEAU_RELATIVE)
        margin *= fabs(plateau->best);
    return loss < plateau->best - margin;
}

static bool reduce(struct plateau *plateau)
{
    const real before = plateau->rate;
    plateau->rate = fmax(plateau->config.factor * before, plateau->config.least);
    plateau->cooling = plateau->config.cooldown;
    plateau->bad = 0;
    plateau->reductions += plateau->rate < before;
    return plateau->rate < before;
}

// END SOLUTION
bool plateau_read(struct plateau *plateau, real loss)
{
    // BEGIN SOLUTION
    plateau->bad++;
    if (is_improvement(plateau, loss)) {
        plateau->best = loss;
        plateau->bad = 0;
    }
    if (plateau->cooling > 0) {
        plateau->cooling--;
        plateau->bad = 0;
    }
    return plateau->bad > plateau->config.patience && reduce(plateau);
    // END SOLUTION
}
