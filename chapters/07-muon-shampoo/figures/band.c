/* band.c: what Newton–Schulz makes of a singular value. */
#include "shared.h"

/* One step of the contract's polynomial, and of the old cubic one. */
static double quintic(double x)
{
    return x * ((double)NEWTON_SCHULZ_A +
                x * x * ((double)NEWTON_SCHULZ_B + x * x * (double)NEWTON_SCHULZ_C));
}

static double cubic(double x)
{
    return x * (3 - x * x) / 2;
}

static double after(double (*step)(double), int steps, double x)
{
    for (int k = 0; k < steps; k++)
        x = step(x);
    return x;
}

static void write_curves(const char *directory)
{
    enum { points = 3000 };
    FILE *file = figure_open(directory, "band.dat");
    fprintf(file, "# sigma, after 1, 2, 3, 5 steps, after 5 cubic steps\n");
    for (int i = 0; i <= points; i++) {
        double x = pow(10, -4 + 4.0 * i / points);
        fprintf(file, "%.6g %.6g %.6g %.6g %.6g %.6g\n", x, after(quintic, 1, x),
                after(quintic, 2, x), after(quintic, 3, x), after(quintic, 5, x),
                after(cubic, 5, x));
    }
    figure_close(file);
}

/* The lowest and the highest that comes out of the values from 0.003 to 1. */
static void write_band(FILE *facts)
{
    enum { points = 1000000 };
    double low = INFINITY, high = 0;
    for (int i = 0; i <= points; i++) {
        double x = after(quintic, 5, 0.003 + 0.997 * i / points);
        low = fmin(low, x);
        high = fmax(high, x);
    }
    figure_fact(facts, "band-low", "%.4f", low);
    figure_fact(facts, "band-high", "%.4f", high);
}

/* Above this value, up to 0.003, five steps bring everything to 0.68. */
static double smallest_lifted(void)
{
    double x = 0.003;
    while (after(quintic, 5, x) >= 0.68)
        x *= 0.99999;
    return x;
}

/* p has a slope of 0 where a + 3bσ² + 5cσ⁴ = 0, and p(σ) = σ where a - 1 + bσ² + cσ⁴ =
 * 0. */
static void write_polynomial(FILE *facts)
{
    const double a = (double)NEWTON_SCHULZ_A, b = (double)NEWTON_SCHULZ_B,
                 c = (double)NEWTON_SCHULZ_C;
    const double root = sqrt(9 * b * b - 20 * a * c);
    const double fixed = sqrt((-b - sqrt(b * b - 4 * c * (a - 1))) / (2 * c));
    figure_fact(facts, "peak", "%.4f", quintic(sqrt((-3 * b - root) / (10 * c))));
    figure_fact(facts, "trough", "%.4f", quintic(sqrt((-3 * b + root) / (10 * c))));
    figure_fact(facts, "fixed", "%.3f", fixed);
    figure_fact(facts, "fixed-slope", "%.2f",
                a + 3 * b * pow(fixed, 2) + 5 * c * pow(fixed, 4));
}

void experiment(const char *directory, FILE *facts)
{
    write_curves(directory);
    write_band(facts);
    write_polynomial(facts);
    figure_fact(facts, "after-1", "%.4f", after(quintic, 5, 1));
    figure_fact(facts, "after-08", "%.4f", after(quintic, 5, 0.8));
    figure_fact(facts, "after-06", "%.4f", after(quintic, 5, 0.6));
    figure_fact(facts, "after-001", "%.4f", after(quintic, 5, 0.01));
    figure_fact(facts, "cubic-001", "%.4f", after(cubic, 5, 0.01));
    figure_fact(facts, "steepest", "%.0f", pow((double)NEWTON_SCHULZ_A, 5));
    figure_fact(facts, "lifted", "%.4f", smallest_lifted());
    int steps = 5;
    while (after(cubic, steps, 0.003) < 0.68)
        steps++;
    figure_fact(facts, "cubic-steps", "%d", steps);
}
