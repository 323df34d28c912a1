/* paths.c: three methods in Rosenbrock's valley, with the same line search. */
#include "lab/mgh.h"
#include "shared.h"

enum { SHOWN = 60, MOST = 100000 };

static void hessian(size_t n, const real *theta, real *h, void *context)
{
    (void)n, (void)context;
    h[0] = 1200 * theta[0] * theta[0] - 400 * theta[1] + 2;
    h[1] = h[2] = -400 * theta[0];
    h[3] = 200;
}

static void run(FILE *file, FILE *facts, int method, struct least_squares *valley)
{
    const struct function function = {2,   least_squares_objective, valley, hessian, NULL,
                                      NULL};
    struct method_state state;
    struct minimizer minimizer;
    real theta[2] = {-1.2, 1};
    struct minimizer_config config = minimizer_defaults();
    struct direction direction = prepare(&state, method, 6, &function);
    require(minimizer_init(&minimizer, 2, least_squares_objective, valley, direction,
                           theta, config));
    for (size_t t = 0; t < MOST && minimizer.status == MINIMIZER_RUNNING; t++) {
        if (t <= SHOWN)
            fprintf(file, "%.6g %.6g\n", theta[0], theta[1]);
        if (t == SHOWN && method == GD)
            figure_fact(facts, "paths-gd-x", "%.2f", theta[0]);
        minimizer_step(&minimizer);
    }
    fprintf(file, "%.6g %.6g\n\n\n", theta[0], theta[1]);
    figure_fact_of(facts, "paths-steps", keys[method], "%.0f", (double)minimizer.steps);
    if (method != GD)
        figure_fact_of(facts, "paths-evaluations", keys[method], "%.0f",
                       (double)minimizer.evaluations);
    if (method == NEWTON)
        figure_fact(facts, "paths-shifted", "%zu", state.newton.shifted);
    minimizer_free(&minimizer);
    release(&state);
}

void experiment(const char *directory, FILE *facts)
{
    struct least_squares valley;
    require(least_squares_init(&valley, mgh_named("rosenbrock")));
    FILE *file = figure_open(directory, "paths.dat");
    fprintf(file, "# x y: gradient descent, BFGS, Newton\n");
    run(file, facts, GD, &valley);
    run(file, facts, BFGS, &valley);
    run(file, facts, NEWTON, &valley);
    figure_close(file);
    least_squares_free(&valley);
}
