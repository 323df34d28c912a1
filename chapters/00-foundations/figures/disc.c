/* disc.c: projected gradient descent on a disc, and the multiplier of its edge.
 *
 *     min ½ (x - c)ᵀ A (x - c)  subject to  ‖x‖² - r² ≤ 0,   c outside of the disc */
#include "optim/kkt_verify.h"
#include "optim/projection.h"
#include "shared.h"

enum { STEPS = 40 };

static const real curvature[2] = {1, 4}, center[2] = {2, 1};

static real bowl(size_t n, const real *x, real *g, void *context)
{
    (void)context;
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += curvature[i] * square(x[i] - center[i]) / 2;
        if (g)
            g[i] = curvature[i] * (x[i] - center[i]);
    }
    return (real)sum;
}

/* The minimum on the disc of the given squared radius. */
static double minimize(double squared_radius, real *x, real *g, double *mapping)
{
    struct ball ball = {(real)sqrt(squared_radius)};
    real trial[2], length = 0;
    for (size_t k = 0; k < 2000; k++) {
        bowl(2, x, g, NULL);
        require(projected_step(2, ball_project, &ball, (real)0.25, g, x, trial, &length));
    }
    *mapping = length;
    return bowl(2, x, g, NULL);
}

static void draw_path(const char *directory)
{
    FILE *file = figure_open(directory, "disc.dat");
    struct ball ball = {1};
    real x[2] = {-(real)0.9, -(real)0.2}, g[2], trial[2], mapping;
    fprintf(file, "# k x y\n");
    for (size_t k = 0; k <= STEPS; k++) {
        fprintf(file, "%zu %.6g %.6g\n", k, x[0], x[1]);
        bowl(2, x, g, NULL);
        require(
            projected_step(2, ball_project, &ball, (real)0.25, g, x, trial, &mapping));
    }
    fprintf(file, "\n\n# minimum, and minus its gradient\n");
    fprintf(file, "%.6g %.6g %.6g %.6g\n", x[0], x[1], -g[0], -g[1]);
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    real x[2] = {0, 0}, g[2], slopes[2], zero = 0, price;
    double mapping, none;
    draw_path(directory);
    const double value = minimize(1, x, g, &mapping);
    for (size_t i = 0; i < 2; i++)
        slopes[i] = 2 * x[i];
    price = (real)(sqrt(squared(2, g)) / 2);
    const struct kkt_candidate candidate = {.n = 2,
                                            .inequalities = 1,
                                            .gradient = g,
                                            .g = &zero,
                                            .g_slopes = slopes,
                                            .g_prices = &price};
    const struct kkt_report report = kkt_verify(&candidate, (real)1e-9);
    figure_fact(facts, "disc-gradient", "%.2f", sqrt(squared(2, g)));
    figure_fact(facts, "disc-mapping", "%.0e", fmax(mapping, 1e-17));
    figure_fact(facts, "disc-price", "%.4f", price);
    figure_fact(facts, "disc-residual", "%.0e", fmax(report.stationarity, 1e-17));
    const double more = minimize(1.001, x, g, &none), less = minimize(0.999, x, g, &none);
    figure_fact(facts, "disc-price-measured", "%.4f", (less - more) / 0.002);
    figure_fact(facts, "disc-value", "%.3f", value);
}
