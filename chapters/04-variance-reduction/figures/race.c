/* race.c: the five methods by passes over the data, each with the step that suits it
 * best: on the small problem and on the tumors. */
#include "shared.h"

enum { PASSES = 400 };

/* The slope of log10(gap) per pass while the gap lies between 1e-2 of its start and the
 * floor of 1e-14. */
static double rate_of(const double *gap)
{
    double x[PASSES + 1], y[PASSES + 1];
    size_t count = 0;
    for (size_t k = 0; k <= PASSES; k++)
        if (gap[k] < 1e-2 * gap[0] && gap[k] > 1e-14) {
            x[count] = (double)k;
            y[count++] = log10(gap[k]);
        }
    return count > 2 ? slope_of(count, x, y) : NAN;
}

/* Passes until the gap is at most 1e-12, or PASSES + 1. */
static double passes_to(const double *gap)
{
    size_t k = 0;
    while (k <= PASSES && gap[k] > 1e-12)
        k++;
    return (double)k;
}

/* A row of the data for each pass: the geometric mean over seeds of each method. */
static void race(const char *directory, FILE *facts, const char *name,
                 const struct sums *sums, size_t tuned_at)
{
    static double gap[SEEDS][PASSES + 1], mean[METHODS][PASSES + 1];
    char prefix[32];
    for (int method = 0; method < METHODS; method++) {
        double rate[SEEDS], reached[SEEDS];
        int power = tune(sums, method, tuned_at);
        memset(mean[method], 0, sizeof mean[method]);
        for (int s = 0; s < SEEDS; s++) {
            run_gaps(sums, method, ldexp(1, power) / sums->L, (uint64_t)s + 1, PASSES,
                     gap[s]);
            for (size_t k = 0; k <= PASSES; k++)
                mean[method][k] += log10(fmax(gap[s][k], 1e-300)) / SEEDS;
            rate[s] = rate_of(gap[s]);
            reached[s] = passes_to(gap[s]);
        }
        snprintf(prefix, sizeof prefix, "%s-power", name);
        key_fact(facts, prefix, method_key[method], "%.0f", power);
        if (method == SGD) {
            snprintf(prefix, sizeof prefix, "%s-floor", name);
            key_fact(facts, prefix, "sgd", "%.0e", pow(10, mean[SGD][PASSES]));
            continue;
        }
        struct interval slope = interval_of(rate);
        snprintf(prefix, sizeof prefix, "%s-rate", name);
        key_fact(facts, prefix, method_key[method], "%.3f", -slope.mean);
        if (method != GD) {
            snprintf(prefix, sizeof prefix, "%s-half", name);
            key_fact(facts, prefix, method_key[method], "%.3f", slope.half);
        }
        snprintf(prefix, sizeof prefix, "%s-passes", name);
        double most = 0;
        for (int s = 0; s < SEEDS; s++)
            most = fmax(most, reached[s]);
        if (most <= PASSES)
            key_fact(facts, prefix, method_key[method], "%.0f", most);
    }
    snprintf(prefix, sizeof prefix, "%s.dat", name);
    FILE *data = figure_open(directory, prefix);
    for (size_t k = 0; k <= PASSES; k++) {
        fprintf(data, "%zu", k);
        for (int method = 0; method < METHODS; method++)
            fprintf(data, " %.6g", pow(10, mean[method][k]));
        fprintf(data, "\n");
    }
    figure_close(data);
    snprintf(prefix, sizeof prefix, "%s-kappa", name);
    figure_fact(facts, prefix, "%.3g", sums->L / sums->mu_local);
    snprintf(prefix, sizeof prefix, "%s-kappa-f", name);
    figure_fact(facts, prefix, "%.3g", sums->L_f / sums->mu_local);
}

void experiment(const char *directory, FILE *facts)
{
    struct sums sums;
    small_sums(&sums);
    race(directory, facts, "small", &sums, 10);
    figure_fact(facts, "small-L", "%.1f", sums.L);
    figure_fact(facts, "small-L-f", "%.2f", sums.L_f);
    sums_free(&sums);
    require(sums_breast_cancer(&sums, (real)(1.0 / 569)));
    race(directory, facts, "tumors", &sums, 30);
    sums_free(&sums);
}
