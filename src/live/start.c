/* start.c: the start of an average, from zero, from the first sample, and corrected. */
#include "../../chapters/01-ewma/figures/shared.h"
#include "lab/rng.h"
#include "live.h"

enum { SAMPLES = 300 };
enum { LAMBDA, NOISE, SEED };

struct live_setting live_settings[] = {
    {"lambda", 0.99}, {"noise", 0.5}, {"seed", 1}, {NULL, 0}};

static double sample[SAMPLES], zero[SAMPLES], first[SAMPLES], corrected[SAMPLES],
    within[3];

const struct live_result live_results[] = {
    LIVE_ARRAY("sample", sample, "start.dat 0 2"),
    LIVE_ARRAY("zero", zero, "start.dat 0 3"),
    LIVE_ARRAY("first", first, "start.dat 0 4"),
    LIVE_ARRAY("corrected", corrected, "start.dat 0 5"),
    LIVE_ARRAY("within", within,
               NULL), /* the sample after which each stays within 10 % */
    {NULL, 0, NULL, NULL},
};

static double settles(const double *value)
{
    int t = SAMPLES;
    while (t > 0 && fabs(value[t - 1] - 1) < 0.1)
        t--;
    return t;
}

void live_run(void)
{
    const double lambda = live_settings[LAMBDA].value;
    struct rng rng = rng_seed((uint64_t)live_settings[SEED].value);
    struct ewma from_zero = new_ewma(lambda, EWMA_START_ZERO, 1);
    struct ewma from_first = new_ewma(lambda, EWMA_START_FIRST, 1);
    struct ewma_corrected repaired = new_corrected(lambda);
    for (int t = 0; t < SAMPLES; t++) {
        const real x = (real)(1 + live_settings[NOISE].value * rng_normal(&rng));
        ewma_update(&from_zero, x);
        ewma_update(&from_first, x);
        ewma_corrected_update(&repaired, x);
        sample[t] = (double)x;
        zero[t] = (double)ewma_value(&from_zero);
        first[t] = (double)ewma_value(&from_first);
        corrected[t] = (double)ewma_corrected_value(&repaired);
    }
    within[0] = settles(zero), within[1] = settles(first), within[2] = settles(corrected);
}
