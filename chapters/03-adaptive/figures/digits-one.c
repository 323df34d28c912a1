/* digits-one.c: the digits, one sample a step. */
#include "digits.h"

static const struct digits one_by_one = {1, 5, 5, {-6, -8, -5, -8, -2, -8, -8, -10}};

void experiment(const char *directory, FILE *facts)
{
    struct dataset train, test;
    require(dataset_load(&train, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    run_digits(directory, facts, "one", &one_by_one, &train, &test);
    dataset_free(&train);
    dataset_free(&test);
}
