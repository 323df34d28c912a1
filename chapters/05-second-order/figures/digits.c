/* digits.c: how many digits each method has after each step, on a small convex function.
 *
 *     f(x, y) = φ(x + 3y) + φ(x - 3y),   φ(u) = e^u - 1 - u
 *
 * Its minimum is 0 at the origin, so that no digit of its values is lost there. */
#include "shared.h"

enum { STEPS = 60, MOST = 25 };

static real cost(size_t n, const real *theta, real *g, void *context)
{
    (void)n, (void)context;
    const real u = theta[0] + 3 * theta[1], v = theta[0] - 3 * theta[1];
    if (g) {
        g[0] = expm1(u) + expm1(v);
        g[1] = 3 * (expm1(u) - expm1(v));
    }
    return expm1(u) - u + expm1(v) - v;
}

static void hessian(size_t n, const real *theta, real *h, void *context)
{
    (void)n, (void)context;
    const real a = exp(theta[0] + 3 * theta[1]), b = exp(theta[0] - 3 * theta[1]);
    h[0] = a + b;
    h[1] = h[2] = 3 * (a - b);
    h[3] = 9 * (a + b);
}

/* Writes the error after each step; returns how many steps came below 1e-10. */
static size_t run(FILE *file, int method, double *error)
{
    const struct function function = {2, cost, NULL, hessian, NULL, NULL};
    struct method_state state;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real theta[2] = {-1, 1};
    size_t below = 0;
    config.tolerance = 1e-15;
    struct direction direction = prepare(&state, method, 6, &function);
    require(minimizer_init(&minimizer, 2, cost, NULL, direction, theta, config));
    for (size_t t = 0; t <= STEPS; t++) {
        error[t] = hypot(theta[0], theta[1]);
        if (t <= MOST && (t == 0 || minimizer.status != MINIMIZER_STUCK))
            fprintf(file, "%zu %.6g\n", t, fmax(error[t], 1e-16));
        if (error[t] > 1e-10)
            below = t + 1;
        if (minimizer_step(&minimizer) != MINIMIZER_RUNNING && t < STEPS) {
            error[t + 1] = hypot(theta[0], theta[1]);
            if (t < MOST)
                fprintf(file, "%zu %.6g\n", t + 1, fmax(error[t + 1], 1e-16));
            break;
        }
    }
    fprintf(file, "\n\n");
    minimizer_free(&minimizer);
    release(&state);
    return below;
}

void experiment(const char *directory, FILE *facts)
{
    static const int raced[] = {GD, BFGS, NEWTON};
    FILE *file = figure_open(directory, "digits.dat");
    fprintf(file, "# t error: gradient descent, BFGS, Newton\n");
    double error[STEPS + 2] = {0};
    for (size_t k = 0; k < 3; k++) {
        size_t steps = run(file, raced[k], error);
        figure_fact_of(facts, "digits-steps", keys[raced[k]], "%.0f", (double)steps);
        if (raced[k] == GD)
            figure_fact(facts, "digits-factor", "%.2f", pow(error[20] / error[10], 0.1));
        if (raced[k] != NEWTON)
            continue;
        for (size_t t = steps - 3; t <= steps; t++) {
            char key[32];
            snprintf(key, sizeof key, "digits-newton-%zu", t - (steps - 3));
            figure_fact(facts, key, "%.1f", -log10(fmax(error[t], 1e-16)));
        }
    }
    figure_close(file);
}
