/* cancer.c: logistic regression on the breast-cancer samples, by steps and by passes over
 * them. A product with the Hessian counts as one pass, a Hessian as n of them. */
#include "shared.h"

enum { MOST = 20000, SHOWN = 2000 };

static const double target = 1e-10;

static size_t passes_of(const struct minimizer *minimizer, int method,
                        const struct method_state *state)
{
    const size_t hessians = method == NEWTON ? minimizer->steps * minimizer->n : 0;
    return minimizer->evaluations + state->cg.products + hessians;
}

/* Steps of L-BFGS that forgets no pair to the same target. */
static size_t run_all_pairs(const struct function *function, double best)
{
    struct method_state state;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real *theta = allocate(function->n, sizeof(real));
    config.tolerance = 0;
    struct direction direction = prepare(&state, LBFGS, SHOWN, function);
    require(minimizer_init(&minimizer, function->n, function->f, function->context,
                           direction, theta, config));
    while (minimizer.value - best > target && minimizer.steps < SHOWN)
        minimizer_step(&minimizer);
    const size_t steps = minimizer.steps;
    minimizer_free(&minimizer);
    release(&state);
    free(theta);
    return steps;
}

/* Runs until the value is within the target of the best; writes steps, passes and the
 * distance. */
static void run(FILE *file, FILE *facts, int method, const struct function *function,
                double best)
{
    struct method_state state;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real *theta = allocate(function->n, sizeof(real));
    config.tolerance = 0;
    struct direction direction = prepare(&state, method, 10, function);
    require(minimizer_init(&minimizer, function->n, function->f, function->context,
                           direction, theta, config));
    double gap = minimizer.value - best;
    while (gap > target && minimizer.steps < MOST) {
        minimizer_step(&minimizer);
        gap = minimizer.value - best;
        if (minimizer.steps <= SHOWN)
            fprintf(file, "%zu %zu %.6g\n", minimizer.steps,
                    passes_of(&minimizer, method, &state), fmax(gap, 1e-16));
    }
    fprintf(file, "\n\n");
    figure_fact_of(facts, "cancer-steps", keys[method], "%.0f", (double)minimizer.steps);
    if (method >= LBFGS)
        figure_fact_of(facts, "cancer-passes", keys[method], "%.0f",
                       (double)passes_of(&minimizer, method, &state));
    minimizer_free(&minimizer);
    release(&state);
    free(theta);
}

/* The minimum, by Newton's method to the last digit. */
static double find_best(const struct function *function)
{
    struct method_state state;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real *theta = allocate(function->n, sizeof(real));
    config.tolerance = 1e-14;
    struct direction direction = prepare(&state, NEWTON, 0, function);
    require(minimizer_init(&minimizer, function->n, function->f, function->context,
                           direction, theta, config));
    minimizer_run(&minimizer, 100);
    const double best = minimizer.value;
    minimizer_free(&minimizer);
    release(&state);
    free(theta);
    return best;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data;
    struct logistic logistic;
    read_cancer(&data);
    require(logistic_init(&logistic, &data, 1e-3, true));
    struct problem problem = logistic_problem(&logistic);
    const struct function function = {
        problem.n,        problem_objective,       &problem,
        logistic_hessian, logistic_hessian_vector, &logistic};
    const double best = find_best(&function);
    FILE *file = figure_open(directory, "cancer.dat");
    fprintf(file, "# steps passes distance: gd, BFGS, L-BFGS, Newton, Newton-CG\n");
    for (int method = GD; method < METHODS; method++)
        run(file, facts, method, &function, best);
    figure_close(file);
    figure_fact(facts, "cancer-best", "%.6f", best);
    figure_fact(facts, "cancer-all-pairs", "%zu", run_all_pairs(&function, best));
    dataset_free(&data);
}
