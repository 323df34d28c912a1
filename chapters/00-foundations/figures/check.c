/* check.c: the error of a difference against its step, one-sided and central.
 *
 *     one-sided   h |f''|/2 + ε|f|/h        central   h² |f'''|/6 + ε|f|/(2h) */
#include "shared.h"

/* The largest error at steps within a third of a factor of ten, over many points: the
 * rounding of a single difference is a matter of luck. */
static void measure(double step, double error[2])
{
    struct rng rng = rng_seed(1);
    error[0] = error[1] = 0;
    for (int i = 0; i < 100; i++) {
        const double x = 1 + 0.01 * rng_uniform(&rng);
        const volatile double right = x + step, left = x - step;
        const double one = (exp(right) - exp(x)) / (right - x);
        const double both = (exp(right) - exp(left)) / (right - left);
        error[0] = fmax(error[0], fabs(one / exp(x) - 1));
        error[1] = fmax(error[1], fabs(both / exp(x) - 1));
    }
}

void experiment(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "check.dat");
    double least[2] = {1, 1}, best[2] = {0, 0}, error[2];
    fprintf(file, "# h one-sided central\n");
    for (int i = 0; i <= 56; i++) {
        const double h = pow(10, -14 + i / 4.0);
        measure(h, error);
        fprintf(file, "%.6g %.6g %.6g\n", h, error[0], error[1]);
        for (int k = 0; k < 2; k++)
            if (error[k] < least[k])
                least[k] = error[k], best[k] = h;
    }
    figure_close(file);
    figure_fact(facts, "check-best-one-sided", "%.0e", best[0]);
    figure_fact(facts, "check-best-central", "%.0e", best[1]);
    figure_fact(facts, "check-least-one-sided", "%.0e", least[0]);
    figure_fact(facts, "check-least-central", "%.0e", least[1]);
    figure_fact(facts, "check-cube-root", "%.1e", cbrt(REAL_EPSILON));
    figure_fact(facts, "check-square-root", "%.1e", sqrt(REAL_EPSILON));
}
