/* averaging.c: runs that decay, of every length, against the average of one that does
 * not. */
#include "learner.h"

enum { epochs = 20, seeds = 10, ends = 5 };

static const double rate = 0.03;

/* Costs by epoch: of the parameters, of their average, and at the end of runs that were
 * planned for that length. */
static double plain[epochs + 1][seeds], averaged[epochs + 1][seeds], decayed[ends][seeds];
static double freed[epochs + 1][seeds];
static const size_t end[ends] = {4, 8, 12, 16, 20};

static void run_seed(size_t s, const struct dataset *data)
{
    struct train_epoch record[epochs + 1];
    static const enum plan plan[3] = {CONSTANT, AVERAGE, FREE};
    double(*const cost[3])[seeds] = {plain, averaged, freed};
    for (size_t k = 0; k < 3; k++) {
        learner_train(plan[k], rate, epochs, FIRST_SEED + s, data, NULL, record);
        for (size_t e = 0; e <= epochs; e++)
            cost[k][e][s] = (double)record[e].train.cost;
    }
    for (size_t k = 0; k < ends; k++) {
        learner_train(STABLE, rate, end[k], FIRST_SEED + s, data, NULL, record);
        decayed[k][s] = (double)record[end[k]].train.cost;
    }
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    for (size_t s = 0; s < seeds; s++)
        run_seed(s, &data);
    FILE *file = figure_open(directory, "averaging.dat");
    fprintf(file, "# epoch, cost of the parameters, of their average, Schedule-Free\n");
    for (size_t e = 1; e <= epochs; e++)
        fprintf(file, "%zu %.6g %.6g %.6g\n", e, spread_of(seeds, plain[e]).mean,
                spread_of(seeds, averaged[e]).mean, spread_of(seeds, freed[e]).mean);
    figure_close(file);
    file = figure_open(directory, "averaging-ends.dat");
    fprintf(file, "# epochs of the run, its final cost\n");
    for (size_t k = 0; k < ends; k++)
        fprintf(file, "%zu %.6g\n", end[k], spread_of(seeds, decayed[k]).mean);
    figure_close(file);
    figure_fact(facts, "averaging-plain", "%.3f", spread_of(seeds, plain[epochs]).mean);
    figure_fact(facts, "averaging-averaged", "%.3f",
                spread_of(seeds, averaged[epochs]).mean);
    figure_fact(facts, "averaging-decayed", "%.3f",
                spread_of(seeds, decayed[ends - 1]).mean);
    figure_fact(facts, "averaging-free", "%.3f", spread_of(seeds, freed[epochs]).mean);
    dataset_free(&data);
    dataset_free(&test);
}
