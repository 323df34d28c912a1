/* intervals.c: bootstrap intervals of the difference of two methods, from any number of
 * seeds, whichever come first, and for any target. */
#include "../../chapters/12-comparing/figures/seeds.h"
#include "curves.inc" /* CURVES, as they were measured */
#include "lab/figure.h"
#include "lab/rng.h"
#include "live.h"
#include "optim/bootstrap.h"

enum { NUMBER, FIRST, TARGET, LEVEL, DRAWN };

/* Intervals by the dozen have fewer resamples. */
enum { FEWER = 5 };

struct live_setting live_settings[] = {{"number", 10},       {"first", 1},
                                       {"target", 0.3},      {"level", 0.95},
                                       {"drawn", RESAMPLES}, {NULL, 0}};

static const real curves[SEEDS][METHODS][POINTS] = {CURVES};

/* Mean difference, bounds with pairs, bounds without: for the printed numbers of seeds
 * and the chosen one, and for the chosen one from each of the seeds on. */
enum { MIDDLE, LOW, HIGH, LOW_SINGLE, HIGH_SINGLE, ROWS };
static double by_number[ROWS][COUNTS + 1], by_seed[ROWS][SEEDS];

const struct live_result live_results[] = {
    LIVE_ARRAY("middle", by_number[MIDDLE], "intervals.dat 0 2"),
    LIVE_ARRAY("low", by_number[LOW], "intervals.dat 0 3"),
    LIVE_ARRAY("high", by_number[HIGH], "intervals.dat 0 4"),
    LIVE_ARRAY("low.single", by_number[LOW_SINGLE], "intervals.dat 0 5"),
    LIVE_ARRAY("high.single", by_number[HIGH_SINGLE], "intervals.dat 0 6"),
    LIVE_ARRAY("from.middle", by_seed[MIDDLE], NULL),
    LIVE_ARRAY("from.low", by_seed[LOW], NULL),
    LIVE_ARRAY("from.high", by_seed[HIGH], NULL),
    LIVE_ARRAY("from.low.single", by_seed[LOW_SINGLE], NULL),
    LIVE_ARRAY("from.high.single", by_seed[HIGH_SINGLE], NULL),
    {NULL, 0, NULL, NULL},
};

/* The same random numbers for all. */
static real uniform[2 * SEEDS * RESAMPLES];

/* Behind the last seed comes the first again. */
static real steps[METHODS][2 * SEEDS];

static void take_steps(void)
{
    real at[POINTS];
    for (size_t k = 0; k < POINTS; k++)
        at[k] = (real)(EVERY * k);
    for (size_t m = 0; m < METHODS; m++)
        for (size_t s = 0; s < 2 * SEEDS; s++)
            steps[m][s] = steps_to(live_settings[TARGET].value, at, curves[s % SEEDS][m]);
}

/* Both intervals of n seeds from `first` on; the rows of `out` have `stride` numbers. */
static void compare(size_t n, size_t first, size_t resamples, size_t stride, double *out)
{
    static real mean[RESAMPLES];
    const real *a = steps[ADAGRAD] + first, *b = steps[RMSPROP] + first;
    const real level = (real)live_settings[LEVEL].value;
    struct interval interval;
    require(bootstrap_paired(n, a, b, level, resamples, uniform, mean, &interval));
    out[MIDDLE * stride] = (double)interval.middle;
    out[LOW * stride] = (double)interval.low;
    out[HIGH * stride] = (double)interval.high;
    require(bootstrap_unpaired(n, a, b, level, resamples, uniform, mean, &interval));
    out[LOW_SINGLE * stride] = (double)interval.low;
    out[HIGH_SINGLE * stride] = (double)interval.high;
}

void live_run(void)
{
    const size_t number = (size_t)live_settings[NUMBER].value;
    const size_t first = (size_t)live_settings[FIRST].value - 1;
    const size_t resamples = (size_t)live_settings[DRAWN].value;
    struct rng rng = rng_seed(FIRST_SEED);
    for (size_t k = 0; k < 2 * SEEDS * resamples; k++)
        uniform[k] = (real)rng_uniform(&rng);
    take_steps();
    for (size_t k = 0; k <= COUNTS; k++)
        compare(k < COUNTS ? seed_counts[k] : number, first, resamples, COUNTS + 1,
                by_number[0] + k);
    for (size_t s = 0; s < SEEDS; s++)
        compare(number, s, resamples / FEWER, SEEDS, by_seed[0] + s);
}
