/* valley.c: gradient descent in the valley, with a small and a large learning rate. */
#include "shared.h"

enum { steps = 30 };

void experiment(const char *directory, FILE *facts)
{
    const double lr[2] = {0.004, 0.038};
    const char *key[2] = {"small", "large"};
    struct quadratic valley = new_quadratic(2, valley_spectrum);
    struct problem problem = quadratic_problem(&valley);
    FILE *file = figure_open(directory, "valley.dat");
    fprintf(file, "# lr t x y\n");
    for (int k = 0; k < 2; k++) {
        real theta[2] = {valley_start[0], valley_start[1]}, path[2 * (steps + 1)];
        run(&problem, GRADIENT_DESCENT, (struct rates){lr[k], 0}, steps, theta, path);
        for (int t = 0; t <= steps; t++)
            fprintf(file, "%g %d %.6g %.6g\n", lr[k], t, path[2 * t], path[2 * t + 1]);
        fprintf(file, "\n\n");
        figure_fact_of(facts, "valley", key[k], "%.0f", 100 * theta[0] / valley_start[0]);
    }
    figure_close(file);
    quadratic_free(&valley);
}
