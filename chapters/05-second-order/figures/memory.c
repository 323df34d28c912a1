/* memory.c: how many evaluations L-BFGS takes to solve the test problems, against the
 * pairs it keeps; beside BFGS. The standard starts, and four beside each: on long ways
 * chance decides much. */
#include "problems.h"

enum { STARTS = 5, MOST = 3000 };

static const size_t kept[] = {1, 2, 3, 4, 6, 8, 12, 17, 25, 40};
enum { KEPT = sizeof kept / sizeof *kept };

/* Means over the starts of sums over the problems. */
struct sums {
    double all, rest; /* the rest is without the two that take most */
};

static bool takes_most(const struct residual_model *model)
{
    return strcmp(model->name, "watson-9") == 0 ||
           strcmp(model->name, "powell-singular-100") == 0;
}

static struct sums add_up(size_t m)
{
    struct sums sums = {0};
    for (const struct residual_model *model = mgh_problems; model->name; model++)
        for (size_t seed = 0; seed < STARTS; seed++) {
            const double share = (double)count_evaluations(model, m, seed, MOST) / STARTS;
            sums.all += share;
            sums.rest += takes_most(model) ? 0 : share;
        }
    return sums;
}

static void write_facts(FILE *facts, const char *who, struct sums sums)
{
    char name[32];
    snprintf(name, sizeof name, "memory-%s", who);
    figure_fact(facts, name, "%.0f", sums.all);
    figure_fact_of(facts, name, "rest", "%.0f", sums.rest);
}

void experiment(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "memory.dat");
    fprintf(file, "# pairs, evaluations for all problems and for the rest; then BFGS\n");
    for (size_t k = 0; k < KEPT; k++) {
        const struct sums sums = add_up(kept[k]);
        char who[8];
        fprintf(file, "%zu %.6g %.6g\n", kept[k], sums.all, sums.rest);
        snprintf(who, sizeof who, "%zu", kept[k]);
        if (kept[k] == 1 || kept[k] == 3 || kept[k] == 6 || kept[k] == 12)
            write_facts(facts, who, sums);
    }
    const struct sums bfgs = add_up(0);
    fprintf(file, "\n\n1 %.6g %.6g\n40 %.6g %.6g\n", bfgs.all, bfgs.rest, bfgs.all,
            bfgs.rest);
    write_facts(facts, "bfgs", bfgs);
    figure_close(file);
}
