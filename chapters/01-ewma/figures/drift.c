/* drift.c: rounding errors of a running sum. */
#include "lab/rng.h"
#include "optim/sma.h"
#include "shared.h"

enum { drift_window = 100, drift_points = 23 };

/* Adds the squared errors of three running means after 1, 2, 4, … samples: the naive
 * sum in double and in single precision, and src/optim/sma.c. */
static void add_drift(uint64_t seed, double error[drift_points][3])
{
    struct rng rng = rng_seed(seed);
    double ring[drift_window] = {0};
    double sum = 0;
    float single = 0;
    struct sma sma;
    require(sma_init(&sma, drift_window));
    for (size_t t = 1; t <= (size_t)1 << (drift_points - 1); t++) {
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
        double *e = error[(int)log2((double)t)];
        e[0] += square((double)(sum - exact));
        e[1] += square((double)(single - exact_single));
        e[2] += square((double)(sma.sum - exact));
    }
    sma_free(&sma);
}

/* Rounding errors of running means of uniform samples. Between 32 and 64, where the sum
 * of 100 of them lies, doubles are 2^-47 apart: t roundings leave 2^-47 sqrt(t / 12). */
static void run_drift(FILE *facts)
{
    enum { seeds = 10, last = drift_points - 1 };
    double error[drift_points][3] = {{0}}, rms[3] = {0}, worst = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++)
        add_drift(seed, error);
    for (int p = 0; p <= last; p++) {
        for (int k = 0; k < 3; k++)
            rms[k] = sqrt(error[p][k] / seeds) / drift_window;
        worst = fmax(worst, rms[2]);
    }
    double samples = ldexp(1, last);
    figure_fact(facts, "drift-samples", "%.1f", samples / 1e6);
    figure_fact(facts, "drift-theory", "%.1e",
                ldexp(sqrt(samples / 12), -47) / drift_window);
    figure_fact(facts, "drift-naive", "%.1e", rms[0]);
    figure_fact(facts, "drift-single", "%.1e", rms[1]);
    figure_fact(facts, "drift-fresh", "%.1e", worst);
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
