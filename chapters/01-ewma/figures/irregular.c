/* irregular.c: a sensor that falls silent. */
#include "lab/series.h"
#include "optim/ewma_decay.h"
#include "optim/ewma_irregular.h"
#include "shared.h"

static double sensor_level(double time)
{
    return sin(time / 40);
}

/* A sensor that reports about once a second, is silent from 100 s to 200 s, and is read
 * by an average that counts samples and one that counts seconds, both of half-life 10.
 * Writes a table if `file` is not NULL. Returns the mean square errors in the 20 s
 * after it. */
static void read_sensor(uint64_t seed, FILE *file, double error[2])
{
    enum { n = 250 };
    struct rng rng = rng_seed(seed);
    real times[n];
    series_times(n, times, &rng);
    struct ewma_corrected counted = new_corrected(ewma_lambda_from_halflife(10));
    struct ewma_irregular timed;
    require(ewma_irregular_init(&timed, 10));
    double total[2] = {0};
    int taken = 0;
    for (int i = 0; i < n; i++) {
        double now = times[i] + (times[i] > 100 ? 100 : 0);
        real x = (real)(sensor_level(now) + 0.2 * rng_normal(&rng));
        ewma_corrected_update(&counted, x);
        require(ewma_irregular_update(&timed, (real)now, x));
        double value[2] = {ewma_corrected_value(&counted), ewma_irregular_value(&timed)};
        if (file && now < 300)
            fprintf(file, "%.5g %.5g %.5g %.5g %.5g\n", now, sensor_level(now), x,
                    value[0], value[1]);
        if (now < 200 || now > 220)
            continue;
        taken++;
        for (int k = 0; k < 2; k++)
            total[k] += square(value[k] - sensor_level(now));
    }
    for (int k = 0; k < 2; k++)
        error[k] = taken ? total[k] / taken : 0;
}

static void run_irregular(const char *directory, FILE *facts)
{
    enum { seeds = 100 };
    double sum[2] = {0}, error[2];
    FILE *file = figure_open(directory, "irregular.dat");
    fprintf(file, "# time level sample counted timed\n");
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        read_sensor(seed, seed == 1 ? file : NULL, error);
        for (int k = 0; k < 2; k++)
            sum[k] += error[k] / seeds;
    }
    figure_close(file);
    figure_fact(facts, "silence-counted", "%.2f", sqrt(sum[0]));
    figure_fact(facts, "silence-timed", "%.2f", sqrt(sum[1]));
}

void experiment(const char *directory, FILE *facts)
{
    run_irregular(directory, facts);
}
