/* contest.h: AdamW, Muon and Shampoo on the digits, tuned alike. */
#ifndef DESCENT_FIGURES_MUON_CONTEST_H
#define DESCENT_FIGURES_MUON_CONTEST_H

#include "learner.h"

enum { rates = 6, others = 2, trial_seeds = 3, race_seeds = 10 };

static const char *const names[CONTENDERS] = {"adamw", "muon", "shampoo"};
static const double smallest_rate[CONTENDERS] = {1e-3, 3e-4, 1e-4};
static const double other[CONTENDERS][others] = {
    {0.99, 0.999}, {0.003, 0.01}, {0.003, 0.01}};

/* The k-th half power of ten from 1e-4, 3e-4 … on, as people write them. */
static double half_power(double smallest, int k)
{
    double power = smallest;
    for (int i = 0; i < k; i++) {
        double digit = power / pow(10, floor(log10(power) + 1e-9));
        power *= digit < 2 ? 3 : 10.0 / 3;
    }
    return power;
}

/* The mean cost on samples that were held out, with seeds from `first` on. A run that
 * diverged costs infinitely. */
static double trial(const struct setting *setting, uint64_t first,
                    const struct dataset *data, const struct dataset *validation)
{
    double sum = 0;
    for (uint64_t s = 0; s < trial_seeds; s++) {
        struct learner *learner = learner_new(setting, first + s);
        learner_train(learner, first + s, data, NULL, NULL);
        double cost =
            (double)mlp_score(&learner->mlp, learner->theta, validation, NULL).cost;
        sum += isfinite(cost) ? cost / trial_seeds : INFINITY;
        learner_free(learner);
    }
    return sum;
}

/* The best of rates × others settings, all of them tried. */
static struct setting tune(enum who who, uint64_t first, const struct dataset *data,
                           const struct dataset *validation, bool *inside)
{
    struct setting best = {who, 0, 0};
    double lowest = INFINITY;
    for (int i = 0; i < rates; i++)
        for (int k = 0; k < others; k++) {
            struct setting setting = {who, half_power(smallest_rate[who], i),
                                      other[who][k]};
            double cost = trial(&setting, first, data, validation);
            if (cost >= lowest)
                continue;
            lowest = cost;
            best = setting;
            *inside = i > 0 && i < rates - 1;
        }
    return best;
}

struct outcome {
    double train[race_seeds][learner_epochs + 1];
    double test[race_seeds], accuracy[race_seeds];
};

static void race(const struct setting *setting, uint64_t first,
                 const struct dataset *data, const struct dataset *test,
                 struct outcome *outcome)
{
    struct train_epoch record[learner_epochs + 1];
    for (uint64_t s = 0; s < race_seeds; s++) {
        struct learner *learner = learner_new(setting, first + s);
        learner_train(learner, first + s, data, test, record);
        for (int e = 0; e <= learner_epochs; e++)
            outcome->train[s][e] = (double)record[e].train.cost;
        outcome->test[s] = (double)record[learner_epochs].test.cost;
        outcome->accuracy[s] = 100 * (double)record[learner_epochs].test.accuracy;
        learner_free(learner);
    }
}

static void mean_and_deviation(const double *x, size_t apart, double *mean,
                               double *deviation)
{
    double sum = 0, squares = 0;
    for (size_t s = 0; s < race_seeds; s++)
        sum += x[s * apart] / race_seeds;
    for (size_t s = 0; s < race_seeds; s++)
        squares += (x[s * apart] - sum) * (x[s * apart] - sum) / (race_seeds - 1);
    *mean = sum;
    *deviation = sqrt(squares);
}

/* The first epoch after which the mean training cost is below a target. */
static int epochs_to(const struct outcome *outcome, double target)
{
    for (int e = 0; e <= learner_epochs; e++) {
        double mean, deviation;
        mean_and_deviation(&outcome->train[0][e], learner_epochs + 1, &mean, &deviation);
        if (mean < target)
            return e;
    }
    return -1;
}

/* All contenders, one after the other, with seeds from `first` on, and from first + 100
 * on for the tuning; how many best rates lie inside their range. */
static int contest(uint64_t first, struct setting best[CONTENDERS],
                   struct outcome outcome[CONTENDERS])
{
    struct dataset data, test, learn, validation;
    int inside = 0;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    require(dataset_split(&data, 797, DIGITS_SEED, &learn, &validation));
    for (int k = 0; k < CONTENDERS; k++) {
        bool within = false;
        best[k] = tune((enum who)k, first + 100, &learn, &validation, &within);
        race(&best[k], first, &data, &test, &outcome[k]);
        inside += within;
    }
    dataset_free(&data);
    dataset_free(&test);
    dataset_free(&learn);
    dataset_free(&validation);
    return inside;
}

#endif
