/* averages.c: an SMA and an EWMA on the noisy series. */
#include "../../chapters/01-ewma/figures/shared.h"
#include "lab/series.h"
#include "live.h"
#include "optim/sma.h"

enum { SAMPLES = 400, JUMP = 200 };
enum { LAMBDA, WINDOW, NOISE };

struct live_setting live_settings[] = {
    {"lambda", 0.95}, {"window", 39}, {"noise", 0.5}, {NULL, 0}};

static double level[SAMPLES], sample[SAMPLES], simple[SAMPLES], weighted[SAMPLES],
    error[2];

const struct live_result live_results[] = {
    LIVE_ARRAY("level", level, "series.dat 0 2"),
    LIVE_ARRAY("sample", sample, "series.dat 0 3"),
    LIVE_ARRAY("sma", simple, "series.dat 0 6"),
    LIVE_ARRAY("ewma", weighted, "series.dat 0 7"),
    LIVE_ARRAY("error", error, NULL), /* root mean square of each average's error */
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    real x[SAMPLES];
    struct rng rng = rng_seed(1);
    struct sma sma;
    struct ewma ewma = new_ewma(live_settings[LAMBDA].value, EWMA_START_FIRST, 1);
    series_noisy(SAMPLES, x, (real)live_settings[NOISE].value, &rng);
    require(sma_init(&sma, (size_t)live_settings[WINDOW].value));
    error[0] = error[1] = 0;
    for (size_t i = 0; i < SAMPLES; i++) {
        sma_update(&sma, x[i]);
        ewma_update(&ewma, x[i]);
        level[i] = (double)series_level(SAMPLES, i);
        sample[i] = (double)x[i];
        simple[i] = (double)sma_value(&sma);
        weighted[i] = (double)ewma_value(&ewma);
        error[0] += square(simple[i] - level[i]) / SAMPLES;
        error[1] += square(weighted[i] - level[i]) / SAMPLES;
    }
    error[0] = sqrt(error[0]), error[1] = sqrt(error[1]);
    sma_free(&sma);
}
