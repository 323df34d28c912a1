/* stretched.c: one slope a thousand times the other, straight and turned. */
#include "lab/quadratic.h"
#include "optim/rmsprop.h"
#include "shared.h"

enum { stretched_steps = 60 };

static struct problem stretched(struct quadratic *quadratic, struct rng *rng)
{
    const real spectrum[2] = {1, 1000};
    require(quadratic_init(quadratic, 2, spectrum, rng));
    return quadratic_problem(quadratic);
}

/* RMSProp with a short memory, as in Hinton's lecture. */
static void run_rmsprop(const struct problem *problem, double lr, size_t steps,
                        real *theta, real *path, real *value)
{
    struct optimizer optimizer = make(RMSPROP, 2, lr);
    struct rmsprop *rmsprop = optimizer.state;
    rmsprop->config.rho = (real)0.9;
    require(descend(problem, &optimizer, steps, theta, path, value));
    optimizer_drop(&optimizer);
}

/* Gradient descent and RMSProp from one start. The left-over shares of x. */
static void run_stretched(const char *directory, FILE *facts)
{
    struct quadratic quadratic;
    struct problem problem = stretched(&quadratic, NULL);
    real path[2][2 * (stretched_steps + 1)];
    real start[2] = {-1, (real)0.06}, theta[2];
    memcpy(theta, start, sizeof theta);
    require(run(&problem, SGD, 0.0019, stretched_steps, theta, path[0], NULL));
    figure_fact(facts, "stretched-gd", "%.0f", -100 * theta[0]);
    memcpy(theta, start, sizeof theta);
    run_rmsprop(&problem, 0.02, stretched_steps, theta, path[1], NULL);
    FILE *file = figure_open(directory, "stretched.dat");
    fprintf(file, "# t gd_x gd_y rmsprop_x rmsprop_y\n");
    for (int t = 0; t <= stretched_steps; t++)
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, path[0][2 * t], path[0][2 * t + 1],
                path[1][2 * t], path[1][2 * t + 1]);
    figure_close(file);
    figure_fact(facts, "stretched-rmsprop", "%.0f", -100 * theta[0]);
    figure_fact(facts, "stretched-tenth", "%.0f", ceil(log(0.1) / log(1 - 0.002)));
    quadratic_free(&quadratic);
}

/* The same function with its axes turned by 45 degrees: x' = (x+y)/√2, y' = (y-x)/√2. */
static real turned_value(const struct problem *self, const real *theta)
{
    (void)self;
    double along = theta[0] + theta[1], across = theta[0] - theta[1];
    return (real)((square(along) + 1000 * square(across)) / 4);
}

static void turned_gradient(const struct problem *self, const real *theta, real *g)
{
    (void)self;
    real along = (theta[0] + theta[1]) / 2, across = 1000 * (theta[0] - theta[1]) / 2;
    g[0] = along + across;
    g[1] = along - across;
}

/* RMSProp and gradient descent in the turned valley, from the same point of it: what is
 * left of the distance along the floor. */
static void run_turned(FILE *facts)
{
    const struct problem turned = {
        .n = 2, .value = turned_value, .gradient = turned_gradient};
    const real start[2] = {(real)(-0.94 * M_SQRT1_2), (real)(-1.06 * M_SQRT1_2)};
    real theta[2];
    memcpy(theta, start, sizeof theta);
    run_rmsprop(&turned, 0.02, stretched_steps, theta, NULL, NULL);
    figure_fact(facts, "turned-rmsprop", "%.0f",
                -100 * M_SQRT1_2 * (theta[0] + theta[1]));
    memcpy(theta, start, sizeof theta);
    require(run(&turned, SGD, 0.0019, stretched_steps, theta, NULL, NULL));
    figure_fact(facts, "turned-gd", "%.0f", -100 * M_SQRT1_2 * (theta[0] + theta[1]));
}

void experiment(const char *directory, FILE *facts)
{
    run_stretched(directory, facts);
    run_turned(facts);
}
