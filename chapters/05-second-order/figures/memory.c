/* memory.c: how many evaluations L-BFGS takes to solve the test problems, against the
 * pairs it keeps; beside BFGS. The standard starts, and four beside each: on long ways
 * chance decides much. */
#include "problems.h"

enum { STARTS = 5, MOST = 3000 };

static const size_t kept[] = {1, 2, 3, 4, 6, 8, 12, 17, 25, 40};
enum { KEPT = sizeof kept / sizeof *kept };

/* The mean over the starts of the sum over the problems, and how often none was found. */
static double total(size_t m, size_t *unsolved)
{
    double sum = 0;
    *unsolved = 0;
    for (const struct residual_model *model = mgh_problems; model->name; model++)
        for (size_t seed = 0; seed < STARTS; seed++) {
            const size_t evaluations = count_evaluations(model, m, seed, MOST);
            sum += (double)evaluations / STARTS;
            *unsolved += evaluations == MOST;
        }
    return sum;
}

void experiment(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "memory.dat");
    size_t unsolved;
    fprintf(file, "# pairs evaluations unsolved; then BFGS\n");
    for (size_t k = 0; k < KEPT; k++) {
        const double evaluations = total(kept[k], &unsolved);
        char key[32];
        fprintf(file, "%zu %.6g %zu\n", kept[k], evaluations, unsolved);
        snprintf(key, sizeof key, "memory-%zu", kept[k]);
        if (kept[k] == 1 || kept[k] == 3 || kept[k] == 6 || kept[k] == 12)
            figure_fact(facts, key, "%.0f", evaluations);
    }
    const double evaluations = total(0, &unsolved);
    fprintf(file, "\n\n1 %.6g\n40 %.6g\n", evaluations, evaluations);
    figure_fact(facts, "memory-bfgs", "%.0f", evaluations);
    figure_close(file);
}
