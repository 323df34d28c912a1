/* spring.c: the heavy ball on x²/2 beside the spring that it discretizes. */
#include "shared.h"

enum { steps = 300, balls = 3 };

/* The end of the spring x(t) with β ẍ + (1-β) ẋ + η x = 0, x(0) = 1, at rest at first. */
static double spring(double lr, double beta, double t)
{
    double decay = (1 - beta) / (2 * beta), stiffness = lr / beta;
    double d = decay * decay - stiffness, w = sqrt(fabs(d));
    if (d < 0)
        return exp(-decay * t) * (cos(w * t) + decay / w * sin(w * t));
    if (d > 0)
        return exp(-decay * t) * (cosh(w * t) + decay / w * sinh(w * t));
    return exp(-decay * t) * (1 + decay * t);
}

void experiment(const char *directory, FILE *facts)
{
    const double lr = 0.01, beta[balls] = {0.5, 0.81, 0.98};
    const real spectrum[1] = {1};
    struct quadratic parabola = new_quadratic(1, spectrum);
    struct problem problem = quadratic_problem(&parabola);
    FILE *file = figure_open(directory, "spring.dat");
    fprintf(file, "# t ball spring\n");
    for (int k = 0; k < balls; k++) {
        real x[1] = {1}, path[steps + 1];
        int lowest = 0;
        run(&problem, HEAVY_BALL, (struct rates){lr, beta[k]}, steps, x, path);
        for (int t = 0; t <= steps; t++) {
            lowest = path[t] < path[lowest] ? t : lowest;
            fprintf(file, "%d %.6g %.6g\n", t, path[t], spring(lr, beta[k], t));
        }
        fprintf(file, "\n\n");
        if (k == balls - 1) {
            figure_fact(facts, "overshoot", "%.2f", path[lowest]);
            figure_fact(facts, "overshoot-step", "%d", lowest);
        }
    }
    figure_close(file);
    quadratic_free(&parabola);
}
