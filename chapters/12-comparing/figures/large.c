/* large.c: the texts again, with larger batches, and rates that were chosen for them. */
#include "texts.h"

enum { SEEDS = 2, WINDOWS = 64 };

static void text_facts(FILE *facts, const char *key, int workload)
{
    double cost[METHODS][SEEDS], more[SEEDS];
    static const double rates[TEXTS][METHODS] = {
        [PLAIN] = {0.2, 0.01}, [FLAT] = {0.8, 0.01}};
    for (uint64_t s = 0; s < SEEDS; s++) {
        for (int m = 0; m < METHODS; m++) {
            struct curve curve;
            run_text(workload, m, rates[workload][m], WINDOWS, FIRST_SEED + s, &curve);
            cost[m][s] = curve.part[POINTS - 1][0];
        }
        more[s] = cost[BALL][s] - cost[ADAM][s];
    }
    figure_fact_of(facts, "large-ball", key, "%.2f", spread_of(SEEDS, cost[BALL]).mean);
    figure_fact_of(facts, "large-adam", key, "%.2f", spread_of(SEEDS, cost[ADAM]).mean);
    spread_facts(facts, "large-more", key, "%.2f", spread_of(SEEDS, more));
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    text_facts(facts, "plain", PLAIN);
    text_facts(facts, "flat", FLAT);
}
