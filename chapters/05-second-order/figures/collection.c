/* collection.c: evaluations of L-BFGS with 6 pairs on the test problems, beside those
 * that liblbfgs and SciPy took, as tests/lab/oracles has them; and on Watson's problem,
 * which takes most of them, from starts beside the standard one. */
#include "problems.h"

enum { MOST = 20000, PAIRS = 6, STARTS = 21 };

/* Evaluations in all, those of Watson's problem, and problems left unsolved. */
struct spent {
    long all, watson, unsolved;
};

static void add(struct spent *spent, const char *problem, long evaluations)
{
    spent->all += evaluations;
    if (strcmp(problem, "watson-9") == 0)
        spent->watson += evaluations;
}

static struct spent by_us(void)
{
    struct spent spent = {0};
    for (const struct residual_model *model = mgh_problems; model->name; model++) {
        const size_t evaluations = count_evaluations(model, PAIRS, 0, MOST);
        if (evaluations == MOST)
            require(DESCENT_ERANGE);
        add(&spent, model->name, (long)evaluations);
    }
    return spent;
}

/* What a library took; where it never got there, all that it spent. */
static struct spent by_library(const char *path)
{
    struct spent spent = {0};
    FILE *file = fopen(path, "r");
    char line[256], name[32];
    long until, all;
    if (!file)
        require(DESCENT_EIO);
    while (file && fgets(line, sizeof line, file)) {
        if (sscanf(line, "%31s %ld %ld", name, &until, &all) != 3)
            continue;
        spent.unsolved += until == 0;
        add(&spent, name, until ? until : all);
    }
    if (file)
        fclose(file);
    return spent;
}

static void write_spent(FILE *facts, const char *who, struct spent spent)
{
    figure_fact(facts, who, "%ld", spent.all);
    figure_fact_of(facts, who, "watson", "%ld", spent.watson);
    figure_fact_of(facts, who, "rest", "%ld", spent.all - spent.watson);
}

static int by_size(const void *a, const void *b)
{
    const size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* Evaluations from starts beside the standard one. */
static void write_spread(FILE *facts)
{
    size_t evaluations[STARTS], solved = 0;
    for (size_t k = 0; k < STARTS; k++) {
        evaluations[k] = count_evaluations(mgh_named("watson-9"), PAIRS, k + 1, MOST);
        solved += evaluations[k] < MOST;
    }
    qsort(evaluations, STARTS, sizeof *evaluations, by_size);
    figure_fact(facts, "watson-unsolved", "%zu", STARTS - solved);
    figure_fact(facts, "watson-fewest", "%zu", evaluations[0]);
    figure_fact(facts, "watson-median", "%zu", evaluations[STARTS / 2]);
    figure_fact(facts, "watson-most", "%zu", evaluations[solved - 1]);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    const struct spent liblbfgs =
        by_library("chapters/05-second-order/figures/minimizers.tsv");
    const struct spent scipy =
        by_library("chapters/05-second-order/figures/minimizers_scipy.tsv");
    write_spent(facts, "ours", by_us());
    write_spent(facts, "liblbfgs", liblbfgs);
    write_spent(facts, "scipy", scipy);
    figure_fact(facts, "liblbfgs-unsolved", "%ld", liblbfgs.unsolved);
    figure_fact(facts, "scipy-unsolved", "%ld", scipy.unsolved);
    write_spread(facts);
}
