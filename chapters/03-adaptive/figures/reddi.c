/* reddi.c: the convex problem on which Adam diverges, and the two orders of AMSGrad. */
#include "lab/landscapes.h"
#include "optim/adam.h"
#include "optim/amsgrad.h"
#include "shared.h"

enum { reddi_steps = 3000 };

static void run_reddi_adam(real *x)
{
    struct adam_config config = adam_defaults();
    config.beta1 = 0, config.beta2 = (real)0.1;
    struct adam adam;
    require(adam_init(&adam, 1, config));
    x[0] = 0;
    for (size_t t = 1; t <= reddi_steps; t++) {
        real g = reddi_gradient(t, 3), theta = x[t - 1];
        adam.config.lr = (real)(0.5 / sqrt((double)t));
        adam_step(&adam, &theta, &g);
        x[t] = reddi_project(theta);
    }
    adam_free(&adam);
}

static void run_reddi_amsgrad(enum amsgrad_order order, real *x)
{
    struct amsgrad_config config = amsgrad_defaults();
    config.beta1 = 0, config.beta2 = (real)0.1, config.order = order;
    struct amsgrad amsgrad;
    require(amsgrad_init(&amsgrad, 1, config));
    x[0] = 0;
    for (size_t t = 1; t <= reddi_steps; t++) {
        real g = reddi_gradient(t, 3), theta = x[t - 1];
        amsgrad.config.lr = (real)(0.5 / sqrt((double)t));
        amsgrad_step(&amsgrad, &theta, &g);
        x[t] = reddi_project(theta);
    }
    amsgrad_free(&amsgrad);
}

/* The second moments of a settled cycle, and the three steps over α. */
static void reddi_cycle(FILE *facts)
{
    double v = 0, step[3] = {0};
    for (size_t t = 1; t <= 300; t++) {
        double g = reddi_gradient(t, 3);
        v = 0.1 * v + 0.9 * square(g);
        step[(t - 1) % 3] = -g / sqrt(v);
    }
    figure_fact(facts, "cycle-1", "%.3f", step[0]);
    figure_fact(facts, "cycle-2", "%.3f", step[1]);
    figure_fact(facts, "cycle-3", "%.3f", step[2]);
    figure_fact(facts, "cycle-sum", "%.2f", step[0] + step[1] + step[2]);
}

static void run_reddi(const char *directory, FILE *facts)
{
    static real x[3][reddi_steps + 1];
    run_reddi_adam(x[0]);
    run_reddi_amsgrad(AMSGRAD_MAX_RAW, x[1]);
    run_reddi_amsgrad(AMSGRAD_MAX_CORRECTED, x[2]);
    FILE *file = figure_open(directory, "reddi.dat");
    fprintf(file, "# t adam raw corrected\n");
    for (int t = 0; t <= reddi_steps; t += t < 60 ? 1 : 3)
        fprintf(file, "%d %.5g %.5g %.5g\n", t, x[0][t], x[1][t], x[2][t]);
    figure_close(file);
    figure_fact(facts, "reddi-adam", "%.2f", x[0][reddi_steps]);
    figure_fact(facts, "reddi-raw", "%.2f", x[1][reddi_steps]);
    figure_fact(facts, "reddi-corrected", "%.2f", x[2][reddi_steps]);
    reddi_cycle(facts);
}

/* Both orders beside Adam on Rosenbrock's function: ten steps with η = 0.1. */
static void run_orders(FILE *facts)
{
    struct problem problem;
    real theta[3][2];
    require(rosenbrock_problem(&problem, 2));
    for (int k = 0; k < 3; k++)
        rosenbrock_start(2, theta[k]);
    require(run(&problem, ADAM, 0.1, 10, theta[0], NULL, NULL));
    require(run(&problem, AMSGRAD, 0.1, 10, theta[1], NULL, NULL));
    struct optimizer optimizer = make(AMSGRAD, 2, 0.1);
    ((struct amsgrad *)optimizer.state)->config.order = AMSGRAD_MAX_CORRECTED;
    require(descend(&problem, &optimizer, 10, theta[2], NULL, NULL));
    optimizer_drop(&optimizer);
    figure_fact(facts, "orders-gap", "%g",
                fmax(fabs(theta[0][0] - theta[1][0]), fabs(theta[0][1] - theta[1][1])));
    figure_fact(facts, "orders-adam", "%.4f", theta[0][0]);
    figure_fact(facts, "orders-corrected", "%.4f", theta[2][0]);
}

void experiment(const char *directory, FILE *facts)
{
    run_reddi(directory, facts);
    run_orders(facts);
}
