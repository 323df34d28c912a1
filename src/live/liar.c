/* liar.c: which of two methods is quicker, with each of 60 seeds and any target. */
#include "../../chapters/12-comparing/figures/seeds.h"
#include "curves.inc" /* CURVES, as they were measured */
#include "live.h"

enum { TARGET, SEED };

struct live_setting live_settings[] = {{"target", 0.3}, {"seed", 1}, {NULL, 0}};

static const real curves[SEEDS][METHODS][POINTS] = {CURVES};
static double step[POINTS], cost[METHODS][POINTS], steps[METHODS][SEEDS];

const struct live_result live_results[] = {
    LIVE_ARRAY("step", step, "liar.dat 0 1"),
    LIVE_ARRAY("rmsprop", cost[RMSPROP], "liar.dat 0 2"),
    LIVE_ARRAY("adagrad", cost[ADAGRAD], "liar.dat 0 3"),
    LIVE_ARRAY("steps.rmsprop", steps[RMSPROP], "pairs.dat 0 1"),
    LIVE_ARRAY("steps.adagrad", steps[ADAGRAD], "pairs.dat 0 2"),
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const size_t shown = (size_t)live_settings[SEED].value - 1;
    real at[POINTS];
    for (size_t k = 0; k < POINTS; k++) {
        at[k] = (real)(EVERY * k);
        step[k] = (double)at[k];
    }
    for (size_t m = 0; m < METHODS; m++) {
        for (size_t k = 0; k < POINTS; k++)
            cost[m][k] = (double)curves[shown][m][k];
        for (size_t s = 0; s < SEEDS; s++)
            steps[m][s] = (double)time_to_target(POINTS, at, curves[s][m],
                                                 (real)live_settings[TARGET].value, 0);
    }
}
