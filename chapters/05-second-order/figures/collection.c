/* collection.c: evaluations of L-BFGS with 6 pairs on the test problems, beside those
 * that liblbfgs and SciPy took, as tests/lab/oracles has them. */
#include "lab/mgh.h"
#include "shared.h"

enum { MOST = 20000, MAX_N = 100 };

static bool is_solved(const struct residual_model *model, double value)
{
    const double goals[] = {model->minimum, model->local};
    for (size_t k = 0; k < (model->local > 0 ? 2 : 1); k++)
        if (goals[k] > 0 ? fabs(value / goals[k] - 1) < 1e-5 : value < 1e-12)
            return true;
    return false;
}

static long count(const struct residual_model *model)
{
    struct least_squares squares;
    struct curvature_pairs pairs;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real theta[MAX_N];
    config.tolerance = 0;
    require(least_squares_init(&squares, model));
    require(curvature_pairs_init(&pairs, model->n, 6));
    model->start(model->n, theta);
    require(minimizer_init(&minimizer, model->n, least_squares_objective, &squares,
                           lbfgs_method(&pairs), theta, config));
    while (!is_solved(model, minimizer.value) && minimizer.evaluations < MOST &&
           minimizer_step(&minimizer) == MINIMIZER_RUNNING)
        continue;
    if (!is_solved(model, minimizer.value))
        require(DESCENT_ERANGE);
    const long evaluations = (long)minimizer.evaluations;
    minimizer_free(&minimizer);
    curvature_pairs_free(&pairs);
    least_squares_free(&squares);
    return evaluations;
}

/* Adds up what a library took; where it never got there, all that it spent. */
static void add_up(const char *path, long *all, long *watson, int *unsolved)
{
    FILE *file = fopen(path, "r");
    char line[256], name[32];
    long until, spent;
    if (!file)
        require(DESCENT_EIO);
    while (file && fgets(line, sizeof line, file)) {
        if (sscanf(line, "%31s %ld %ld", name, &until, &spent) != 3)
            continue;
        *unsolved += until == 0;
        *all += until ? until : spent;
        if (strcmp(name, "watson-9") == 0)
            *watson = until ? until : spent;
    }
    if (file)
        fclose(file);
}

void experiment(const char *directory, FILE *facts)
{
    long ours = 0, watson = 0, all = 0, theirs = 0;
    int unsolved = 0;
    (void)directory;
    for (const struct residual_model *model = mgh_problems; model->name; model++) {
        const long evaluations = count(model);
        ours += evaluations;
        if (strcmp(model->name, "watson-9") == 0)
            watson = evaluations;
    }
    figure_fact(facts, "ours", "%ld", ours);
    figure_fact(facts, "ours-watson", "%ld", watson);
    add_up("chapters/05-second-order/figures/minimizers.tsv", &all, &theirs, &unsolved);
    figure_fact(facts, "liblbfgs", "%ld", all);
    figure_fact(facts, "liblbfgs-watson", "%ld", theirs);
    figure_fact(facts, "liblbfgs-unsolved", "%d", unsolved);
    all = theirs = unsolved = 0;
    add_up("chapters/05-second-order/figures/minimizers_scipy.tsv", &all, &theirs,
           &unsolved);
    figure_fact(facts, "scipy", "%ld", all);
    figure_fact(facts, "scipy-unsolved", "%d", unsolved);
}
