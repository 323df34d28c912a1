/* steps.c: which steps are too long.
 *
 *     x²/2        L = 1: the error is multiplied by 1 - η
 *     x⁴          no L for all x: too long where η x² > ½
 *     |x|         slopes of ±1 up to the minimum: never closer than it happens to be */
#include "optim/backtracking.h"
#include "shared.h"

enum { STEPS = 30, SEARCHED = 60 };

static real quartic(size_t n, const real *x, real *g, void *context)
{
    (void)n, (void)context;
    if (g)
        *g = 4 * *x * *x * *x;
    return *x * *x * *x * *x;
}

static real parabola(size_t n, const real *x, real *g, void *context)
{
    (void)n, (void)context;
    if (g)
        *g = *x;
    return *x * *x / 2;
}

static real corner(size_t n, const real *x, real *g, void *context)
{
    (void)n, (void)context;
    if (g)
        *g = *x > 0 ? 1 : *x < 0 ? -1 : 0;
    return fabs(*x);
}

/* Writes |x| after each step, until it is off the figure. */
static double run(FILE *file, objective_fn *f, real x, double lr)
{
    real g;
    for (size_t k = 0; k <= STEPS && fabs(x) < 1e6; k++) {
        fprintf(file, "%zu %.6g\n", k, fabs(x));
        descend(1, f, NULL, lr, &x, &g);
    }
    fprintf(file, "\n\n");
    return fabs(x);
}

/* Gradient descent that finds its steps; returns how many evaluations it took. */
static size_t search(FILE *file, real x, double *longest, double *end)
{
    struct backtracking b;
    real first = 0;
    require(backtracking_init(&b, 1, quartic, NULL, &x, backtracking_defaults()));
    for (size_t k = 0; k < SEARCHED; k++) {
        if (k <= STEPS)
            fprintf(file, "%zu %.6g\n", k, fabs(x));
        backtracking_step(&b);
        first = k == 0 ? b.step : first;
    }
    *longest = b.step / first;
    *end = fabs(x);
    fprintf(file, "\n\n");
    const size_t evaluations = b.evaluations;
    backtracking_free(&b);
    return evaluations;
}

void experiment(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "steps.dat");
    fprintf(file, "# k |x|: x^2/2 with 1.9, 2, 2.1; x^4 with 0.4, 0.51; searched; |x|\n");
    run(file, parabola, 1, 1.9);
    figure_fact(facts, "steps-parabola-edge", "%.0f", run(file, parabola, 1, 2));
    run(file, parabola, 1, 2.1);
    figure_fact(facts, "steps-quartic-inside", "%.3f", run(file, quartic, 1, 0.4));
    run(file, quartic, 1, 0.51);
    double longest, end;
    const size_t evaluations = search(file, 10, &longest, &end);
    figure_fact(facts, "steps-searched-end", "%.1g", end);
    figure_fact(facts, "steps-searched-evaluations", "%.1f",
                (double)evaluations / SEARCHED);
    figure_fact(facts, "steps-searched-growth", "%.0e", longest);
    figure_fact(facts, "steps-corner", "%.2f", run(file, corner, (real)0.95, 0.1));
    figure_close(file);
}
