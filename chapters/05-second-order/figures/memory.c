/* memory.c: how many evaluations L-BFGS takes to solve the test problems, against the
 * pairs it keeps; beside BFGS. The standard starts, and four beside each, at which every
 * number is changed by up to 1 %: on long ways chance decides much. */
#include "lab/mgh.h"
#include "lab/rng.h"
#include "shared.h"

enum { STARTS = 5, MOST = 3000, MAX_N = 100 };

static const size_t kept[] = {1, 2, 3, 4, 6, 8, 12, 17, 25, 40};
enum { KEPT = sizeof kept / sizeof *kept };

/* Whether a value is as low as a published minimum, which has six digits. */
static bool is_solved(const struct residual_model *model, double value)
{
    const double goals[] = {model->minimum, model->local};
    for (size_t k = 0; k < (model->local > 0 ? 2 : 1); k++)
        if (goals[k] > 0 ? fabs(value / goals[k] - 1) < 1e-5 : value < 1e-12)
            return true;
    return false;
}

/* Evaluations until a published minimum is reached, or all that are allowed. */
static size_t count(const struct residual_model *model, size_t m, size_t start)
{
    struct least_squares squares;
    struct method_state state;
    struct minimizer minimizer;
    struct rng rng = rng_seed(start);
    real theta[MAX_N];
    require(least_squares_init(&squares, model));
    const struct function function = {
        model->n, least_squares_objective, &squares, NULL, NULL, NULL};
    model->start(model->n, theta);
    for (size_t i = 0; start > 0 && i < model->n; i++)
        theta[i] *= 1 + 0.02 * (rng_uniform(&rng) - 0.5);
    struct direction direction = prepare(&state, m ? LBFGS : BFGS, m, &function);
    struct minimizer_config config = minimizer_defaults();
    config.tolerance = 0;
    require(minimizer_init(&minimizer, model->n, function.f, function.context, direction,
                           theta, config));
    while (!is_solved(model, minimizer.value) && minimizer.evaluations < MOST &&
           minimizer.status == MINIMIZER_RUNNING)
        minimizer_step(&minimizer);
    const size_t evaluations =
        is_solved(model, minimizer.value) ? minimizer.evaluations : MOST;
    minimizer_free(&minimizer);
    release(&state);
    least_squares_free(&squares);
    return evaluations;
}

/* The mean over the starts of the sum over the problems, and how often none was found. */
static double total(size_t m, size_t *unsolved)
{
    double sum = 0;
    *unsolved = 0;
    for (const struct residual_model *model = mgh_problems; model->name; model++)
        for (size_t start = 0; start < STARTS; start++) {
            const size_t evaluations = count(model, m, start);
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
