/* passes.c: five methods on a finite sum, by passes over its samples, each with a step of
 * choice: a power of 2 over L. */
#include "../../chapters/04-variance-reduction/figures/shared.h"
#include "live.h"

enum { PASSES = 40 };
enum { SEEDS_RUN, L2, POWER };

/* The powers are those that the printed figure found best. */
struct live_setting live_settings[] = {{"seeds", 5}, {"l2", 1},  {"gd", 3},
                                       {"sgd", -5},  {"sag", 1}, {"saga", -5},
                                       {"svrg", -4}, {NULL, 0}};

static double gap[METHODS][PASSES + 1];

const struct live_result live_results[] = {
    LIVE_ARRAY("gd", gap[0], "small.dat 0 2"),
    LIVE_ARRAY("sgd", gap[1], "small.dat 0 3"),
    LIVE_ARRAY("sag", gap[2], "small.dat 0 4"),
    LIVE_ARRAY("saga", gap[3], "small.dat 0 5"),
    LIVE_ARRAY("svrg", gap[4], "small.dat 0 6"),
    {NULL, 0, NULL, NULL},
};

/* The geometric mean over the seeds; NaN from where a run is lost. */
static void race(const struct sums *sums, int method)
{
    const int seeds = (int)live_settings[SEEDS_RUN].value;
    const double lr =
        ldexp(1, (int)live_settings[POWER + method].value) / (double)sums->L;
    double mean[PASSES + 1] = {0}, one[PASSES + 1];
    for (int s = 1; s <= seeds; s++) {
        run_gaps(sums, method, lr, (uint64_t)s, PASSES, one);
        for (int k = 0; k <= PASSES; k++)
            mean[k] += log10(fmax(one[k], 1e-300)) / seeds;
    }
    for (int k = 0; k <= PASSES; k++)
        gap[method][k] = isfinite(mean[k]) ? pow(10, mean[k]) : NAN;
}

void live_run(void)
{
    struct sums sums;
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(1);
    config.l2 = (real)live_settings[L2].value;
    require(sums_draw(&sums, &config, &rng));
    for (int method = 0; method < METHODS; method++)
        race(&sums, method);
    sums_free(&sums);
}
