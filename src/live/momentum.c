/* momentum.c: a penalty that goes through the velocity, and a decay that does not. */
#include "../../chapters/06-adamw/figures/shared.h"
#include "live.h"
#include "optim/heavy_ball.h"
#include "optim/l2_momentum.h"

enum { STEPS = 120 };
enum { PULL, BETA };

/* pull: η λ of the penalty. */
struct live_setting live_settings[] = {{"pull", 0.02}, {"beta", 0.9}, {NULL, 0}};

static double penalty[STEPS + 1], closed[STEPS + 1], decay[STEPS + 1], lowest[1],
    limit[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("penalty", penalty, "momentum.dat 0 2"),
    LIVE_ARRAY("closed", closed, "momentum.dat 0 3"),
    LIVE_ARRAY("decay", decay, "momentum.dat 0 4"),
    LIVE_ARRAY("lowest", lowest, NULL),
    LIVE_ARRAY("limit", limit, NULL), /* above (1 - √β)² it swings */
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const real lr = (real)0.1, beta = (real)live_settings[BETA].value;
    const real l2 = (real)(live_settings[PULL].value / 0.1);
    struct heavy_ball ball;
    struct sgdw sgdw;
    require(heavy_ball_init(
        &ball, 1, (struct heavy_ball_config){lr, beta, 0, l2, MOMENTUM_LR_OUTSIDE}));
    require(sgdw_init(&sgdw, 1,
                      (struct sgdw_config){lr, beta, l2 / (1 - beta), DECAY_TIMES_LR}));
    real penalized = 1, decayed = 1, g = 0;
    *lowest = 1;
    for (int t = 0; t <= STEPS; t++) {
        if (t > 0) {
            heavy_ball_step(&ball, &penalized, &g);
            sgdw_step(&sgdw, &decayed, &g);
        }
        penalty[t] = (double)penalized;
        closed[t] = (double)l2_momentum_left(lr, beta, l2, (uint64_t)t);
        decay[t] = (double)decayed;
        *lowest = fmin(*lowest, penalty[t]);
    }
    *limit = square(1 - sqrt(live_settings[BETA].value));
    heavy_ball_free(&ball);
    sgdw_free(&sgdw);
}
