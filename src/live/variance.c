/* variance.c: how far each method's estimate is from the gradient, and what SAG and SGD
 * can see of the gradient themselves; by the functions of the experiment. */
#include "../../chapters/04-variance-reduction/figures/variance.c"
#include "live.h"

enum { SEEDS_RUN, STEP };

/* step: η L. */
struct live_setting live_settings[] = {{"seeds", 5}, {"step", 1.0 / 3}, {NULL, 0}};

static double mean_error[METHODS][PASSES + 1], known[2][PASSES + 1], truth[2][PASSES + 1];

const struct live_result live_results[] = {
    LIVE_ARRAY("sgd", mean_error[SGD], "variance.dat 0 2"),
    LIVE_ARRAY("sag", mean_error[SAG], "variance.dat 0 3"),
    LIVE_ARRAY("saga", mean_error[SAGA], "variance.dat 0 4"),
    LIVE_ARRAY("svrg", mean_error[SVRG], "variance.dat 0 5"),
    {"sag.true", PASSES, truth[0] + 1, "stopping.dat 0 2"},
    {"sag.known", PASSES, known[0] + 1, "stopping.dat 0 3"},
    {"sgd.true", PASSES, truth[1] + 1, "stopping.dat 0 4"},
    {"sgd.known", PASSES, known[1] + 1, "stopping.dat 0 5"},
    {NULL, 0, NULL, NULL},
};

static void follow_errors(const struct sums *sums, int method, double lr, double *mean)
{
    const int seeds = (int)live_settings[SEEDS_RUN].value;
    double norm;
    for (int k = 0; k <= PASSES; k++)
        mean[k] = 0;
    for (int seed = 1; seed <= seeds; seed++) {
        struct run run;
        run_begin(&run, sums, method, lr, (uint64_t)seed);
        for (int k = 0; k <= PASSES; k++) {
            while (run.passes < k + 1 - 1e-9)
                run_step(&run);
            mean[k] += log10(fmax(error_of(&run, &norm), 1e-300)) / seeds;
        }
        run_end(&run);
    }
    for (int k = 0; k <= PASSES; k++)
        mean[k] = pow(10, mean[k]);
}

void live_run(void)
{
    struct sums sums;
    small_sums(&sums);
    const double lr = live_settings[STEP].value / (double)sums.L;
    for (int method = SGD; method < METHODS; method++)
        follow_errors(&sums, method, lr, mean_error[method]);
    follow(&sums, SAG, lr, 1, PASSES, known[0], truth[0]);
    follow(&sums, SGD, lr, 1, PASSES, known[1], truth[1]);
    sums_free(&sums);
}
