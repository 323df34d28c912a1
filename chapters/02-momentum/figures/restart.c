/* restart.c: ripples of a momentum that grows, and restarts. */
#include "optim/restart.h"
#include "tumors.h"

enum { steps = 1500 };
enum { PLAIN, BALL, TUNED, GROWING, RESTARTED, RACERS };

/* The first step at which f - f* is at most 1e-10 in a run of values. */
static int reached(const double *value)
{
    for (int t = 0; t <= steps; t++)
        if (value[t] <= 1e-10)
            return t;
    return -1;
}

/* The distances between the minima of a run of values after step `from`. */
static void measure_ripples(size_t from, const double *value, FILE *facts)
{
    size_t first = 0, last = 0, count = 0, shortest = steps, longest = 0;
    for (size_t t = from; t < steps; t++) {
        if (value[t] >= value[t - 1] || value[t] >= value[t + 1])
            continue;
        if (count++) {
            shortest = t - last < shortest ? t - last : shortest;
            longest = t - last > longest ? t - last : longest;
        } else {
            first = t;
        }
        last = t;
    }
    double mean = (double)(last - first) / (double)(count - 1);
    figure_fact(facts, "ripple-mean", "%.0f", mean);
    figure_fact(facts, "ripple-shortest", "%zu", shortest);
    figure_fact(facts, "ripple-longest", "%zu", longest);
}

/* f - f* along a run of one of the table's methods. */
static void race_method(const struct problem *problem, int method, struct rates rates,
                        double least, double *value)
{
    static real path[(steps + 1) * params];
    real theta[params] = {0};
    run(problem, method, rates, steps, theta, path);
    for (size_t t = 0; t <= steps; t++)
        value[t] = problem_value(problem, path + t * params) - least;
}

/* f - f* along a run with growing momentum. Returns when the first restart was. */
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

/* How stretched the problem is where the race starts and where it ends, and how many
 * directions are nearly as flat as the flattest. */
static void measure_curvatures(const struct problem *problem, double mu, const real *best,
                               FILE *facts)
{
    real start[params] = {0}, curvature[params];
    curvatures(problem, start, curvature);
    figure_fact(facts, "kappa-start", "%.0f", curvature[params - 1] / curvature[0]);
    figure_fact(facts, "mu-start", "%.5f", curvature[0]);
    curvatures(problem, best, curvature);
    figure_fact(facts, "kappa-end", "%.0f", curvature[params - 1] / curvature[0]);
    figure_fact(facts, "mu-end", "%.5f", curvature[0]);
    int flat = 0;
    while (flat < params && curvature[flat] < 2 * mu)
        flat++;
    figure_fact(facts, "flat-directions", "%d", flat);
    figure_fact(facts, "directions", "%d", params);
}

void experiment(const char *directory, FILE *facts)
{
    const double l2 = 0.001, ell = 3.33;
    static double value[RACERS][steps + 1];
    struct tumors tumors;
    open_tumors(&tumors, l2);
    const struct problem *problem = &tumors.problem;
    real best[params];
    double least = minimum(problem, (struct rates){1 / ell, 0.96}, 4000, best);
    const int method[] = {GRADIENT_DESCENT, HEAVY_BALL, NESTEROV};
    for (int k = PLAIN; k <= TUNED; k++)
        race_method(problem, method[k], tuned(method[k], l2, ell), least, value[k]);
    struct restart_config config = {(real)(1 / ell), RESTART_NEVER};
    race_growing(problem, config, least, value[GROWING]);
    config.scheme = RESTART_GRADIENT;
    int first = race_growing(problem, config, least, value[RESTARTED]);
    measure_curvatures(problem, l2, best, facts);
    FILE *file = figure_open(directory, "restart.dat");
    fprintf(file, "# t gd ball tuned growing restart\n");
    for (int t = 0; t <= steps; t++) {
        fprintf(file, "%d", t);
        for (int k = 0; k < RACERS; k++)
            fprintf(file, " %.6g", value[k][t]);
        fprintf(file, "\n");
    }
    figure_close(file);
    figure_fact(facts, "until-ball", "%d", reached(value[BALL]));
    figure_fact(facts, "until-tuned", "%d", reached(value[TUNED]));
    figure_fact(facts, "until-restart", "%d", reached(value[RESTARTED]));
    figure_fact(facts, "restart-first", "%d", first);
    figure_fact(facts, "ripple-theory", "%.0f", acos(-1) * sqrt(ell / l2));
    measure_ripples(300, value[GROWING], facts);
    figure_fact(facts, "restart-gd", "%.0e", value[PLAIN][steps]);
    dataset_free(&tumors.data);
}
