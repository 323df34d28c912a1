/* speedrun.c: the language model, trained with one trick more at a time. */
#include "lab/figure.h"
#include "optim/time_to_target.h"
#include "recipes.h"

enum { SEEDS = 5, LENGTHS = 3, HALVES = LONG / SHORT };
static const size_t lengths[LENGTHS] = {200, 250, SHORT};

/* The runs of a recipe: scores after SHORT steps, and in the end. */
struct runs {
    double middle[SEEDS], last[SEEDS];
};

static void run(struct task *task, enum rung rung, struct runs *runs)
{
    const size_t steps = rung == RUNG_ADAMW ? LONG : SHORT;
    real step[HALVES], value[HALVES];
    for (uint64_t s = 0; s < SEEDS; s++) {
        require(
            recipe_train(task, &ladder[rung], FIRST_SEED + s, steps, SHORT, step, value));
        runs->middle[s] = (double)value[0];
        runs->last[s] = (double)value[steps / SHORT - 1];
    }
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
static void trick_facts(FILE *facts, const char *name, const char *key,
                        const struct runs *before, const struct runs *runs)
{
    double less[SEEDS];
    for (size_t s = 0; s < SEEDS; s++)
        less[s] = before->last[s] - runs->last[s];
    spread_facts(facts, name, key, "%.3f", spread_of(SEEDS, less));
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

/* What was tuned, for the table. */
static void setting_facts(FILE *facts)
{
    figure_fact(facts, "set-rate", "%.2g", (double)ladder[RUNG_ADAMW].lr);
    figure_fact(facts, "set-warm", "%.0f", 100 * (double)ladder[RUNG_SCHEDULE].warm);
    figure_fact(facts, "set-muon", "%.2g", (double)ladder[RUNG_MUON].muon_lr);
    figure_fact(facts, "set-clip", "%.2g", (double)ladder[RUNG_CLIP].clip);
    figure_fact(facts, "set-start", "%.2g", (double)ladder[RUNG_START].deviation);
    figure_fact(facts, "set-rise", "%.0f", 100 * (double)ladder[RUNG_RISE].rise);
    figure_fact(facts, "set-no-muon", "%.2g", (double)ladder[RUNG_NO_MUON].deviation);
}

void experiment(const char *directory, FILE *facts)
{
    struct runs runs[RUNGS];
    (void)directory;
    struct task task = language(32);
    for (int k = 0; k < RUNGS; k++)
        run(&task, (enum rung)k, &runs[k]);
    const double target = spread_of(SEEDS, runs[RUNG_ADAMW].last).mean;
    figure_fact(facts, "speedrun-target", "%.3f", target);
    for (int k = RUNG_ADAMW; k < RUNGS; k++)
        rung_facts(facts, rungs[k].key, &runs[k], target);
    figure_fact(facts, "rung-adamw-short", "%.3f",
                spread_of(SEEDS, runs[RUNG_ADAMW].middle).mean);
    for (int k = RUNG_MUON; k <= RUNG_RISE; k++)
        trick_facts(facts, "trick", rungs[k].key, &runs[k - 1], &runs[k]);
    trick_facts(facts, "late", "muon", &runs[RUNG_NO_MUON], &runs[RUNG_START]);
    length_facts(&task, facts, &runs[RUNG_START], target);
    setting_facts(facts);
    task_free(&task);
}
