/* digits.h: training on the digits, with one sample a step or with batches. */
#ifndef DESCENT_FIGURES_ADAPTIVE_DIGITS_H
#define DESCENT_FIGURES_ADAPTIVE_DIGITS_H

#include "lab/rng.h"
#include "lab/train.h"
#include "shared.h"

enum { digits_grid = 5, digits_longest = 20 };

/* How the digits are trained: batch size, epochs, seeds, and for each method where its
 * `digits_grid` learning rates begin. */
struct digits {
    size_t batch, epochs, seeds;
    int lowest[METHODS];
};

/* Trains the network with 32 hidden units once. Returns the test cost in the end. The
 * costs after each epoch take time: `record` may be NULL. */
static inline double train_digits(const struct digits *how, const struct dataset *data,
                                  const struct dataset *test, int method, double lr,
                                  uint64_t seed, struct train_epoch *record)
{
    const size_t width[] = {64, 32, 10};
    struct mlp mlp;
    require(mlp_init(&mlp, 2, width, 128));
    real *theta = allocate(mlp.n, sizeof(real));
    struct rng rng = rng_seed(seed);
    mlp_init_he(&mlp, theta, &rng);
    struct train_config config = train_defaults();
    config.epochs = how->epochs, config.batch = how->batch, config.seed = seed;
    struct train_group group = {0, mlp.n, make(method, mlp.n, lr)};
    enum descent_status status =
        train(&mlp, theta, data, test, 1, &group, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
    double cost = mlp_score(&mlp, theta, test, NULL).cost;
    optimizer_drop(&group.optimizer);
    free(theta);
    mlp_free(&mlp);
    return cost;
}

/* The learning rate with the smallest cost on 297 samples that are held out of the
 * training set, seed 101. */
static inline double choose_lr(const struct digits *how, const struct dataset *train,
                               int method)
{
    struct dataset fit, held_out;
    require(dataset_split(train, 1000, 1, &fit, &held_out));
    double best = INFINITY, chosen = 0;
    for (int i = 0; i < digits_grid; i++) {
        double lr = half_decade(how->lowest[method] + i);
        double cost = train_digits(how, &fit, &held_out, method, lr, 101, NULL);
        if (cost < best) {
            best = cost;
            chosen = lr;
        }
    }
    dataset_free(&fit);
    dataset_free(&held_out);
    return chosen;
}

/* What the text has a place for: not every training cost, one range of the accuracy. */
static inline void digits_facts(FILE *facts, const char *name, int method, double lr,
                                bool batches, const struct band *last)
{
    char prefix[32];
    snprintf(prefix, sizeof prefix, "%s-lr", name);
    figure_fact_of(facts, prefix, raced[method].key, "%g", lr);
    snprintf(prefix, sizeof prefix, "%s-train", name);
    if (method == SGD || method == ADAM ||
        (batches && (method == HEAVY_BALL || method == RMSPROP)))
        figure_fact_of(facts, prefix, raced[method].key, "%.4f", last[0].mean);
    snprintf(prefix, sizeof prefix, "%s-test", name);
    figure_fact_of(facts, prefix, raced[method].key, "%.3f", last[1].mean);
    snprintf(prefix, sizeof prefix, "%s-low", name);
    figure_fact_of(facts, prefix, raced[method].key, "%.2f", last[1].low);
    snprintf(prefix, sizeof prefix, "%s-high", name);
    figure_fact_of(facts, prefix, raced[method].key, "%.2f", last[1].high);
    snprintf(prefix, sizeof prefix, "%s-accuracy", name);
    figure_fact_of(facts, prefix, raced[method].key, "%.1f", 100 * last[2].mean);
    if (method != ADAM || !batches)
        return;
    figure_fact_of(facts, "batch-worst", raced[method].key, "%.1f", 100 * last[2].low);
    figure_fact_of(facts, "batch-top", raced[method].key, "%.1f", 100 * last[2].high);
}

/* Every method at its own learning rate: costs and accuracy by epoch. */
static inline void run_digits(const char *directory, FILE *facts, const char *name,
                              const struct digits *how, const struct dataset *train,
                              const struct dataset *test)
{
    static struct band by[METHODS][digits_longest + 1][3];
    memset(by, 0, sizeof by);
    for (int k = 0; k < METHODS; k++) {
        double lr = choose_lr(how, train, k);
        for (uint64_t seed = 1; seed <= how->seeds; seed++) {
            struct train_epoch record[digits_longest + 1];
            train_digits(how, train, test, k, lr, seed, record);
            for (size_t t = 0; t <= how->epochs; t++) {
                widen(&by[k][t][0], record[t].train.cost, how->seeds);
                widen(&by[k][t][1], record[t].test.cost, how->seeds);
                widen(&by[k][t][2], record[t].test.accuracy, how->seeds);
            }
        }
        digits_facts(facts, name, k, lr, how->batch > 1, by[k][how->epochs]);
    }
    char path[32];
    snprintf(path, sizeof path, "digits-%s.dat", name);
    FILE *file = figure_open(directory, path);
    fprintf(file,
            "# epoch, then for each method the training cost and the test cost, each "
            "with its lowest and highest\n");
    for (size_t t = 0; t <= how->epochs; t++) {
        fprintf(file, "%zu", t);
        for (int k = 0; k < METHODS; k++)
            for (int i = 0; i < 2; i++)
                fprintf(file, " %.5g %.5g %.5g", by[k][t][i].mean, by[k][t][i].low,
                        by[k][t][i].high);
        fprintf(file, "\n");
    }
    figure_close(file);
}

#endif
