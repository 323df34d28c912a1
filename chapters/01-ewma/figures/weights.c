/* weights.c: how an SMA and an EWMA of equal span weigh their samples. */
#include "optim/sma.h"
#include "shared.h"

/* The weight of a sample by its age, and the weight of the newest samples together, which
 * is also the response to a jump. */
static void run_weights(const char *directory)
{
    enum { window = 39, ages = 120 };
    double weight = 0.05, sum = 0;
    FILE *file = figure_open(directory, "weights.dat");
    fprintf(file, "# age ewma sma n ewma_sum sma_sum\n");
    for (int age = 0; age < ages; age++) {
        fprintf(file, "%d %.6g %.6g %d %.6g %.6g\n", age, weight,
                age < window ? 1.0 / window : 0.0, age, sum,
                fmin(1, (double)age / window));
        sum += weight;
        weight *= 0.95;
    }
    figure_close(file);
}

/* How many samples after a jump from 0 to 1 each average has covered a share of it. */
static void run_jump(FILE *facts)
{
    enum { before = 500, after = 200 };
    const double share[3] = {0.5, 0.9, 0.99};
    const char *name[3] = {"50", "90", "99"};
    int sma_at[3] = {0}, ewma_at[3] = {0};
    struct sma sma;
    require(sma_init(&sma, 39));
    struct ewma ewma = new_ewma(0.95, EWMA_START_ZERO, 1);
    for (int t = 1 - before; t <= after; t++) {
        sma_update(&sma, t > 0);
        ewma_update(&ewma, t > 0);
        for (int k = 0; k < 3; k++) {
            if (!sma_at[k] && sma_value(&sma) >= share[k])
                sma_at[k] = t;
            if (!ewma_at[k] && ewma_value(&ewma) >= share[k])
                ewma_at[k] = t;
        }
    }
    for (int k = 0; k < 3; k++) {
        figure_fact_of(facts, "jump-sma", name[k], "%d", sma_at[k]);
        figure_fact_of(facts, "jump-ewma", name[k], "%d", ewma_at[k]);
    }
    figure_fact(facts, "jump-left", "%.1f", 100 * pow(0.95, 39));
    sma_free(&sma);
}

void experiment(const char *directory, FILE *facts)
{
    run_weights(directory);
    run_jump(facts);
}
