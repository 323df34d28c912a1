/* escape.c: noisy descent in two valleys, and Kramers's time. */
#include "../../chapters/11-landscapes/figures/two_valleys.h"
#include "live.h"

/* Every third of 3000 steps is drawn. */
enum { STEPS = 3000, EVERY = 3, POINTS = STEPS / EVERY + 1, CURVE = 121 };
enum { RATE, BATCH, SEED };

struct live_setting live_settings[] = {{"lr", 0.1}, {"batch", 2}, {"seed", 1}, {NULL, 0}};

static double step[POINTS], still[POINTS], noisy[POINTS];
static double x[CURVE], f[CURVE], left[1], predicted[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("step", step, "paths.dat 0 1"),
    LIVE_ARRAY("still", still, "paths.dat 0 2"),
    LIVE_ARRAY("noisy", noisy, "paths.dat 0 3"),
    LIVE_ARRAY("x", x, NULL),
    LIVE_ARRAY("f", f, NULL),
    LIVE_ARRAY("left", left, NULL), /* the first step beyond the pass; NaN if none */
    LIVE_ARRAY("predicted", predicted, NULL), /* Kramers's time, in steps */
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const double lr = live_settings[RATE].value, pass = flat(0.1);
    const size_t batch = (size_t)live_settings[BATCH].value;
    struct rng rng = rng_seed((uint64_t)live_settings[SEED].value);
    real quiet = 1.5, driven = 1.5;
    *left = NAN;
    for (size_t t = 0; t <= STEPS; t++) {
        if (t % EVERY == 0) {
            step[t / EVERY] = (double)t;
            still[t / EVERY] = (double)quiet;
            noisy[t / EVERY] = (double)driven;
        }
        if (isnan(*left) && (double)driven <= pass)
            *left = (double)t;
        quiet -= (real)lr * slope(quiet, NULL);
        driven = noisy_step(driven, lr, batch, &rng);
    }
    for (size_t i = 0; i < CURVE; i++) {
        x[i] = -1.7 + 3.4 * (double)i / (CURVE - 1);
        f[i] = height(x[i]);
    }
    *predicted = kramers(lr, batch);
}
