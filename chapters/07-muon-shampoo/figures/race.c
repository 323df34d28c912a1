/* race.c: AdamW, Muon and Shampoo on the digits, with what a step took. */
#include "contest.h"
#include "measured.h"

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
    struct setting best[CONTENDERS];
    figure_fact(facts, "race-inside", "%d", contest(FIRST_SEED, best, outcome));
    figure_fact(facts, "race-trials", "%d", rates * others);
    for (int k = 0; k < CONTENDERS; k++)
        write_outcome(facts, k, &best[k], &outcome[k]);
    write_curves(directory, outcome);
}
