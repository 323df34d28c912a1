/* paths.c: the three methods in the valley, each with its best rates on quadratics. */
#include "shared.h"

enum { steps = 30 };

void experiment(const char *directory, FILE *facts)
{
    struct quadratic valley = new_quadratic(2, valley_spectrum);
    struct problem problem = quadratic_problem(&valley);
    FILE *file = figure_open(directory, "paths.dat");
    fprintf(file, "# t x y\n");
    for (int k = 0; k < METHODS; k++) {
        real theta[2] = {valley_start[0], valley_start[1]}, path[2 * (steps + 1)];
        struct rates rates = tuned(k, valley_spectrum[0], valley_spectrum[1]);
        run(&problem, k, rates, steps, theta, path);
        for (int t = 0; t <= steps; t++)
            fprintf(file, "%d %.6g %.6g\n", t, path[2 * t], path[2 * t + 1]);
        fprintf(file, "\n\n");
        figure_fact_of(facts, "paths", raced[k].key, "%.2f", norm(2, path + 2 * steps));
    }
    figure_close(file);
    quadratic_free(&valley);
}
