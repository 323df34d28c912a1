/* single.c: Adam and AdamW on the digits, one sample a step. */
#include "outcome.h"

void experiment(const char *directory, FILE *facts)
{
    static struct outcome outcome[2] = {
        {.name = "single-adam",
         .recipe = {.epochs = 5, .batch = 1, .method = ADAM_L2, .lr = 3e-3}},
        {.name = "single-adamw",
         .recipe = {.epochs = 5, .batch = 1, .method = ADAMW, .lr = 3e-3, .decay = 0.03}},
    };
    bool constant[64];
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    find_constant(&data, constant);
    run_outcomes(facts, 2, outcome, &data, &test, constant);
    write_costs(directory, "single.dat", 2, outcome);
    dataset_free(&data);
    dataset_free(&test);
}
