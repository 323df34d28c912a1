/* radius.c: spectral radius of the heavy ball at one curvature, from exercise 2.5 and
 * measured. */
#include "speed.h"

enum { betas = 3 };

static void measure(FILE *points, double beta)
{
    for (double h = 0.1; h < 2 * (1 + beta) - 0.05; h += 0.2) {
        const real spectrum[1] = {(real)h};
        struct quadratic parabola = new_quadratic(1, spectrum);
        struct problem problem = quadratic_problem(&parabola);
        fprintf(points, "%.6g %.6g\n", h,
                measured_rate(&problem, HEAVY_BALL, (struct rates){1, beta}, 20, 250));
        quadratic_free(&parabola);
    }
}

void experiment(const char *directory, FILE *facts)
{
    const double beta[betas] = {0, 0.5, 0.9};
    (void)facts;
    FILE *curves = figure_open(directory, "radius.dat");
    FILE *points = figure_open(directory, "radius-measured.dat");
    fprintf(curves, "# lr*h radius\n");
    fprintf(points, "# lr*h rate\n");
    for (int k = 0; k < betas; k++) {
        for (int i = 0; i <= 440; i++)
            fprintf(curves, "%.6g %.6g\n", i * 0.01,
                    momentum_spectrum(1, (real)beta[k], (real)(i * 0.01)).radius);
        measure(points, beta[k]);
        fprintf(curves, "\n\n");
        fprintf(points, "\n\n");
    }
    figure_close(curves);
    figure_close(points);
}
