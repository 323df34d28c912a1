/* adagrad.c: AdaGrad's first steps, and what AdaGrad and RMSProp divide by. */
#include "lab/quadratic.h"
#include "lab/rng.h"
#include "shared.h"

/* The first ten steps on x² + 3y² from two starts. */
static void run_adagrad(const char *directory, FILE *facts)
{
    enum { steps = 10 };
    const real spectrum[2] = {2, 6};
    const real start[2][2] = {{2, 2}, {-2, 1}};
    real path[2][2 * (steps + 1)];
    struct quadratic quadratic;
    require(quadratic_init(&quadratic, 2, spectrum, NULL));
    struct problem problem = quadratic_problem(&quadratic);
    for (int k = 0; k < 2; k++) {
        real theta[2] = {start[k][0], start[k][1]};
        require(run(&problem, ADAGRAD, 0.5, steps, theta, path[k], NULL));
    }
    FILE *file = figure_open(directory, "adagrad.dat");
    fprintf(file, "# t x y x y\n");
    for (int t = 0; t <= steps; t++)
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, path[0][2 * t], path[0][2 * t + 1],
                path[1][2 * t], path[1][2 * t + 1]);
    figure_close(file);
    figure_fact(facts, "adagrad-end-1", "%.2f", path[0][2 * steps]);
    figure_fact(facts, "adagrad-end-2x", "%.2f", path[1][2 * steps]);
    figure_fact(facts, "adagrad-end-2y", "%.3f", path[1][2 * steps + 1]);
    figure_fact(facts, "adagrad-second", "%.2f", path[0][0] - path[0][4]);
    quadratic_free(&quadratic);
}

/* What both methods divide by, on gradients of size 1 that become ten times smaller. */
static void run_accumulators(const char *directory, FILE *facts)
{
    enum { steps = 1000, change = 300, seed = 1 };
    struct rng rng = rng_seed(seed);
    double s = 0, v = 0;
    FILE *file = figure_open(directory, "accumulators.dat");
    fprintf(file, "# t g adagrad rmsprop\n");
    for (int t = 1; t <= steps; t++) {
        double g = (t <= change ? 1 : 0.1) * rng_normal(&rng);
        s += square(g);
        v = 0.99 * v + 0.01 * square(g);
        fprintf(file, "%d %.5g %.5g %.5g\n", t, fabs(g), sqrt(s), sqrt(v));
        if (t == change) {
            figure_fact(facts, "root-adagrad-300", "%.1f", sqrt(s));
            figure_fact(facts, "root-rmsprop-300", "%.2f", sqrt(v));
        }
    }
    figure_close(file);
    figure_fact(facts, "root-adagrad-1000", "%.1f", sqrt(s));
    figure_fact(facts, "root-rmsprop-1000", "%.3f", sqrt(v));
}

void experiment(const char *directory, FILE *facts)
{
    run_adagrad(directory, facts);
    run_accumulators(directory, facts);
}
