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
static void gain_facts(FILE *facts, const char *name, size_t width,
                       const double base[SEEDS], const double last[SEEDS])
{
    double gain[SEEDS];
    char key[32];
    for (size_t s = 0; s < SEEDS; s++)
        gain[s] = base[s] - last[s];
    snprintf(key, sizeof key, "%zu", width);
    spread_facts(facts, name, key, "%.2f", spread_of(SEEDS, gain));
}

void experiment(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "widths.dat");
    fprintf(file, "# width, then mean and deviation for %s, %s, %s\n", ways[0], ways[1],
            ways[2]);
    for (size_t i = 0; i < SIZES; i++) {
        double last[WAYS][SEEDS];
        struct task task = language(sizes[i]);
        fprintf(file, "%zu", sizes[i]);
        for (size_t k = 0; k < WAYS; k++) {
            run(&task, &wide[i][k], k == 0 ? LONG : SHORT, last[k]);
            const struct spread spread = spread_of(SEEDS, last[k]);
            fprintf(file, " %.4f %.4f", spread.mean, spread.deviation);
        }
        gain_facts(facts, "width-gain", sizes[i], last[0], last[1]);
        gain_facts(facts, "width-muon", sizes[i], last[2], last[1]);
        fprintf(file, "\n");
        task_free(&task);
    }
    figure_close(file);
}
