/* variance.c: two weighted variances. */
#include "lab/rng.h"
#include "optim/ewma_variance.h"
#include "shared.h"

/* The mean of both variances over many series of independent samples of variance 1. */
static void compare_variances(FILE *facts)
{
    enum { seeds = 20000, times = 4 };
    const int when[times] = {2, 5, 10, 100};
    double mean[times][2] = {{0}}, factor[times] = {0};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct rng rng = rng_seed(seed);
        struct ewma_variance ewma;
        require(ewma_variance_init(&ewma, (real)0.9));
        for (int t = 1, row = 0; row < times; t++) {
            ewma_variance_update(&ewma, (real)rng_normal(&rng));
            if (t != when[row])
                continue;
            mean[row][0] += ewma_variance_biased(&ewma) / seeds;
            mean[row][1] += ewma_variance_corrected(&ewma) / seeds;
            factor[row] = 1 - ewma.weight_sq / square(ewma.weight);
            row++;
        }
    }
    for (int row = 0; row < times; row++) {
        char key[32];
        snprintf(key, sizeof key, "variance-factor-%d", when[row]);
        figure_fact(facts, key, "%.3f", factor[row]);
        snprintf(key, sizeof key, "variance-biased-%d", when[row]);
        figure_fact(facts, key, "%.2f", mean[row][0]);
        snprintf(key, sizeof key, "variance-corrected-%d", when[row]);
        figure_fact(facts, key, "%.2f", mean[row][1]);
    }
}

/* The variance of samples near 1e8 by the difference of two averages, and by exercise
 * 1.4: the smallest and the largest of several seeds. */
static void run_offset(FILE *facts)
{
    enum { seeds = 10, n = 1000 };
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct rng rng = rng_seed(seed);
        struct ewma mean = new_ewma(0.99, EWMA_START_FIRST, 1);
        struct ewma of_square = mean;
        struct ewma_variance ewma;
        require(ewma_variance_init(&ewma, (real)0.99));
        for (int t = 1; t <= n; t++) {
            real x = (real)(1e8 + rng_normal(&rng));
            ewma_update(&mean, x);
            ewma_update(&of_square, x * x);
            ewma_variance_update(&ewma, x);
        }
        double value[2] = {ewma_value(&of_square) - square(ewma_value(&mean)),
                           ewma_variance_corrected(&ewma)};
        for (int k = 0; k < 2; k++) {
            low[k] = fmin(low[k], value[k]);
            high[k] = fmax(high[k], value[k]);
        }
    }
    figure_fact(facts, "offset-plain-low", "%.0f", low[0]);
    figure_fact(facts, "offset-plain-high", "%.0f", high[0]);
    figure_fact(facts, "offset-exercise-low", "%.2f", low[1]);
    figure_fact(facts, "offset-exercise-high", "%.2f", high[1]);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    compare_variances(facts);
    run_offset(facts);
}
