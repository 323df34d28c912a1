/* shapes.c: the multipliers of all schedules, and two numbers of OneCycle. */
#include "plan.h"

enum { total = 420 };

/* A cost that falls, stands still and falls again, as a plateau meets it. */
static void run_plateau(real *rate)
{
    struct plateau_config config = plateau_defaults();
    struct plateau plateau;
    config.patience = 2;
    config.factor = (real)0.3;
    require(plateau_init(&plateau, config));
    for (size_t t = 0; t < total; t++) {
        if (t > 0 && t % 20 == 0)
            plateau_read(&plateau, t < 120 ? (real)(total - t) : 300);
        rate[t] = plateau.rate;
    }
}

void experiment(const char *directory, FILE *facts)
{
    real plateau[total];
    run_plateau(plateau);
    FILE *file = figure_open(directory, "shapes.dat");
    fprintf(file, "# step, multiplier of each plan in the order of enum plan\n");
    for (size_t t = 1; t <= total; t++, fprintf(file, "\n")) {
        fprintf(file, "%zu", t);
        for (enum plan plan = 0; plan < FREE; plan++)
            fprintf(file, " %.6g",
                    plan == PLATEAU ? (double)plateau[t - 1]
                                    : (double)plan_multiplier(plan, t, total));
    }
    figure_close(file);
    const struct one_cycle cycle = {100,   1,          (real)0.3,  25,
                                    10000, (real)0.85, (real)0.95, ONE_CYCLE_COSINE};
    figure_fact(facts, "cycle-first", "%.2f", (double)one_cycle(&cycle, 1));
    figure_fact(facts, "cycle-last", "%.0e", (double)one_cycle(&cycle, 100));
    figure_fact(facts, "cycle-mistaken", "%.0e", 1 / (double)cycle.final_div);
}
