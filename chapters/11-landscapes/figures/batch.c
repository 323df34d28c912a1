/* batch.c: the sharpness that batches of different sizes come to, at equal cost. */
#include "random_labels.h"

enum { SIZES = 3, RATES = 2, SEEDS = 3, MOST_EPOCHS = 600 };
static const size_t sizes[SIZES] = {8, 32, 128};
static const double rates[RATES] = {0.025, 0.05};
static const char *const rate_keys[RATES] = {"025", "05"};

/* Epochs of SGD until the cost is at most `goal`. @return the sharpness there, NaN if it
 * did not get there */
static double sharpness_at(const struct dataset *data, double goal, size_t batch,
                           double lr, uint64_t seed)
{
    struct net net = net_new(DEPTH, deep_width, &(struct mlp_config){0}, seed);
    struct train_config config = train_defaults();
    double cost = INFINITY, top = NAN;
    config.epochs = 1;
    config.batch = batch;
    for (size_t e = 0; e < MOST_EPOCHS && cost > goal; e++) {
        config.seed = 1000 * seed + e;
        net_train(&net, "sgd", lr, config, data);
        cost = (double)mlp_score(&net.mlp, net.theta, data, NULL).cost;
    }
    if (cost <= goal)
        top = sharpness_of(&net, data, 2e-2, seed);
    net_free(&net);
    return top;
}

static struct spread over_seeds(const struct dataset *data, double goal, size_t batch,
                                double lr)
{
    double top[SEEDS];
    for (size_t s = 0; s < SEEDS; s++)
        top[s] = sharpness_at(data, goal, batch, lr, 10 + FIRST_SEED + s);
    return spread_of(SEEDS, top);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data = load_random_labels(), real_labels, test;
    FILE *file = figure_open(directory, "batch.dat");
    fprintf(file, "# batch, sharpness: mean, deviation; an index for each rate\n");
    for (size_t r = 0; r < RATES; r++) {
        for (size_t b = 0; b < SIZES; b++) {
            char suffix[32];
            const struct spread top = over_seeds(&data, 0.3, sizes[b], rates[r]);
            snprintf(suffix, sizeof suffix, "%zu-%s", sizes[b], rate_keys[r]);
            spread_facts(facts, "batch-top", suffix, "%.1f", top);
            fprintf(file, "%zu %.4g %.4g\n", sizes[b], top.mean, top.deviation);
        }
        fprintf(file, "\n\n");
    }
    figure_close(file);
    require(
        dataset_load(&real_labels, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    real_labels.rows = LEARNED;
    spread_facts(facts, "batch-easy", "8", "%.1f",
                 over_seeds(&real_labels, 0.05, 8, rates[0]));
    spread_facts(facts, "batch-easy", "128", "%.1f",
                 over_seeds(&real_labels, 0.05, 128, rates[0]));
    dataset_free(&data);
    dataset_free(&real_labels);
    dataset_free(&test);
}
