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

/* A fact NAME-WHAT-METHOD. */
static void race_fact(FILE *facts, const char *name, const char *what, int method,
                      const char *format, double value)
{
    char prefix[32];
    snprintf(prefix, sizeof prefix, "%s-%s", name, what);
    figure_fact_of(facts, prefix, method_key[method], format, value);
}

/* The logarithms of the gaps of one method, averaged over seeds; and its facts. */
static void run_method(FILE *facts, const char *name, const struct sums *sums, int method,
                       size_t tuned_at, double mean[PASSES + 1])
{
    const int power = tune(sums, method, tuned_at);
    double gap[PASSES + 1], rate[SEEDS], most = 0;
    for (int s = 0; s < SEEDS; s++) {
        run_gaps(sums, method, ldexp(1, power) / sums->L, (uint64_t)s + 1, PASSES, gap);
        for (size_t k = 0; k <= PASSES; k++)
            mean[k] += log10(fmax(gap[k], 1e-300)) / SEEDS;
        rate[s] = -rate_of(gap);
        most = fmax(most, passes_to(gap));
    }
    race_fact(facts, name, "power", method, "%.0f", power);
    if (method == SGD) {
        race_fact(facts, name, "floor", method, "%.0e", pow(10, mean[PASSES]));
        return;
    }
    const struct interval slope = interval_of(rate);
    race_fact(facts, name, "rate", method, "%.3g", slope.mean);
    if (method != GD)
        race_fact(facts, name, "half", method, "%.2g", slope.half);
    if (most <= PASSES)
        race_fact(facts, name, "passes", method, "%.0f", most);
}

/* A row of the data for each pass: the geometric mean over seeds of each method. */
static void race(const char *directory, FILE *facts, const char *name,
                 const struct sums *sums, size_t tuned_at)
{
    double mean[METHODS][PASSES + 1] = {{0}};
    char file[32];
    for (int method = 0; method < METHODS; method++)
        run_method(facts, name, sums, method, tuned_at, mean[method]);
    snprintf(file, sizeof file, "%s.dat", name);
    FILE *data = figure_open(directory, file);
    for (size_t k = 0; k <= PASSES; k++) {
        fprintf(data, "%zu", k);
        for (int method = 0; method < METHODS; method++)
            fprintf(data, " %.6g", pow(10, mean[method][k]));
        fprintf(data, "\n");
    }
    figure_close(data);
}

/* Condition numbers, and the gradients of samples that the rates ask for, up to
 * constants: m L_f/μ for gradient descent, m + L/μ with variance reduction. */
static void conditioning(FILE *facts, const char *name, const struct sums *sums)
{
    const double kappa = (double)(sums->L / sums->mu_local), m = (double)sums->glm.m;
    const double kappa_f = (double)(sums->L_f / sums->mu_local);
    figure_fact_of(facts, name, "kappa", "%.3g", kappa);
    figure_fact_of(facts, name, "kappa-f", "%.3g", kappa_f);
    figure_fact_of(facts, name, "work-gd", "%.3g", m * kappa_f);
    figure_fact_of(facts, name, "work-reduced", "%.3g", m + kappa);
}

void experiment(const char *directory, FILE *facts)
{
    struct sums sums;
    small_sums(&sums);
    race(directory, facts, "small", &sums, 10);
    conditioning(facts, "small", &sums);
    figure_fact(facts, "small-L", "%.1f", sums.L);
    figure_fact(facts, "small-L-f", "%.2f", sums.L_f);
    sums_free(&sums);
    require(sums_breast_cancer(&sums, (real)(1.0 / 569)));
    race(directory, facts, "tumors", &sums, 30);
    conditioning(facts, "tumors", &sums);
    sums_free(&sums);
}
