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
    fprintf(file, "# t level sample sma10 sma80 sma39 ewma\n");
    for (size_t i = 0; i < n; i++) {
        fprintf(file, "%zu %.6g %.6g", i + 1, series_level(n, i), x[i]);
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

enum { stretches = 3 };

static const struct {
    const char *name;
    size_t first, last; /* samples, counted from 1 */
} stretch[stretches] = {{"early", 61, 100}, {"before", 101, 200}, {"jump", 201, 239}};

/* Mean squared errors of an SMA and an EWMA of equal span in stretches of the series. */
static void find_errors(uint64_t seed, double noise, double error[2][stretches])
{
    enum { n = 400 };
    real x[n];
    struct rng rng = rng_seed(seed);
    series_noisy(n, x, (real)noise, &rng);
    struct sma sma;
    require(sma_init(&sma, 39));
    struct ewma ewma = new_ewma(0.95, EWMA_START_FIRST, 1);
    for (size_t t = 1; t <= n; t++) {
        sma_update(&sma, x[t - 1]);
        ewma_update(&ewma, x[t - 1]);
        const double value[2] = {sma_value(&sma), ewma_value(&ewma)};
        for (int k = 0; k < stretches; k++) {
            if (t < stretch[k].first || t > stretch[k].last)
                continue;
            double size = (double)(stretch[k].last - stretch[k].first + 1);
            for (int j = 0; j < 2; j++)
                error[j][k] += square(value[j] - series_level(n, t - 1)) / size;
        }
    }
    sma_free(&sma);
}

static void error_fact(FILE *facts, const char *what, int which, int k, double error)
{
    char key[32];
    snprintf(key, sizeof key, "%s-%s-%s", what, which ? "ewma" : "sma", stretch[k].name);
    figure_fact(facts, key, "%.3f", sqrt(error));
}

/* SMA against EWMA on 100 seeds: the root mean square error in each stretch, and how
 * often the EWMA has the smaller one. Without noise there is only the lag. */
static void compare_errors(FILE *facts)
{
    enum { seeds = 100 };
    double total[2][stretches] = {{0}}, lag[2][stretches] = {{0}};
    int wins[stretches] = {0};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        double error[2][stretches] = {{0}};
        find_errors(seed, 0.5, error);
        for (int k = 0; k < stretches; k++) {
            total[0][k] += error[0][k] / seeds;
            total[1][k] += error[1][k] / seeds;
            wins[k] += error[1][k] < error[0][k];
        }
    }
    find_errors(1, 0, lag);
    for (int which = 0; which < 2; which++) {
        error_fact(facts, "lag", which, 0, lag[which][0]);
        error_fact(facts, "lag", which, 1, lag[which][1]);
        error_fact(facts, "rmse", which, 1, total[which][1]);
        error_fact(facts, "rmse", which, 2, total[which][2]);
    }
    figure_fact(facts, "wins-before", "%d", wins[1]);
    figure_fact(facts, "wins-jump", "%d", wins[2]);
}

void experiment(const char *directory, FILE *facts)
{
    run_series(directory);
    compare_errors(facts);
}
