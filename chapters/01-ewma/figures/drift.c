/* drift.c: rounding errors of a running sum. */
#include "lab/rng.h"
#include "optim/sma.h"
#include "shared.h"

enum { drift_window = 100, drift_samples = 1 << 22 };

/* Adds the squared errors of the naive sum in double and in single precision in the end,
 * and finds the largest error of src/optim/sma.c after 1, 2, 4, … samples. */
static void add_drift(uint64_t seed, double error[2], double *largest)
{
    struct rng rng = rng_seed(seed);
    double ring[drift_window] = {0};
    double sum = 0;
    float single = 0;
    struct sma sma;
    require(sma_init(&sma, drift_window));
    for (size_t t = 1; t <= drift_samples; t++) {
        double *oldest = &ring[t % drift_window];
        double x = rng_uniform(&rng);
        sum += x - *oldest;
        single += (float)x - (float)*oldest;
        *oldest = x;
        sma_update(&sma, (real)x);
        if (t & (t - 1))
            continue;
        long double exact = 0, exact_single = 0;
        for (int k = 0; k < drift_window; k++) {
            exact += ring[k];
            exact_single += (float)ring[k];
        }
        *largest = fmax(*largest, fabs((double)(sma.sum - exact)));
        if (t < drift_samples)
            continue;
        error[0] += square((double)(sum - exact));
        error[1] += square((double)(single - exact_single));
    }
    sma_free(&sma);
}

/* Rounding errors of running means of uniform samples. Between 32 and 64, where the sum
 * of 100 of them lies, doubles are 2^-47 apart: t roundings leave 2^-47 sqrt(t / 12). */
static void run_drift(FILE *facts)
{
    enum { seeds = 10 };
    double error[2] = {0}, largest = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++)
        add_drift(seed, error, &largest);
    figure_fact(facts, "drift-samples", "%.1f", drift_samples / 1e6);
    figure_fact(facts, "drift-theory", "%.1e",
                ldexp(sqrt(drift_samples / 12.0), -47) / drift_window);
    figure_fact(facts, "drift-naive", "%.1e", sqrt(error[0] / seeds) / drift_window);
    figure_fact(facts, "drift-single", "%.1e", sqrt(error[1] / seeds) / drift_window);
    /* An upper bound is rounded up. */
    figure_fact(facts, "drift-fresh", "%.1fe-16",
                ceil(largest / drift_window * 1e17) / 10);
}

/* A series of ones with one huge sample: the mean after the sample has gone. */
static void run_glitch(FILE *facts)
{
    enum { n = 1000, window = 100, when = 250 };
    real ring[window] = {0};
    real sum = 0;
    struct sma sma;
    require(sma_init(&sma, window));
    for (size_t t = 0; t < n; t++) {
        real x = t == when ? (real)1e20 : 1;
        sum += x - ring[t % window];
        ring[t % window] = x;
        sma_update(&sma, x);
    }
    figure_fact(facts, "glitch-naive", "%.2f", sum / window);
    figure_fact(facts, "glitch-fresh", "%.2f", sma_value(&sma));
    sma_free(&sma);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    run_drift(facts);
    run_glitch(facts);
}
