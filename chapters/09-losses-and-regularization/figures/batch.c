/* batch.c: embeddings of digits without labels, by the size of the batch. */
#include "pairs.h"

enum { SIZES = 4, RATES = 2, SEEDS = 3, D = 16 };
static const size_t sizes[SIZES] = {4, 16, 64, 128};
static const double rates[RATES] = {0.003, 0.01};

/* The share of right neighbors of moved test digits. */
static double run_once(size_t pairs, double lr, uint64_t seed, const struct dataset *data,
                       const struct dataset *views)
{
    const struct pair_run run = {D, pairs, 25600, 0.2, lr};
    struct pair_net net = pair_net_new(D, seed);
    pair_train(&net, &run, data, seed);
    real *u = pair_embed(&net, D, data), *w = pair_embed(&net, D, views);
    const double share = nearest(D, data, u, views, w);
    free(u);
    free(w);
    pair_net_free(&net);
    return share;
}

/* The better rate on the seeds 901 and 902. */
static double choose_rate(size_t pairs, const struct dataset *data,
                          const struct dataset *views)
{
    double best = 0, chosen = rates[0];
    for (size_t i = 0; i < RATES; i++) {
        const double share = run_once(pairs, rates[i], 901, data, views) +
                             run_once(pairs, rates[i], 902, data, views);
        if (share > best) {
            best = share;
            chosen = rates[i];
        }
    }
    return chosen;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    struct dataset views = moved(&test);
    FILE *file = figure_open(directory, "batch.dat");
    fprintf(file, "# pairs, share of right neighbors, deviation\n");
    for (int k = 0; k < SIZES; k++) {
        const double lr = choose_rate(sizes[k], &data, &views);
        double share[SEEDS];
        char suffix[16];
        for (size_t s = 0; s < SEEDS; s++)
            share[s] = run_once(sizes[k], lr, FIRST_SEED + s, &data, &views);
        const struct spread own = spread_of(SEEDS, share);
        fprintf(file, "%zu %.4g %.3g\n", sizes[k], own.mean, own.deviation);
        snprintf(suffix, sizeof suffix, "%zu", sizes[k]);
        spread_facts(facts, "pairs", suffix, "%.1f", own);
    }
    figure_close(file);
    free(views.x);
    dataset_free(&data);
    dataset_free(&test);
}
