/* digits-batch.c: the digits, in batches of 32. */
#include "digits.h"

static const struct digits by_batches = {32, 20, 5, {-3, -5, -4, -7, -2, -6, -6, -9}};

/* The test cost of SGD with batches at a rate below the chosen one. */
static void run_digits_slower(FILE *facts, const struct dataset *train,
                              const struct dataset *test)
{
    double mean = 0;
    for (uint64_t seed = 1; seed <= by_batches.seeds; seed++)
        mean += train_digits(&by_batches, train, test, SGD, 0.1, seed, NULL) /
                (double)by_batches.seeds;
    figure_fact(facts, "batch-slower-sgd", "%.3f", mean);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset train, test;
    require(dataset_load(&train, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    run_digits(directory, facts, "batch", &by_batches, &train, &test);
    run_digits_slower(facts, &train, &test);
    dataset_free(&train);
    dataset_free(&test);
}
