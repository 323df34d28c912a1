/* parabola.c: gradient descent on x², whose curvature is 2, from 1. */
#include "shared.h"

enum { steps = 12, runs = 5 };

void experiment(const char *directory, FILE *facts)
{
    const double lr[runs] = {0.1, 0.5, 0.9, 1, 1.05};
    const real spectrum[1] = {2};
    struct quadratic parabola = new_quadratic(1, spectrum);
    struct problem problem = quadratic_problem(&parabola);
    (void)facts;
    FILE *file = figure_open(directory, "parabola.dat");
    fprintf(file, "# lr t x\n");
    for (int k = 0; k < runs; k++) {
        real x[1] = {1}, path[steps + 1];
        run(&problem, GRADIENT_DESCENT, (struct rates){lr[k], 0}, steps, x, path);
        for (int t = 0; t <= steps; t++)
            fprintf(file, "%g %d %.6g\n", lr[k], t, path[t]);
        fprintf(file, "\n\n");
    }
    figure_close(file);
    quadratic_free(&parabola);
}
