/* again.c: the race some times more, the tuning too, with other seeds. No figure: numbers
 * for the text. */
#include "contest.h"

enum { repeats = 4 };

struct range {
    double low, high;
};

static const struct range nothing = {INFINITY, -INFINITY};

static void include(struct range *range, double value)
{
    range->low = fmin(range->low, value);
    range->high = fmax(range->high, value);
}

static double last_cost(const struct outcome *outcome)
{
    double mean, deviation;
    mean_and_deviation(&outcome->train[0][learner_epochs], learner_epochs + 1, &mean,
                       &deviation);
    return mean;
}

void experiment(const char *directory, FILE *facts)
{
    static struct outcome outcome[CONTENDERS];
    struct setting best[CONTENDERS];
    struct range lr[CONTENDERS], train[CONTENDERS], epochs[CONTENDERS];
    int sooner = 0, lower = 0;
    (void)directory;
    for (int k = 0; k < CONTENDERS; k++)
        lr[k] = train[k] = epochs[k] = nothing;
    for (uint64_t first = FIRST_SEED + 100; first <= FIRST_SEED + 100 * repeats;
         first += 100) {
        contest(first, best, outcome);
        for (int k = 0; k < CONTENDERS; k++) {
            include(&lr[k], best[k].lr);
            include(&train[k], last_cost(&outcome[k]));
            include(&epochs[k], epochs_to(&outcome[k], 0.1));
        }
        sooner += epochs_to(&outcome[MUON], 0.1) < epochs_to(&outcome[ADAMW_ALL], 0.1);
        lower += last_cost(&outcome[MUON]) < last_cost(&outcome[ADAMW_ALL]);
    }
    figure_fact(facts, "again-repeats", "%d", repeats);
    figure_fact(facts, "again-sooner", "%d", sooner);
    figure_fact(facts, "again-lower", "%d", lower);
    for (int k = 0; k < CONTENDERS; k++) {
        figure_fact_of(facts, "again-lr-low", names[k], "%g", lr[k].low);
        figure_fact_of(facts, "again-lr-high", names[k], "%g", lr[k].high);
        figure_fact_of(facts, "again-train-low", names[k], "%.4f", train[k].low);
        figure_fact_of(facts, "again-train-high", names[k], "%.4f", train[k].high);
        figure_fact_of(facts, "again-epochs-low", names[k], "%d", (int)epochs[k].low);
        figure_fact_of(facts, "again-epochs-high", names[k], "%d", (int)epochs[k].high);
    }
}
