/* rates.c: how fast, at one curvature and against κ. */
#include "optim/momentum_spectrum.h"
#include "shared.h"

/* The factor a step by which the error shrinks on a quadratic, between the step where it
 * has lost `first` decimal digits and the one where it has lost `last`. */
static double measured_rate(const struct problem *problem, int method, struct rates rates,
                            int first, int last)
{
    const size_t n = problem->n;
    struct optimizer optimizer = make(method, n, rates);
    real *path = allocate(3 * n, sizeof(real)), *theta = allocate(n, sizeof(real));
    for (size_t i = 0; i < n; i++)
        theta[i] = 1;
    double size = 1, begin = 1;
    size_t t = 0, begun = 0;
    while (size > pow(10, -last) && t < 4000000) {
        /* The larger of two steps, since a coordinate may pass through zero. */
        require(descend(problem, &optimizer, 2, theta, path, NULL));
        t += 2;
        size = 0;
        for (size_t i = n; i < 3 * n; i++)
            size = fmax(size, fabs(path[i]));
        if (!begun && size < pow(10, -first)) {
            begun = t;
            begin = size;
        }
    }
    free(path);
    free(theta);
    optimizer_drop(&optimizer);
    return pow(size / begin, 1 / (double)(t - begun));
}

static void measure_radius(FILE *points, double beta)
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

/* Spectral radius of the heavy ball at one curvature, from exercise 2.5 and measured. */
static void run_radius(const char *directory)
{
    enum { betas = 3 };
    const double beta[betas] = {0, 0.5, 0.9};
    FILE *curves = figure_open(directory, "radius.dat");
    FILE *points = figure_open(directory, "radius-measured.dat");
    fprintf(curves, "# lr*h radius\n");
    fprintf(points, "# lr*h rate\n");
    for (int k = 0; k < betas; k++) {
        for (int i = 0; i <= 440; i++)
            fprintf(curves, "%.6g %.6g\n", i * 0.01,
                    momentum_spectrum(1, (real)beta[k], (real)(i * 0.01)).radius);
        measure_radius(points, beta[k]);
        fprintf(curves, "\n\n");
        fprintf(points, "\n\n");
    }
    figure_close(curves);
    figure_close(points);
}

/* Steps for a decimal digit, each method at its best rates on [1/κ, 1]. */
static void measure_kappa(double kappa, double steps[METHODS])
{
    enum { n = 20 };
    real spectrum[n];
    spectrum_geometric(n, (real)(1 / kappa), 1, spectrum);
    struct quadratic quadratic = new_quadratic(n, spectrum);
    struct problem problem = quadratic_problem(&quadratic);
    for (int k = 0; k < METHODS; k++) {
        int last = k == GRADIENT_DESCENT ? 40 : 250;
        struct rates rates = tuned(k, spectrum[0], 1);
        steps[k] = -1 / log10(measured_rate(&problem, k, rates, 20, last));
    }
    quadratic_free(&quadratic);
}

static void run_kappa(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "rate-kappa.dat");
    fprintf(file, "# kappa gd ball nesterov\n");
    for (int i = 1; i <= 8; i++) {
        double kappa = pow(10, i / 2.0), steps[METHODS];
        measure_kappa(kappa, steps);
        fprintf(file, "%.6g %.6g %.6g %.6g\n", kappa, steps[0], steps[1], steps[2]);
        for (int k = 0; k < METHODS && i % 4 == 0; k++) {
            char key[32];
            snprintf(key, sizeof key, "digit-%s-%.0f", raced[k].key, kappa);
            figure_fact(facts, key, kappa < 1000 ? "%.1f" : "%.0f", steps[k]);
        }
    }
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    run_radius(directory);
    run_kappa(directory, facts);
}
