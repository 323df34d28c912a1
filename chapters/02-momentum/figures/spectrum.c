/* spectrum.c: the heavy ball on a quadratic with the curvatures that logistic regression
 * has at its minimum. */
#include "optim/momentum_spectrum.h"
#include "tumors.h"

/* Steps for a decimal digit against η and β, both in equal ratios; 0 where the method
 * diverges. */
static void run_map(const char *directory, const real *curvature, FILE *facts)
{
    enum { columns = 60, rows = 48 };
    const double ell = curvature[params - 1];
    double fewest = INFINITY;
    FILE *file = figure_open(directory, "map.dat");
    fprintf(file, "# lr*L 1-beta steps\n");
    for (int i = 0; i < columns; i++)
        for (int j = 0; j < rows; j++) {
            struct rates rates = {pow(10, -2 + 2.7 * (i + 0.5) / columns) / ell,
                                  1 - pow(10, -2.0 * (j + 0.5) / rows)};
            double slowest = 0;
            for (int k = 0; k < params; k++)
                slowest = fmax(slowest, momentum_spectrum((real)rates.lr,
                                                          (real)rates.beta, curvature[k])
                                            .radius);
            double steps = slowest < 1 ? -1 / log10(slowest) : 0;
            fprintf(file, "%.6g %.6g %.6g\n", rates.lr * ell, 1 - rates.beta, steps);
            fewest = steps > 0 ? fmin(steps, fewest) : fewest;
        }
    figure_close(file);
    struct rates theory = tuned(HEAVY_BALL, curvature[0], ell);
    figure_fact(facts, "map-lr", "%.2f", theory.lr * ell);
    figure_fact(facts, "map-beta", "%.2f", theory.beta);
    figure_fact(facts, "map-steps", "%.1f", -2 / log10(theory.beta));
    figure_fact(facts, "map-cell", "%.1f", fewest);
}

/* What is left of an error of 1 in each direction after some steps; the facts are the
 * largest of it. */
static void leave(const char *directory, const char *name, size_t n,
                  const real *curvature, double mu, double ell, FILE *facts)
{
    enum { steps = 40 };
    struct quadratic quadratic = new_quadratic(n, curvature);
    struct problem problem = quadratic_problem(&quadratic);
    real *left[METHODS], *path = allocate((steps + 1) * n, sizeof(real));
    for (int k = 0; k < METHODS; k++) {
        left[k] = allocate(n, sizeof(real));
        for (size_t i = 0; i < n; i++)
            left[k][i] = 1;
        run(&problem, k, tuned(k, mu, ell), steps, left[k], path);
        memcpy(left[k], path + steps * n, n * sizeof *path);
    }
    FILE *file = figure_open(directory, name);
    fprintf(file, "# h gd ball nesterov\n");
    for (size_t i = 0; i < n; i++)
        fprintf(file, "%.6g %.6g %.6g %.6g\n", curvature[i], fabs(left[0][i]),
                fabs(left[1][i]), fabs(left[2][i]));
    figure_close(file);
    for (int k = 0; k < METHODS; k++) {
        double worst = 0;
        for (size_t i = 0; i < n; i++)
            worst = fmax(worst, fabs(left[k][i]));
        if (facts)
            figure_fact_of(facts, "left", raced[k].key, "%.3f", worst);
        free(left[k]);
    }
    free(path);
    quadratic_free(&quadratic);
}

void experiment(const char *directory, FILE *facts)
{
    enum { fine = 1000 };
    struct tumors tumors;
    open_tumors(&tumors, 0.001);
    real best[params], curvature[params], grid[fine];
    minimum(&tumors.problem, (struct rates){0.3, 0.96}, 4000, best);
    curvatures(&tumors.problem, best, curvature);
    double mu = curvature[0], ell = curvature[params - 1];
    spectrum_geometric(fine, curvature[0], curvature[params - 1], grid);
    leave(directory, "left.dat", params, curvature, mu, ell, NULL);
    leave(directory, "left-curves.dat", fine, grid, mu, ell, facts);
    double rho = sqrt(tuned(HEAVY_BALL, mu, ell).beta);
    figure_fact(facts, "chebyshev-40", "%.4f", 2 / (pow(rho, 40) + pow(rho, -40)));
    run_map(directory, curvature, facts);
    dataset_free(&tumors.data);
}
