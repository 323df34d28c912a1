/* dropout.c: what dropout does to means, and on few digits. */
#include "optim/dropout.h"
#include "classify.h"

enum { UNITS = 100, DRAWS = 20000, ROWS = 300, EPOCHS = 40, SEEDS = 10, SHARES = 3 };
static const double shares[SHARES] = {0, 0.2, 0.5};
static const char *const keys[SHARES] = {"0", "2", "5"};

/* The mean of ReLU of a weighted sum that is 0 without dropout, in units of the standard
 * deviation that dropout gives it. */
static void mean_facts(FILE *facts)
{
    real w[UNITS], x[UNITS], u[UNITS], y[UNITS];
    bool kept[UNITS];
    struct rng rng = rng_seed(FIRST_SEED);
    double plain = 0, rectified = 0;
    for (size_t i = 0; i < UNITS; i++) {
        w[i] = (real)0.1 * (real)rng_normal(&rng);
        x[i] = (real)fabs(rng_normal(&rng));
        plain += (double)(w[i] * x[i]);
    }
    w[0] -= (real)plain / x[0];
    for (size_t t = 0; t < DRAWS; t++) {
        double sum = 0;
        for (size_t i = 0; i < UNITS; i++)
            u[i] = (real)rng_uniform(&rng);
        dropout_forward(UNITS, (real)0.5, u, x, kept, y);
        for (size_t i = 0; i < UNITS; i++)
            sum += (double)(w[i] * y[i]);
        rectified += fmax(sum, 0) / DRAWS;
    }
    figure_fact(facts, "drop-rectified", "%.2f",
                rectified / sqrt((double)dropout_variance(UNITS, (real)0.5, w, x)));
}

/* 300 samples, for which a network of 64 hidden units is large. */
static void digits_facts(FILE *facts)
{
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    data.rows = ROWS;
    for (size_t k = 0; k < SHARES; k++) {
        double cost[2][SEEDS], accuracy[SEEDS];
        const struct run run = {.config = {.dropout = (real)shares[k], .seed = 77},
                                .hidden = 64,
                                .epochs = EPOCHS,
                                .batch = 20,
                                .lr = 0.003};
        for (size_t s = 0; s < SEEDS; s++) {
            struct train_epoch record[EPOCHS + 1];
            train_run(&run, FIRST_SEED + s, &data, &test, record);
            cost[0][s] = (double)record[EPOCHS].train.cost;
            cost[1][s] = (double)record[EPOCHS].test.cost;
            accuracy[s] = 100 * (double)record[EPOCHS].test.accuracy;
        }
        figure_fact_of(facts, "drop-train", keys[k], "%.1g",
                       spread_of(SEEDS, cost[0]).mean);
        spread_facts(facts, "drop-cost", keys[k], "%.2f", spread_of(SEEDS, cost[1]));
        spread_facts(facts, "drop-accuracy", keys[k], "%.1f", spread_of(SEEDS, accuracy));
    }
    dataset_free(&data);
    dataset_free(&test);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    mean_facts(facts);
    digits_facts(facts);
}
