/* series.c: the noisy series of the opening, averaged. */
#include "lab/series.h"
#include "optim/sma.h"
#include "shared.h"

/* The noisy series of the opening, with simple averages of two windows, and an SMA and an
 * EWMA of equal span. */
static void run_series(const char *directory)
{
    enum { n = 400, seed = 1 };
    const size_t windows[3] = {10, 80, 39};
    real x[n];
    struct rng rng = rng_seed(seed);
    series_noisy(n, x, (real)0.5, &rng);
    struct sma sma[3];
    for (int k = 0; k < 3; k++)
        require(sma_init(&sma[k], windows[k]));
    struct ewma ewma = new_ewma(0.95, EWMA_START_FIRST, 1);

    FILE *file = figure_open(directory, "series.dat");
    fprintf(file, "# t truth sample sma10 sma80 sma39 ewma\n");
    for (size_t i = 0; i < n; i++) {
        fprintf(file, "%zu %.6g %.6g", i + 1, series_truth(n, i), x[i]);
        for (int k = 0; k < 3; k++) {
            sma_update(&sma[k], x[i]);
            fprintf(file, " %.6g", sma_value(&sma[k]));
        }
        ewma_update(&ewma, x[i]);
        fprintf(file, " %.6g\n", ewma_value(&ewma));
    }
    figure_close(file);
    for (int k = 0; k < 3; k++)
        sma_free(&sma[k]);
}

/* Squared errors of an SMA and an EWMA of equal span in two stretches of the series. */
static void add_errors(uint64_t seed, double sma_error[2], double ewma_error[2])
{
    enum { n = 400 };
    const size_t bounds[2][2] = {{100, 200}, {200, 239}};
    real x[n];
    struct rng rng = rng_seed(seed);
    series_noisy(n, x, (real)0.5, &rng);
    struct sma sma;
    require(sma_init(&sma, 39));
    struct ewma ewma = new_ewma(0.95, EWMA_START_FIRST, 1);
    for (size_t i = 0; i < n; i++) {
        sma_update(&sma, x[i]);
        ewma_update(&ewma, x[i]);
        for (int k = 0; k < 2; k++) {
            if (i < bounds[k][0] || i >= bounds[k][1])
                continue;
            double size = (double)(bounds[k][1] - bounds[k][0]);
            sma_error[k] += square(sma_value(&sma) - series_truth(n, i)) / size;
            ewma_error[k] += square(ewma_value(&ewma) - series_truth(n, i)) / size;
        }
    }
    sma_free(&sma);
}

/* SMA against EWMA on 100 seeds: the root mean square error in each stretch, and how
 * often the EWMA has the smaller one. */
static void compare_errors(FILE *facts)
{
    enum { seeds = 100 };
    const char *stretch[2] = {"before", "jump"};
    double total[2][2] = {{0}};
    int wins[2] = {0};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        double sma[2] = {0}, ewma[2] = {0};
        add_errors(seed, sma, ewma);
        for (int k = 0; k < 2; k++) {
            total[0][k] += sma[k] / seeds;
            total[1][k] += ewma[k] / seeds;
            wins[k] += ewma[k] < sma[k];
        }
    }
    for (int k = 0; k < 2; k++) {
        char key[32];
        snprintf(key, sizeof key, "rmse-sma-%s", stretch[k]);
        figure_fact(facts, key, "%.3f", sqrt(total[0][k]));
        snprintf(key, sizeof key, "rmse-ewma-%s", stretch[k]);
        figure_fact(facts, key, "%.3f", sqrt(total[1][k]));
        snprintf(key, sizeof key, "wins-%s", stretch[k]);
        figure_fact(facts, key, "%d", wins[k]);
    }
}

void experiment(const char *directory, FILE *facts)
{
    run_series(directory);
    compare_errors(facts);
}
