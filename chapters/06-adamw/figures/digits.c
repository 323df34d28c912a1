/* digits.c: the methods on the digits, in batches, with and without decay. */
#include "outcome.h"

/* The size of the weights by step. */
static void write_sizes(const char *directory, size_t outcomes,
                        const struct outcome *outcome)
{
    FILE *file = figure_open(directory, "sizes.dat");
    fprintf(file, "# step, then mean, smallest and largest of each run\n");
    for (int t = 0; t <= digits_steps; t += 5, fprintf(file, "\n")) {
        fprintf(file, "%d", t);
        for (size_t k = 0; k < outcomes; k++)
            write_spread(file, &outcome[k].size[0][t], digits_steps + 1);
    }
    figure_close(file);
}

/* Where the mean training cost of a run turns upward. */
static void write_turn(FILE *facts, const struct outcome *outcome)
{
    double lowest = INFINITY;
    int epoch = 0;
    for (int e = 0; e <= digits_epochs; e++) {
        double sum = 0;
        for (int s = 0; s < digits_seeds; s++)
            sum += outcome->history[s][e] / digits_seeds;
        if (sum < lowest) {
            lowest = sum;
            epoch = e;
        }
    }
    fact(facts, "turn", outcome->name, 0, epoch);
    fact(facts, "lowest", outcome->name, 3, lowest);
}

static void write_multiplier(const char *directory)
{
    const struct warmup_cosine shape = {digits_steps / 20, digits_steps, 0};
    FILE *file = figure_open(directory, "multiplier.dat");
    for (size_t t = 1; t <= digits_steps; t++)
        fprintf(file, "%zu %.6g\n", t, (double)warmup_cosine(&shape, t));
    figure_close(file);
}

static void run_digits(const char *directory, FILE *facts, const struct dataset *data,
                       const struct dataset *test)
{
    enum { outcomes = 6 };
    static struct outcome outcome[outcomes] = {
        {.name = "adam",
         .recipe = {.epochs = digits_epochs, .batch = 32, .method = ADAM_L2, .lr = 1e-2}},
        {.name = "l2",
         .recipe = {.epochs = digits_epochs,
                    .batch = 32,
                    .method = ADAM_L2,
                    .lr = 1e-2,
                    .decay = 3e-3}},
        {.name = "adamw",
         .recipe = {.epochs = digits_epochs,
                    .batch = 32,
                    .method = ADAMW,
                    .lr = 1e-2,
                    .decay = 0.3}},
        {.name = "half",
         .recipe = {.epochs = digits_epochs,
                    .batch = 32,
                    .method = ADAMW,
                    .decoupling = DECAY_INDEPENDENT,
                    .lr = 1e-2,
                    .decay = 3e-3,
                    .decay_steady = true}},
        {.name = "sgd",
         .recipe = {.epochs = digits_epochs, .batch = 32, .method = SGDW, .lr = 0.05}},
        {.name = "sgdw",
         .recipe = {.epochs = digits_epochs,
                    .batch = 32,
                    .method = SGDW,
                    .lr = 0.05,
                    .decay = 0.02}},
    };
    bool constant[64];
    figure_fact(facts, "constant-pixels", "%zu", find_constant(data, constant));
    run_outcomes(facts, outcomes, outcome, data, test, constant);
    figure_fact(facts, "divisor-spread", "%.1f", outcome[1].spread);
    figure_fact(facts, "silent-theory", "%.3f",
                outcome[0].silent * exp(-outcome[2].recipe.lr * outcome[2].recipe.decay *
                                        digits_steps / 2));
    write_turn(facts, &outcome[3]);
    write_sizes(directory, outcomes, outcome);
    write_costs(directory, "costs.dat", outcomes, outcome);
    write_multiplier(directory);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    run_digits(directory, facts, &data, &test);
    dataset_free(&data);
    dataset_free(&test);
}
