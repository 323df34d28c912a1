/* landscapes.c: Rosenbrock's function, and a saddle. */
#include "lab/landscapes.h"
#include "shared.h"

enum { rosenbrock_steps = 10000 };

/* All methods at one learning rate, and AdaDelta at its own. */
static void run_rosenbrock(const char *directory, FILE *facts)
{
    static real value[METHODS + 1][rosenbrock_steps + 1];
    struct problem problem;
    require(rosenbrock_problem(&problem, 2));
    for (int k = 0; k <= METHODS; k++) {
        int method = k < METHODS ? k : ADADELTA;
        real theta[2];
        rosenbrock_start(2, theta);
        enum descent_status status = run(&problem, method, k < METHODS ? 0.003 : 1,
                                         rosenbrock_steps, theta, NULL, value[k]);
        int last = 0;
        while (last < rosenbrock_steps && isfinite(value[k][last + 1]))
            last++;
        if (status)
            figure_fact_of(facts, "rosenbrock-last", raced[method].key, "%d", last);
        else if (k < METHODS)
            figure_fact_of(facts, "rosenbrock", raced[method].key,
                           value[k][rosenbrock_steps] < 1e-3 ? "%.1e" : "%.2g",
                           value[k][rosenbrock_steps]);
        else
            figure_fact(facts, "rosenbrock-adadelta-1", "%.2g",
                        value[k][rosenbrock_steps]);
    }
    FILE *file = figure_open(directory, "rosenbrock.dat");
    fprintf(file, "# t sgd ball adagrad rmsprop adadelta adam amsgrad lion adadelta-1\n");
    for (int t = 1; t <= rosenbrock_steps; t += 1 + t / 60) {
        fprintf(file, "%d", t);
        for (int k = 0; k <= METHODS; k++)
            fprintf(file, " %.4g", value[k][t]);
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* Where Lion ends on Rosenbrock's function: after an even number of steps it is back, and
 * so are its averages. The mean of a coordinate's two gradients is the slope along the
 * floor, half their difference the wall's. */
static void run_lion_cycle(FILE *facts)
{
    struct problem problem;
    struct optimizer optimizer = make(LION, 2, 0.003);
    real theta[2], path[6], g[2][2];
    require(rosenbrock_problem(&problem, 2));
    rosenbrock_start(2, theta);
    require(descend(&problem, &optimizer, rosenbrock_steps, theta, NULL, NULL));
    require(descend(&problem, &optimizer, 2, theta, path, NULL));
    optimizer_drop(&optimizer);
    for (int k = 0; k < 2; k++)
        problem_gradient(&problem, path + 2 * k, g[k]);
    double distance = hypot(path[0] - 1, path[1] - 1);
    bool back = fmax(fabs(path[4] - path[0]), fabs(path[5] - path[1])) < 1e-9;
    require(back ? DESCENT_OK : DESCENT_ERANGE);
    figure_fact(facts, "lion-distance", "%.2f", distance);
    figure_fact(facts, "lion-rates", "%.0f", distance / 0.003);
    figure_fact(facts, "lion-slope", "%.2f", fabs(g[0][0] + g[1][0]) / 2);
    figure_fact(facts, "lion-wall", "%.2f", fabs(g[0][0] - g[1][0]) / 2);
}

/* From a millionth beside the ridge of a saddle: how long until |y| is above 0.5. */
static void run_saddle(const char *directory, FILE *facts)
{
    enum { steps = 2500 };
    static real path[METHODS + 1][2 * (steps + 1)];
    const struct problem problem = saddle_problem();
    for (int k = 0; k <= METHODS; k++) {
        real theta[2] = {1, (real)1e-6};
        int method = k < METHODS ? k : ADADELTA;
        require(
            run(&problem, method, k < METHODS ? 0.01 : 1, steps, theta, path[k], NULL));
        int left = 0;
        while (left < steps && fabs(path[k][2 * left + 1]) <= 0.5)
            left++;
        if (k == METHODS)
            figure_fact(facts, "saddle-adadelta-1", "%d", left);
        else if (left < steps)
            figure_fact_of(facts, "saddle", raced[k].key, "%d", left);
    }
    figure_fact(facts, "saddle-theory", "%.0f", ceil(log(0.5e6) / log1p(0.01)));
    FILE *file = figure_open(directory, "saddle.dat");
    fprintf(file, "# t sgd ball adagrad rmsprop adadelta adam amsgrad lion adadelta-1\n");
    for (int t = 0; t <= steps; t += t < 200 ? 2 : 10) {
        fprintf(file, "%d", t);
        for (int k = 0; k <= METHODS; k++)
            fprintf(file, " %.4g", fabs(path[k][2 * t + 1]));
        fprintf(file, "\n");
    }
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    run_rosenbrock(directory, facts);
    run_lion_cycle(facts);
    run_saddle(directory, facts);
}
