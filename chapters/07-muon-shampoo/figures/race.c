/* race.c: AdamW, Muon and Shampoo on the digits, tuned alike. */
#include "learner.h"
#include "measured.h"

enum {
    rates = 6,
    others = 2,
    trial_seeds = 3,
    race_seeds = 10,
    steps = learner_epochs * 41
};

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

/* The mean cost on samples that were held out. A run that diverged costs infinitely. */
static double trial(const struct setting *setting, const struct dataset *data,
                    const struct dataset *validation)
{
    double sum = 0;
    for (uint64_t s = 0; s < trial_seeds; s++) {
        struct learner *learner = learner_new(setting, FIRST_SEED + 100 + s);
        learner_train(learner, FIRST_SEED + 100 + s, data, NULL, NULL);
        double cost =
            (double)mlp_score(&learner->mlp, learner->theta, validation, NULL).cost;
        sum += isfinite(cost) ? cost / trial_seeds : INFINITY;
        learner_free(learner);
    }
    return sum;
}

/* The best of rates × others settings, all of them tried. */
static struct setting tune(enum who who, const struct dataset *data,
                           const struct dataset *validation, bool *inside)
{
    struct setting best = {who, 0, 0};
    double lowest = INFINITY;
    for (int i = 0; i < rates; i++)
        for (int k = 0; k < others; k++) {
            struct setting setting = {who, half_power(smallest_rate[who], i),
                                      other[who][k]};
            double cost = trial(&setting, data, validation);
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

static void race(const struct setting *setting, const struct dataset *data,
                 const struct dataset *test, struct outcome *outcome)
{
    struct train_epoch record[learner_epochs + 1];
    for (uint64_t s = 0; s < race_seeds; s++) {
        struct learner *learner = learner_new(setting, FIRST_SEED + s);
        learner_train(learner, FIRST_SEED + s, data, test, record);
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

static void write_outcome(FILE *facts, int who, const struct setting *setting,
                          const struct outcome *outcome)
{
    double mean, deviation;
    figure_fact_of(facts, "race-lr", names[who], "%g", setting->lr);
    figure_fact_of(facts, "race-other", names[who], "%g", setting->other);
    mean_and_deviation(&outcome->train[0][learner_epochs], learner_epochs + 1, &mean,
                       &deviation);
    figure_fact_of(facts, "race-train", names[who], "%.5f", mean);
    figure_fact_of(facts, "race-train-sd", names[who], "%.5f", deviation);
    mean_and_deviation(outcome->test, 1, &mean, &deviation);
    figure_fact_of(facts, "race-test", names[who], "%.3f", mean);
    figure_fact_of(facts, "race-test-sd", names[who], "%.3f", deviation);
    mean_and_deviation(outcome->accuracy, 1, &mean, &deviation);
    figure_fact_of(facts, "race-accuracy", names[who], "%.1f", mean);
    figure_fact_of(facts, "race-accuracy-sd", names[who], "%.1f", deviation);
    int epochs = epochs_to(outcome, 0.1);
    figure_fact_of(facts, "race-epochs", names[who], "%d", epochs);
    figure_fact_of(facts, "race-micro", names[who], "%.0f", measured_step[who]);
    figure_fact_of(facts, "race-milli", names[who], "%.0f",
                   41e-3 * epochs * measured_step[who]);
}

/* Epoch; then for each contender milliseconds, and mean, smallest and largest cost. */
static void write_curves(const char *directory, const struct outcome *outcome)
{
    FILE *file = figure_open(directory, "race.dat");
    fprintf(file, "# epoch, then for each: milliseconds, mean, smallest, largest cost\n");
    for (int e = 0; e <= learner_epochs; e++, fprintf(file, "\n")) {
        fprintf(file, "%d", e);
        for (int k = 0; k < CONTENDERS; k++) {
            double sum = 0, low = INFINITY, high = 0;
            for (int s = 0; s < race_seeds; s++) {
                sum += outcome[k].train[s][e] / race_seeds;
                low = fmin(low, outcome[k].train[s][e]);
                high = fmax(high, outcome[k].train[s][e]);
            }
            fprintf(file, " %.6g %.6g %.6g %.6g", 41e-3 * e * measured_step[k], sum, low,
                    high);
        }
    }
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    static struct outcome outcome[CONTENDERS];
    struct dataset data, test, learn, validation;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    require(dataset_split(&data, 797, DIGITS_SEED, &learn, &validation));
    int inside = 0;
    for (int k = 0; k < CONTENDERS; k++) {
        bool within = false;
        struct setting setting = tune((enum who)k, &learn, &validation, &within);
        race(&setting, &data, &test, &outcome[k]);
        write_outcome(facts, k, &setting, &outcome[k]);
        inside += within;
    }
    figure_fact(facts, "race-inside", "%d", inside);
    figure_fact(facts, "race-trials", "%d", rates * others);
    write_curves(directory, outcome);
    dataset_free(&data);
    dataset_free(&test);
    dataset_free(&learn);
    dataset_free(&validation);
}
