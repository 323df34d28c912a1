/* restart.c: ripples of a momentum that grows, and restarts. */
#include "optim/restart.h"
#include "optim/lapack.h"
#include "tumors.h"

enum { steps = 1500, racers = 4 };

/* The first step at which f - f_min is at most 1e-10 in a run of values. */
static int reached(const double *value)
{
    for (int t = 0; t <= steps; t++)
        if (value[t] <= 1e-10)
            return t;
    return -1;
}

/* The mean distance between the minima of a run of values after step `from`. */
static double ripple(size_t from, const double *value)
{
    size_t first = 0, last = 0, count = 0;
    for (size_t t = from; t < steps; t++)
        if (value[t] < value[t - 1] && value[t] < value[t + 1]) {
            first = count ? first : t;
            last = t;
            count++;
        }
    return count > 1 ? (double)(last - first) / (double)(count - 1) : 0;
}

/* f - f_min along a run of one of the table's methods. */
static void race_method(const struct problem *problem, int method, struct rates rates,
                        double least, double *value)
{
    static real path[(steps + 1) * params];
    real theta[params] = {0};
    run(problem, method, rates, steps, theta, path);
    for (size_t t = 0; t <= steps; t++)
        value[t] = problem_value(problem, path + t * params) - least;
}

/* f - f_min along a run with growing momentum. Returns when the first restart was. */
static int race_growing(const struct problem *problem, struct restart_config config,
                        double least, double *value)
{
    struct restart restart;
    real theta[params] = {0};
    int first = 0;
    require(restart_init(&restart, params, theta, config));
    for (int t = 0; t <= steps; t++) {
        if (t > 0 && restart_step(&restart, theta, problem_objective, (void *)problem) &&
            !first)
            first = t;
        value[t] = problem_value(problem, theta) - least;
    }
    restart_free(&restart);
    return first;
}

/* The curvatures at theta, the smallest first: the eigenvalues of the Hessian, which is
 * made of differences of gradients. */
static void curvatures(const struct problem *problem, const real *theta, real *curvature)
{
    const real step = (real)cbrt(REAL_EPSILON);
    real hessian[params * params], point[params], below[params];
    memcpy(point, theta, sizeof point);
    for (int i = 0; i < params; i++) {
        point[i] = theta[i] - step;
        problem_gradient(problem, point, below);
        point[i] = theta[i] + step;
        real *row = hessian + i * params;
        problem_gradient(problem, point, row);
        point[i] = theta[i];
        for (int j = 0; j < params; j++)
            row[j] = (row[j] - below[j]) / (2 * step);
    }
    if (LAPACK_NAME(syev)(LAPACK_ROW_MAJOR, 'N', 'U', params, hessian, params, curvature))
        require(DESCENT_ENOMEM);
}

/* How stretched the problem is where the race starts and where it ends, and how many
 * directions are nearly as flat as the flattest. */
static void measure_curvatures(const struct problem *problem, double mu, const real *best,
                               FILE *facts)
{
    real start[params] = {0}, curvature[params];
    curvatures(problem, start, curvature);
    figure_fact(facts, "kappa-start", "%.0f", curvature[params - 1] / curvature[0]);
    curvatures(problem, best, curvature);
    figure_fact(facts, "kappa-end", "%.0f", curvature[params - 1] / curvature[0]);
    int flat = 0;
    while (flat < params && curvature[flat] < 2 * mu)
        flat++;
    figure_fact(facts, "flat-directions", "%d", flat);
    figure_fact(facts, "directions", "%d", params);
}

void experiment(const char *directory, FILE *facts)
{
    const double l2 = 0.001, ell = 3.33;
    static double value[racers][steps + 1];
    struct tumors tumors;
    open_tumors(&tumors, l2);
    struct problem *problem = &tumors.problem;
    real best[params];
    double least = minimum(problem, (struct rates){1 / ell, 0.96}, 4000, best);
    race_method(problem, GRADIENT_DESCENT, (struct rates){1 / ell, 0}, least, value[0]);
    race_method(problem, NESTEROV, tuned(NESTEROV, l2, ell), least, value[1]);
    struct restart_config config = {(real)(1 / ell), RESTART_NEVER};
    race_growing(problem, config, least, value[2]);
    config.scheme = RESTART_GRADIENT;
    int first = race_growing(problem, config, least, value[3]);
    measure_curvatures(problem, l2, best, facts);
    FILE *file = figure_open(directory, "restart.dat");
    fprintf(file, "# t gd tuned growing restart\n");
    for (int t = 0; t <= steps; t++)
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, value[0][t], value[1][t],
                value[2][t], value[3][t]);
    figure_close(file);
    figure_fact(facts, "until-tuned", "%d", reached(value[1]));
    figure_fact(facts, "until-restart", "%d", reached(value[3]));
    figure_fact(facts, "restart-first", "%d", first);
    figure_fact(facts, "ripple-theory", "%.0f", acos(-1) * sqrt(ell / l2));
    figure_fact(facts, "ripple-measured", "%.0f", ripple(300, value[2]));
    figure_fact(facts, "restart-gd", "%.0e", value[0][steps]);
    dataset_free(&tumors.data);
}
