/* escape.c: two valleys, and how long noisy descent stays in the higher one. */
#include "two_valleys.h"

enum { RUNS = 60, LIMIT = 400000, RATES = 2, BATCHES = 5, STEPS = 3000, SHOWN = 2 };
static const double rates[RATES] = {0.05, 0.1};
static const size_t batches[RATES][BATCHES] = {{1, 2, 3, 4, 5}, {2, 4, 6, 8, 10}};
static struct escape_chain chain_of(double lr, size_t batch)
{
    return (struct escape_chain){
        slope, NULL, (real)lr, (real)deviation, batch, (real)flat(0.1), (real)INFINITY};
}

static struct escape_estimate measure(double lr, size_t batch, struct rng *rng)
{
    const struct escape_chain chain = chain_of(lr, batch);
    const real start = (real)flat(0.95);
    size_t time[RUNS];
    for (size_t i = 0; i < RUNS; i++)
        time[i] = escape_time(&chain, start, LIMIT, draw_noise, rng);
    return escape_mean(RUNS, time, LIMIT);
}

static void write_paths(const char *directory)
{
    struct rng rng = rng_seed(FIRST_SEED);
    FILE *file = figure_open(directory, "paths.dat");
    real still = 1.5, noisy = 1.5;
    fprintf(file, "# step, descent, with noise; rate 0.1, batches of 2\n");
    for (size_t t = 0; t <= STEPS; t++) {
        if (t % 3 == 0)
            fprintf(file, "%zu %.4g %.4g\n", t, (double)still, (double)noisy);
        still -= (real)0.1 * slope(still, NULL);
        noisy = noisy_step(noisy, 0.1, SHOWN, &rng);
    }
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    struct rng rng = rng_seed(100 + FIRST_SEED);
    double x[RATES * BATCHES], y[RATES * BATCHES], ratio[RATES] = {0};
    FILE *file = figure_open(directory, "times.dat");
    write_paths(directory);
    fprintf(file, "# b / η, steps: mean, error, Kramers; an index for each rate\n");
    for (size_t r = 0; r < RATES; r++) {
        for (size_t k = 0; k < BATCHES; k++) {
            const size_t batch = batches[r][k], i = r * BATCHES + k;
            const struct escape_estimate e = measure(rates[r], batch, &rng);
            x[i] = (double)batch / rates[r];
            y[i] = log((double)e.mean * rates[r]);
            ratio[r] += (double)e.mean / kramers(rates[r], batch) / BATCHES;
            fprintf(file, "%.4g %.4g %.4g %.4g\n", x[i], (double)e.mean * rates[r],
                    (double)e.error * rates[r], kramers(rates[r], batch) * rates[r]);
        }
        fprintf(file, "\n\n");
    }
    figure_close(file);
    double mx = 0, my = 0, xy = 0, xx = 0;
    for (size_t i = 0; i < RATES * BATCHES; i++) {
        mx += x[i] / (RATES * BATCHES);
        my += y[i] / (RATES * BATCHES);
    }
    for (size_t i = 0; i < RATES * BATCHES; i++) {
        xy += (x[i] - mx) * (y[i] - my);
        xx += square(x[i] - mx);
    }
    const double barrier = height(flat(0.1)) - height(flat(0.95));
    figure_fact(facts, "escape-slope", "%.3f", xy / xx);
    figure_fact(facts, "escape-theory", "%.3f", 2 * barrier / square(deviation));
    figure_fact(facts, "escape-ratio-05", "%.2f", ratio[0]);
    figure_fact(facts, "escape-ratio-1", "%.2f", ratio[1]);
    figure_fact(facts, "escape-barrier", "%.3f", barrier);
    figure_fact(facts, "escape-valley", "%.2f", flat(0.95));
    figure_fact(facts, "escape-pass", "%.2f", flat(0.1));
}
