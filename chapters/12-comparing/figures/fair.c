/* fair.c: against AdamW with all the tricks but Muon. */
#include "lab/figure.h"
#include "optim/time_to_target.h"
#include "recipes.h"

enum { LENGTHS = 2, SEEDS = 5 };
static const size_t lengths[LENGTHS] = {400, 500};

void experiment(const char *directory, FILE *facts)
{
    double adamw[SEEDS], scheduled[SEEDS], last[LENGTHS][SEEDS], need[SEEDS],
        factor[SEEDS];
    struct task task = language(32);
    (void)directory;
    for (uint64_t s = 0; s < SEEDS; s++) {
        adamw[s] = last_score(&task, &ladder[RUNG_NO_MUON], FIRST_SEED + s, LONG);
        scheduled[s] = last_score(&task, &ladder[RUNG_SCHEDULE], FIRST_SEED + s, LONG);
        for (size_t i = 0; i < LENGTHS; i++)
            last[i][s] =
                last_score(&task, &ladder[RUNG_START], FIRST_SEED + s, lengths[i]);
    }
    const double target = spread_of(SEEDS, adamw).mean;
    for (size_t s = 0; s < SEEDS; s++) {
        real length[LENGTHS], end[LENGTHS];
        for (size_t i = 0; i < LENGTHS; i++) {
            length[i] = (real)lengths[i];
            end[i] = (real)last[i][s];
        }
        need[s] = (double)time_to_target(LENGTHS, length, end, (real)target, 0);
        factor[s] = LONG / need[s];
    }
    spread_facts(facts, "fair", "schedule", "%.3f", spread_of(SEEDS, scheduled));
    spread_facts(facts, "fair", "adamw", "%.3f", spread_of(SEEDS, adamw));
    spread_facts(facts, "fair", "need", "%.0f", spread_of(SEEDS, need));
    spread_facts(facts, "fair", "faster", "%.2f", spread_of(SEEDS, factor));
    task_free(&task);
}
