/* rates.c: how fast, against β and against κ. */
#include "speed.h"

enum { n = 20 };

/* The rate against β at κ = 100 and η = 1/L: theory, the slowest of all curvatures, and
 * measured on a quadratic of 20 parameters. */
static void run_beta(const char *directory)
{
    real spectrum[n];
    spectrum_geometric(n, (real)0.01, 1, spectrum);
    struct quadratic quadratic = new_quadratic(n, spectrum);
    struct problem problem = quadratic_problem(&quadratic);
    FILE *curves = figure_open(directory, "rate-beta.dat");
    FILE *points = figure_open(directory, "rate-beta-measured.dat");
    fprintf(curves, "# beta ball nesterov\n");
    fprintf(points, "# beta ball nesterov\n");
    for (int i = 0; i <= 198; i++) {
        double beta = i / 200.0, ball = 0, nesterov = 0;
        for (int k = 0; k < n; k++) {
            ball = fmax(ball, momentum_spectrum(1, (real)beta, spectrum[k]).radius);
            nesterov = fmax(nesterov, nesterov_radius(1, beta, spectrum[k]));
        }
        fprintf(curves, "%.6g %.6g %.6g\n", beta, ball, nesterov);
        if (i % 10)
            continue;
        const struct rates rates = {1, beta};
        fprintf(points, "%.6g %.6g %.6g\n", beta,
                measured_rate(&problem, HEAVY_BALL, rates, 20, 120),
                measured_rate(&problem, NESTEROV, rates, 20, 120));
    }
    figure_close(curves);
    figure_close(points);
    quadratic_free(&quadratic);
}

/* Steps for a decimal digit, each method at its best rates on [1/κ, 1]. */
static void measure_kappa(double kappa, double steps[METHODS])
{
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
    run_beta(directory);
    run_kappa(directory, facts);
}
