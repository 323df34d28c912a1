/* widths.c: do the tricks help a model of another width? */
#include "lab/figure.h"
#include "recipes.h"

enum { SEEDS = 3 };
static const char *const ways[WAYS] = {"adamw", "best", "no-muon"};

static void run(struct task *task, const struct recipe *recipe, size_t steps,
                double last[SEEDS])
{
    for (uint64_t s = 0; s < SEEDS; s++)
        last[s] = last_score(task, recipe, FIRST_SEED + s, steps);
}

/* Seed by seed: how much lower one cost is than the other. */
static void gain_facts(FILE *facts, const char *name, const char *key,
                       const double base[SEEDS], const double last[SEEDS])
{
    double gain[SEEDS];
    for (size_t s = 0; s < SEEDS; s++)
        gain[s] = base[s] - last[s];
    spread_facts(facts, name, key, "%.2f", spread_of(SEEDS, gain));
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    for (size_t i = 0; i < SIZES; i++) {
        double last[WAYS][SEEDS];
        char key[8], name[16];
        struct task task = language(sizes[i]);
        snprintf(key, sizeof key, "%zu", sizes[i]);
        for (size_t k = 0; k < WAYS; k++) {
            run(&task, &wide[i][k], k == 0 ? LONG : SHORT, last[k]);
            snprintf(name, sizeof name, "width-%s", ways[k]);
            spread_facts(facts, name, key, "%.2f", spread_of(SEEDS, last[k]));
        }
        figure_fact_of(facts, "width-rate", key, "%.2g", (double)wide[i][0].lr);
        gain_facts(facts, "width-gain", key, last[0], last[1]);
        gain_facts(facts, "width-muon", key, last[2], last[1]);
        task_free(&task);
    }
}
