/* outcome.h: what is left of the runs of one recipe on the digits. */
#ifndef DESCENT_FIGURES_ADAMW_OUTCOME_H
#define DESCENT_FIGURES_ADAMW_OUTCOME_H

#include "learner.h"

enum { digits_seeds = 10, digits_epochs = 20, digits_steps = digits_epochs * 41 };

/* What the runs of one recipe leave behind. */
struct outcome {
    const char *name;
    struct recipe recipe;
    double accuracy[digits_seeds], cost[digits_seeds], train_cost[digits_seeds];
    double size[digits_seeds][digits_steps + 1];
    double history[digits_seeds][digits_epochs + 1]; /* training cost */
    double tested[digits_seeds][digits_epochs + 1];  /* test cost */
    double silent; /* size of the weights on constant pixels at the end, mean of seeds */
    double spread; /* 90 % over 10 % quantile of √v on the other pixels, mean of seeds */
};

static inline int compare_reals(const void *a, const void *b)
{
    const real *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* How far apart the divisors √v of a layer's weights lie. */
static inline double divisor_spread(const struct mlp *mlp, const real *v,
                                    const bool *constant)
{
    size_t count = 0, all = mlp->module[0].out * mlp->features;
    real *live = allocate(all, sizeof *live);
    for (size_t i = 0; i < all; i++)
        if (!constant[i % mlp->features])
            live[count++] = v[i];
    qsort(live, count, sizeof *live, compare_reals);
    double spread = sqrt(live[count * 9 / 10] / live[count / 10]);
    free(live);
    return spread;
}

static inline void run_outcome(struct outcome *outcome, const struct dataset *data,
                               const struct dataset *test, const bool *constant)
{
    const struct recipe *recipe = &outcome->recipe;
    for (int s = 0; s < digits_seeds; s++) {
        uint64_t seed = FIRST_SEED + (uint64_t)s;
        struct train_epoch record[digits_epochs + 1];
        struct learner *learner = learner_new(recipe, seed);
        outcome->size[s][0] = layer_size(&learner->mlp, learner->theta, constant, false);
        learner_train(learner, recipe, seed, data, test, constant,
                      recipe->batch > 1 ? outcome->size[s] : NULL, record);
        for (size_t e = 0; e <= recipe->epochs; e++) {
            outcome->history[s][e] = (double)record[e].train.cost;
            outcome->tested[s][e] = (double)record[e].test.cost;
        }
        outcome->accuracy[s] = 100 * (double)record[recipe->epochs].test.accuracy;
        outcome->cost[s] = outcome->tested[s][recipe->epochs];
        outcome->train_cost[s] = outcome->history[s][recipe->epochs];
        outcome->silent +=
            layer_size(&learner->mlp, learner->theta, constant, true) / digits_seeds;
        if (recipe->method == ADAM_L2)
            outcome->spread +=
                divisor_spread(&learner->mlp,
                               ((struct adam *)learner->slice[0].optimizer.state)->v,
                               constant) /
                digits_seeds;
        learner_free(learner);
    }
}

static inline void write_outcome(FILE *facts, const struct outcome *outcome)
{
    const struct spread accuracy = spread_of(digits_seeds, outcome->accuracy);
    const struct spread cost = spread_of(digits_seeds, outcome->cost);
    double lowest = INFINITY;
    for (int s = 0; s < digits_seeds; s++)
        lowest = fmin(lowest, outcome->accuracy[s]);
    fact(facts, "accuracy", outcome->name, 1, accuracy.mean);
    fact(facts, "accuracy-sd", outcome->name, 1, accuracy.deviation);
    fact(facts, "accuracy-low", outcome->name, 1, lowest);
    fact(facts, "cost", outcome->name, 3, cost.mean);
    fact(facts, "cost-sd", outcome->name, 3, cost.deviation);
    fact(facts, "train", outcome->name, 3,
         spread_of(digits_seeds, outcome->train_cost).mean);
    const struct recipe *recipe = &outcome->recipe;
    if (recipe->method == ADAM_L2 && recipe->decay > 0)
        figure_fact(facts, "silent-l2", "%.0e", outcome->silent);
    else if (recipe->method != SGDW && !recipe->decay_steady && recipe->batch > 1)
        fact(facts, "silent", outcome->name, 3, outcome->silent);
}

/* Whether each pixel has the same value in all training samples. */
static inline size_t find_constant(const struct dataset *data, bool *constant)
{
    size_t count = 0;
    for (size_t j = 0; j < data->features; j++) {
        constant[j] = true;
        for (size_t r = 1; r < data->rows; r++)
            constant[j] &= data->x[r * data->features + j] == data->x[j];
        count += constant[j];
    }
    return count;
}

/* Mean, smallest and largest over the seeds of what lies `apart` in an array. */
static inline void write_spread(FILE *file, const double *x, size_t apart)
{
    double sum = 0, low = INFINITY, high = 0;
    for (size_t s = 0; s < digits_seeds; s++) {
        sum += x[s * apart] / digits_seeds;
        low = fmin(low, x[s * apart]);
        high = fmax(high, x[s * apart]);
    }
    fprintf(file, " %.6g %.6g %.6g", sum, low, high);
}

/* The costs by epoch, of runs of equal length. */
static inline void write_costs(const char *directory, const char *name, size_t outcomes,
                               const struct outcome *outcome)
{
    FILE *file = figure_open(directory, name);
    fprintf(file, "# epoch, then mean, smallest and largest of each run's training cost "
                  "and test cost\n");
    for (size_t e = 0; e <= outcome->recipe.epochs; e++, fprintf(file, "\n")) {
        fprintf(file, "%zu", e);
        for (size_t k = 0; k < outcomes; k++) {
            write_spread(file, &outcome[k].history[0][e], digits_epochs + 1);
            write_spread(file, &outcome[k].tested[0][e], digits_epochs + 1);
        }
    }
    figure_close(file);
}

/* Runs the recipes and writes their facts. */
static inline void run_outcomes(FILE *facts, size_t count, struct outcome *outcome,
                                const struct dataset *data, const struct dataset *test,
                                const bool *constant)
{
    for (size_t k = 0; k < count; k++) {
        struct recipe *recipe = &outcome[k].recipe;
        recipe->hidden = 32;
        run_outcome(&outcome[k], data, test, constant);
        write_outcome(facts, &outcome[k]);
    }
}

#endif
