/* speedrun.c: the language model, trained with one trick more at a time. */
#include "lab/figure.h"
#include "optim/time_to_target.h"
#include "recipes.h"

enum { EVERY = 30, SEEDS = 5, LENGTHS = 3 };
static const size_t lengths[LENGTHS] = {200, 250, SHORT};

/* The runs of a recipe: scores every EVERY steps. */
struct runs {
    size_t points;
    real step[LONG / EVERY], value[SEEDS][LONG / EVERY];
    double last[SEEDS];
};

static void run(struct task *task, enum rung rung, struct runs *runs)
{
    const size_t steps = rung == RUNG_ADAMW ? LONG : SHORT;
    runs->points = steps / EVERY;
    for (uint64_t s = 0; s < SEEDS; s++) {
        require(recipe_train(task, &ladder[rung], FIRST_SEED + s, steps, EVERY,
                             runs->step, runs->value[s]));
        runs->last[s] = (double)runs->value[s][runs->points - 1];
    }
}

static double mean_at(const struct runs *runs, size_t point)
{
    double sum = 0;
    for (size_t s = 0; s < SEEDS; s++)
        sum += (double)runs->value[s][point] / SEEDS;
    return sum;
}

static void write_curves(const char *directory, const struct runs runs[RUNGS])
{
    FILE *file = figure_open(directory, "speedrun.dat");
    fprintf(file, "# step, then the mean score of each rung\n");
    for (size_t i = 0; i < LONG / EVERY; i++) {
        fprintf(file, "%zu", (i + 1) * EVERY);
        for (int k = 0; k < RUNGS; k++)
            fprintf(file, " %.4f", i < runs[k].points ? mean_at(&runs[k], i) : NAN);
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* The scores in the end, and how many of them are at the target. */
static void rung_facts(FILE *facts, const char *key, const struct runs *runs,
                       double target)
{
    size_t there = 0;
    for (size_t s = 0; s < SEEDS; s++)
        there += runs->last[s] <= target ? 1 : 0;
    spread_facts(facts, "rung", key, "%.3f", spread_of(SEEDS, runs->last));
    figure_fact_of(facts, "rung-there", key, "%zu", there);
}

/* What a trick has brought, seed by seed. */
static void trick_facts(FILE *facts, const char *key, const struct runs *before,
                        const struct runs *runs)
{
    double less[SEEDS];
    for (size_t s = 0; s < SEEDS; s++)
        less[s] = before->last[s] - runs->last[s];
    spread_facts(facts, "trick", key, "%.3f", spread_of(SEEDS, less));
}

/* Runs of several lengths by the best recipe, each with its own schedule; and how long a
 * run has to be, seed by seed, for its last score to be the target. */
static void length_facts(struct task *task, FILE *facts, const struct runs *longest,
                         double target)
{
    double need[SEEDS], factor[SEEDS];
    for (size_t s = 0; s < SEEDS; s++) {
        real length[LENGTHS], end[LENGTHS];
        for (size_t i = 0; i < LENGTHS; i++) {
            length[i] = (real)lengths[i];
            end[i] = lengths[i] == SHORT ? (real)longest->last[s]
                                         : (real)last_score(task, &ladder[RUNG_START],
                                                            FIRST_SEED + s, lengths[i]);
        }
        need[s] = (double)time_to_target(LENGTHS, length, end, (real)target, 0);
        factor[s] = LONG / need[s];
    }
    spread_facts(facts, "need", "best", "%.0f", spread_of(SEEDS, need));
    spread_facts(facts, "faster", "best", "%.1f", spread_of(SEEDS, factor));
}

void experiment(const char *directory, FILE *facts)
{
    static struct runs runs[RUNGS];
    struct task task = language(32);
    for (int k = 0; k < RUNGS; k++)
        run(&task, (enum rung)k, &runs[k]);
    const double target = spread_of(SEEDS, runs[RUNG_ADAMW].last).mean;
    figure_fact(facts, "speedrun-target", "%.3f", target);
    for (int k = RUNG_ADAMW; k < RUNGS; k++)
        rung_facts(facts, rungs[k].key, &runs[k], target);
    for (int k = RUNG_MUON; k <= RUNG_RISE; k++)
        trick_facts(facts, rungs[k].key, &runs[k - 1], &runs[k]);
    write_curves(directory, runs);
    length_facts(&task, facts, &runs[RUNG_START], target);
    task_free(&task);
}
