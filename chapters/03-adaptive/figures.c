/* figures.c: the experiments of chapter 3.
 *
 *     figures DIRECTORY
 *
 * writes one table for each figure, DIRECTORY/NAME.dat, and every number of the prose,
 * DIRECTORY/facts.tsv. One experiment is one function; its settings stand at its head. */
#include "lab/classifier.h"
#include "lab/figure.h"
#include "lab/landscapes.h"
#include "lab/methods.h"
#include "lab/quadratic.h"
#include "lab/rng.h"
#include "lab/train.h"
#include "lab/zipf.h"
#include "optim/adadelta.h"
#include "optim/adam.h"
#include "optim/adam_eps.h"
#include "optim/amsgrad.h"
#include "optim/cross_entropy.h"
#include "optim/rmsprop.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Ends the program if a call failed that cannot fail with the settings below. */
static void require(enum descent_status status)
{
    if (!status)
        return;
    fprintf(stderr, "figures: %s\n", descent_strerror(status));
    exit(1);
}

static void *allocate(size_t count)
{
    void *memory = calloc(count, sizeof(real));
    if (!memory)
        require(DESCENT_ENOMEM);
    return memory;
}

static double square(double x)
{
    return x * x;
}

/* --- The methods, with their defaults but for the learning rate. */

enum { SGD, HEAVY_BALL, ADAGRAD, RMSPROP, ADADELTA, ADAM, AMSGRAD, LION, METHODS };

/* What they are called in the table of methods, and in the facts. */
static const struct {
    const char *name, *key;
} raced[METHODS] = {
    {"sgd", "sgd"},         {"heavy_ball", "ball"},   {"adagrad", "adagrad"},
    {"rmsprop", "rmsprop"}, {"adadelta", "adadelta"}, {"adam", "adam"},
    {"amsgrad", "amsgrad"}, {"lion", "lion"},
};

static struct optimizer make(int method, size_t n, double lr)
{
    struct optimizer optimizer;
    require(method_make(&optimizer, raced[method].name, n));
    *optimizer.lr = (real)lr;
    return optimizer;
}

/* Steps one method down a function from `theta`, which ends where it got. */
static enum descent_status run(const struct problem *problem, int method, double lr,
                               size_t steps, real *theta, real *path, real *value)
{
    struct optimizer optimizer = make(method, problem->n, lr);
    enum descent_status status = descend(problem, &optimizer, steps, theta, path, value);
    optimizer_drop(&optimizer);
    return status;
}

static void method_fact(FILE *facts, const char *prefix, int method, const char *format,
                        double value)
{
    char key[48], text[32];
    snprintf(key, sizeof key, "%s-%s", prefix, raced[method].key);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(text, sizeof text, format, value);
#pragma GCC diagnostic pop
    figure_fact(facts, key, "%s", text);
}

/* --- One slope a thousand times the other. */

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

/* --- AdaGrad. */

/* The first ten steps on x² + 3y² from two starts. */
static void run_adagrad(const char *directory, FILE *facts)
{
    enum { steps = 10 };
    const real spectrum[2] = {2, 6};
    const real start[2][2] = {{2, 2}, {-2, 1}};
    real path[2][2 * (steps + 1)];
    struct quadratic quadratic;
    require(quadratic_init(&quadratic, 2, spectrum, NULL));
    struct problem problem = quadratic_problem(&quadratic);
    for (int k = 0; k < 2; k++) {
        real theta[2] = {start[k][0], start[k][1]};
        require(run(&problem, ADAGRAD, 0.5, steps, theta, path[k], NULL));
    }
    FILE *file = figure_open(directory, "adagrad.dat");
    fprintf(file, "# t x y x y\n");
    for (int t = 0; t <= steps; t++)
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, path[0][2 * t], path[0][2 * t + 1],
                path[1][2 * t], path[1][2 * t + 1]);
    figure_close(file);
    figure_fact(facts, "adagrad-end-1", "%.2f", path[0][2 * steps]);
    figure_fact(facts, "adagrad-end-2x", "%.2f", path[1][2 * steps]);
    figure_fact(facts, "adagrad-end-2y", "%.3f", path[1][2 * steps + 1]);
    figure_fact(facts, "adagrad-second", "%.2f", path[0][0] - path[0][4]);
    quadratic_free(&quadratic);
}

/* What both methods divide by, on gradients of size 1 that become ten times smaller. */
static void run_accumulators(const char *directory, FILE *facts)
{
    enum { steps = 1000, change = 300, seed = 1 };
    struct rng rng = rng_seed(seed);
    double s = 0, v = 0;
    FILE *file = figure_open(directory, "accumulators.dat");
    fprintf(file, "# t g adagrad rmsprop\n");
    for (int t = 1; t <= steps; t++) {
        double g = (t <= change ? 1 : 0.1) * rng_normal(&rng);
        s += square(g);
        v = 0.99 * v + 0.01 * square(g);
        fprintf(file, "%d %.5g %.5g %.5g\n", t, fabs(g), sqrt(s), sqrt(v));
        if (t == change) {
            figure_fact(facts, "root-adagrad-300", "%.1f", sqrt(s));
            figure_fact(facts, "root-rmsprop-300", "%.2f", sqrt(v));
        }
    }
    figure_close(file);
    figure_fact(facts, "root-adagrad-1000", "%.1f", sqrt(s));
    figure_fact(facts, "root-rmsprop-1000", "%.3f", sqrt(v));
}

/* --- ε. */

/* The size of a step over η once v has settled at g². */
static double settled_step(double g, double inside, double outside)
{
    return g / (sqrt(square(g) + inside) + outside);
}

static void run_eps(FILE *facts)
{
    figure_fact(facts, "eps-outside", "%.2f", settled_step(1e-6, 0, 1e-8));
    figure_fact(facts, "eps-inside", "%.2f", settled_step(1e-6, 1e-8, 0));
    figure_fact(facts, "eps-worst", "%.1f",
                100 * (settled_step(1e-8, 1e-16, 0) / settled_step(1e-8, 0, 1e-8) - 1));
    figure_fact(facts, "eps-hat-ratio", "%.1f",
                adam_eps_after(1e-8, (real)0.999, 1) / 1e-8);
    figure_fact(facts, "eps-hat-settled", "%.0f",
                ceil(adam_eps_settled((real)0.999, (real)0.01)));
    struct adadelta_config adadelta = adadelta_defaults();
    figure_fact(facts, "adadelta-first", "%.4f",
                sqrt(adadelta.eps) / sqrt(1 - adadelta.rho));
}

/* --- Two steps of Adam. */

static void run_unrolled(FILE *facts)
{
    const real g[2] = {2, 1};
    real theta = 0, first = 0;
    struct optimizer optimizer = make(ADAM, 1, 0.001);
    const struct adam *adam = optimizer.state;
    for (int t = 0; t < 2; t++) {
        first = theta;
        optimizer.step(optimizer.state, &theta, &g[t]);
    }
    figure_fact(facts, "unrolled-m", "%.4f", adam->m[0] / (1 - adam->power1));
    figure_fact(facts, "unrolled-v", "%.4f", adam->v[0] / (1 - adam->power2));
    figure_fact(facts, "unrolled-step", "%.6f", first - theta);
    figure_fact(facts, "unrolled-shorter", "%.0f", 100 * (1 - (first - theta) / -first));
    optimizer_drop(&optimizer);
}

/* --- Subnormal numbers. */

/* How many steps without a gradient it takes until a number that each step multiplies by
 * 0.9 is subnormal, from 1e-3; and what it is in the end. */
static void run_subnormal(FILE *facts)
{
    double m = 1e-3, before = 0, unit = DBL_TRUE_MIN;
    int steps = 0;
    float single = 1e-3F;
    int single_steps = 0;
    for (; m >= DBL_MIN; steps++)
        m *= 0.9;
    for (; single >= FLT_MIN; single_steps++)
        single *= 0.9F;
    while (m < before || before == 0) {
        before = m;
        m *= 0.9;
    }
    figure_fact(facts, "subnormal-double", "%d", steps);
    figure_fact(facts, "subnormal-float", "%d", single_steps);
    figure_fact(facts, "subnormal-units", "%.0f", m / unit);
}

/* --- The length of Adam's steps. */

enum { bound_event = 5000, bound_last = 5060, bound_first = 4940 };

/* The gradient of step t in one of four series; in two of them nothing comes after the
 * event. */
static double bound_gradient(int series, int t, struct rng *rng)
{
    switch (series) {
    case 0:
        return 1;
    case 1:
        return rng_normal(rng);
    case 2:
        return t == bound_event;
    default:
        return t > bound_event ? 0 : fmax(pow(0.999 / 0.9, t - bound_event), 1e-12);
    }
}

/* |Δθ| / η of Adam, whose ε is too small to matter, on one series of gradients. */
static void run_bound_series(int series, double size[bound_last + 1])
{
    struct rng rng = rng_seed(1);
    struct adam_config config = adam_defaults();
    config.lr = 1, config.eps = (real)1e-30;
    struct adam adam;
    require(adam_init(&adam, 1, config));
    for (int t = 1; t <= bound_last; t++) {
        real theta = 0, g = (real)bound_gradient(series, t, &rng);
        adam_step(&adam, &theta, &g);
        size[t] = fabs(theta);
    }
    adam_free(&adam);
}

/* The lengths of the steps, and the bound. */
static void run_bound(const char *directory, FILE *facts)
{
    static double size[4][bound_last + 1];
    const double bound = 0.1 / sqrt(0.001) / sqrt(1 - 0.81 / 0.999);
    double squares = 0;
    for (int k = 0; k < 4; k++)
        run_bound_series(k, size[k]);
    for (int t = 1001; t <= bound_last; t++)
        squares += square(size[1][t]) / (bound_last - 1000);
    FILE *file = figure_open(directory, "bound.dat");
    fprintf(file, "# t-event constant noise spike growing bound\n");
    for (int t = bound_first; t <= bound_last; t++)
        fprintf(file, "%d %.5g %.5g %.5g %.5g %.5g\n", t - bound_event, size[0][t],
                size[1][t], size[2][t], size[3][t], bound);
    figure_close(file);
    figure_fact(facts, "bound-spike", "%.2f", size[2][bound_event]);
    figure_fact(facts, "bound-growing", "%.2f", size[3][bound_event]);
    figure_fact(facts, "bound-noise", "%.2f", sqrt(squares));
    figure_fact(facts, "bound-limit", "%.2f", bound);
    figure_fact(facts, "bound-factor", "%.2f", 0.999 / 0.9);
}

/* --- β₁ = 0.99. */

/* Steps until the average of a gradient that turned from 1 to -1 turns too. */
static int steps_to_turn(double beta)
{
    double m = 1;
    int t = 0;
    for (; m > 0; t++)
        m = beta * m - (1 - beta);
    return t;
}

/* Adam on x²/2 from 1: how far it overshoots, and when it stays within 0.05. */
static void swing(double beta1, double *overshoot, int *settled)
{
    enum { steps = 20000 };
    struct adam_config config = adam_defaults();
    config.lr = (real)0.01, config.beta1 = (real)beta1;
    struct adam adam;
    require(adam_init(&adam, 1, config));
    real theta = 1;
    *overshoot = 0, *settled = 0;
    for (int t = 1; t <= steps; t++) {
        real g = theta;
        adam_step(&adam, &theta, &g);
        *overshoot = fmax(*overshoot, -theta);
        if (fabs(theta) > 0.05)
            *settled = t + 1;
    }
    adam_free(&adam);
}

static void run_beta1(FILE *facts)
{
    const double beta[2] = {0.9, 0.99};
    const char *name[2] = {"9", "99"};
    for (int k = 0; k < 2; k++) {
        char key[32];
        double overshoot;
        int settled;
        swing(beta[k], &overshoot, &settled);
        snprintf(key, sizeof key, "turn-%s", name[k]);
        figure_fact(facts, key, "%d", steps_to_turn(beta[k]));
        snprintf(key, sizeof key, "overshoot-%s", name[k]);
        figure_fact(facts, key, "%.2f", overshoot);
        snprintf(key, sizeof key, "settled-%s", name[k]);
        figure_fact(facts, key, "%d", settled);
    }
}

/* --- The convex problem on which Adam diverges. */

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

/* --- Rosenbrock's function, and a saddle. */

enum { rosenbrock_steps = 10000 };

/* All methods at one learning rate, and AdaDelta at its own. */
static void run_rosenbrock(const char *directory, FILE *facts)
{
    static real value[METHODS + 1][rosenbrock_steps + 1];
    struct problem problem;
    require(rosenbrock_problem(&problem, 2));
    for (int k = 0; k <= METHODS; k++) {
        int method = k < METHODS ? k : ADADELTA;
        real theta[2];
        rosenbrock_start(2, theta);
        enum descent_status status = run(&problem, method, k < METHODS ? 0.003 : 1,
                                         rosenbrock_steps, theta, NULL, value[k]);
        int last = 0;
        while (last < rosenbrock_steps && isfinite(value[k][last + 1]))
            last++;
        if (status)
            method_fact(facts, "rosenbrock-last", method, "%.0f", last);
        else if (k < METHODS)
            method_fact(facts, "rosenbrock", method,
                        value[k][rosenbrock_steps] < 1e-3 ? "%.1e" : "%.2g",
                        value[k][rosenbrock_steps]);
        else
            figure_fact(facts, "rosenbrock-adadelta-1", "%.2g",
                        value[k][rosenbrock_steps]);
    }
    FILE *file = figure_open(directory, "rosenbrock.dat");
    fprintf(file, "# t sgd ball adagrad rmsprop adadelta adam amsgrad lion adadelta-1\n");
    for (int t = 1; t <= rosenbrock_steps; t += 1 + t / 60) {
        fprintf(file, "%d", t);
        for (int k = 0; k <= METHODS; k++)
            fprintf(file, " %.4g", value[k][t]);
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* Where Lion ends on Rosenbrock's function: after an even number of steps it is back, and
 * so are its averages. The mean of a coordinate's two gradients is the slope along the
 * floor, half their difference the wall's. */
static void run_lion_cycle(FILE *facts)
{
    struct problem problem;
    struct optimizer optimizer = make(LION, 2, 0.003);
    real theta[2], path[6], g[2][2];
    require(rosenbrock_problem(&problem, 2));
    rosenbrock_start(2, theta);
    require(descend(&problem, &optimizer, rosenbrock_steps, theta, NULL, NULL));
    require(descend(&problem, &optimizer, 2, theta, path, NULL));
    optimizer_drop(&optimizer);
    for (int k = 0; k < 2; k++)
        problem_gradient(&problem, path + 2 * k, g[k]);
    double distance = hypot(path[0] - 1, path[1] - 1);
    bool back = fmax(fabs(path[4] - path[0]), fabs(path[5] - path[1])) < 1e-9;
    require(back ? DESCENT_OK : DESCENT_ERANGE);
    figure_fact(facts, "lion-distance", "%.2f", distance);
    figure_fact(facts, "lion-rates", "%.0f", distance / 0.003);
    figure_fact(facts, "lion-slope", "%.2f", fabs(g[0][0] + g[1][0]) / 2);
    figure_fact(facts, "lion-wall", "%.2f", fabs(g[0][0] - g[1][0]) / 2);
}

/* From a millionth beside the ridge of a saddle: how long until |y| is above 0.5. */
static void run_saddle(const char *directory, FILE *facts)
{
    enum { steps = 2500 };
    static real path[METHODS + 1][2 * (steps + 1)];
    const struct problem problem = saddle_problem();
    for (int k = 0; k <= METHODS; k++) {
        real theta[2] = {1, (real)1e-6};
        int method = k < METHODS ? k : ADADELTA;
        require(
            run(&problem, method, k < METHODS ? 0.01 : 1, steps, theta, path[k], NULL));
        int left = 0;
        while (left < steps && fabs(path[k][2 * left + 1]) <= 0.5)
            left++;
        if (k == METHODS)
            figure_fact(facts, "saddle-adadelta-1", "%d", left);
        else if (left < steps)
            method_fact(facts, "saddle", k, "%.0f", left);
    }
    figure_fact(facts, "saddle-theory", "%.0f", ceil(log(0.5e6) / log1p(0.01)));
    FILE *file = figure_open(directory, "saddle.dat");
    fprintf(file, "# t sgd ball adagrad rmsprop adadelta adam amsgrad lion adadelta-1\n");
    for (int t = 0; t <= steps; t += t < 200 ? 2 : 10) {
        fprintf(file, "%d", t);
        for (int k = 0; k <= METHODS; k++)
            fprintf(file, " %.4g", fabs(path[k][2 * t + 1]));
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* --- The network. */

/* The mean square of the outputs of ten layers of width 256, for normal inputs. */
static double signal_after_ten(uint64_t seed)
{
    enum { layers = 10, width = 256, batch = 64 };
    size_t widths[layers + 1];
    for (size_t i = 0; i <= layers; i++)
        widths[i] = width;
    struct mlp mlp;
    require(mlp_init(&mlp, layers, widths, batch));
    real *theta = allocate(mlp.n), *x = allocate(batch * width);
    struct rng rng = rng_seed(seed);
    mlp_he(&mlp, theta, &rng);
    for (size_t i = 0; i < batch * width; i++)
        x[i] = (real)rng_normal(&rng);
    const real *y = mlp_forward(&mlp, theta, batch, x);
    double sum = 0;
    for (size_t i = 0; i < batch * width; i++)
        sum += square(y[i]) / (batch * width);
    free(theta), free(x);
    mlp_free(&mlp);
    return sum;
}

/* Mean and standard deviation over networks. */
static void run_signal(FILE *facts)
{
    enum { seeds = 40 };
    double mean = 0, squares = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        double signal = signal_after_ten(seed);
        mean += signal / seeds;
        squares += square(signal) / seeds;
    }
    double deviation = sqrt((squares - square(mean)) * seeds / (seeds - 1));
    figure_fact(facts, "signal-ten", "%.2f", mean);
    figure_fact(facts, "signal-error", "%.1f", deviation / sqrt(seeds));
    figure_fact(facts, "signal-deviation", "%.1f", deviation);
}

/* What the plain formula and exercise 3.5 make of large logits. */
static void run_logits(FILE *facts)
{
    const real z[2] = {1000, 1003};
    double plain = -log(exp((double)z[0]) / (exp((double)z[0]) + exp((double)z[1])));
    figure_fact(facts, "logits-plain", "%s", isnan(plain) ? "NaN" : "a number");
    figure_fact(facts, "logits-exercise", "%.4f", softmax_cross_entropy(2, z, 0, NULL));
}

/* The gradient of the network against central differences. */
static void run_gradient_check(const struct dataset *train, FILE *facts)
{
    const size_t width[] = {64, 32, 10};
    struct classifier classifier;
    struct dataset few = *train;
    few.rows = 20;
    require(classifier_init(&classifier, 2, width, &few, 0));
    struct problem problem = classifier_problem(&classifier);
    real *theta = allocate(problem.n);
    struct rng rng = rng_seed(1);
    mlp_he(&classifier.mlp, theta, &rng);
    figure_fact(facts, "gradient-error", "%.0e", problem_gradient_error(&problem, theta));
    figure_fact(facts, "network-n", "%zu", problem.n);
    free(theta);
    classifier_free(&classifier);
}

/* --- Digits. */

enum { digits_grid = 5, digits_longest = 20 };

/* The learning rates of a grid: 1, 3, 10, 30, … by half-decades; 0 is 1, and -3 is
 * 0.03. */
static double half_decade(int i)
{
    int decade = i >= 0 ? i / 2 : -((1 - i) / 2);
    return (i - 2 * decade ? 3 : 1) * pow(10, decade);
}

/* How the digits are trained: batch size, epochs, seeds, and for each method where its
 * `digits_grid` learning rates begin. */
struct digits {
    size_t batch, epochs, seeds;
    int lowest[METHODS];
};

static const struct digits one_by_one = {1, 5, 5, {-6, -8, -5, -8, -2, -8, -8, -10}};
static const struct digits by_batches = {32, 20, 5, {-3, -5, -4, -7, -2, -6, -6, -9}};

/* Trains the network with 32 hidden units once. Returns the test cost in the end. The
 * costs after each epoch take time: `record` may be NULL. */
static double train_digits(const struct digits *how, const struct dataset *data,
                           const struct dataset *test, int method, double lr,
                           uint64_t seed, struct train_epoch *record)
{
    const size_t width[] = {64, 32, 10};
    struct mlp mlp;
    require(mlp_init(&mlp, 2, width, 128));
    real *theta = allocate(mlp.n);
    struct rng rng = rng_seed(seed);
    mlp_he(&mlp, theta, &rng);
    struct train_config config = train_defaults();
    config.epochs = how->epochs, config.batch = how->batch, config.seed = seed;
    struct train_group group = {0, mlp.n, make(method, mlp.n, lr)};
    enum descent_status status =
        train(&mlp, theta, data, test, 1, &group, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
    double cost = mlp_score(&mlp, theta, test, NULL).cost;
    optimizer_drop(&group.optimizer);
    free(theta);
    mlp_free(&mlp);
    return cost;
}

/* The learning rate with the smallest cost on 297 samples that are held out of the
 * training set, seed 101. */
static double choose_lr(const struct digits *how, const struct dataset *train, int method)
{
    struct dataset fit, held_out;
    require(dataset_split(train, 1000, 1, &fit, &held_out));
    double best = INFINITY, chosen = 0;
    for (int i = 0; i < digits_grid; i++) {
        double lr = half_decade(how->lowest[method] + i);
        double cost = train_digits(how, &fit, &held_out, method, lr, 101, NULL);
        if (cost < best) {
            best = cost;
            chosen = lr;
        }
    }
    dataset_free(&fit);
    dataset_free(&held_out);
    return chosen;
}

/* Mean, lowest and highest of several runs. */
struct spread {
    double mean, low, high;
};

static void widen(struct spread *spread, double value, size_t count)
{
    if (spread->mean == 0)
        *spread = (struct spread){0, value, value};
    spread->mean += value / (double)count;
    spread->low = fmin(spread->low, value);
    spread->high = fmax(spread->high, value);
}

/* What the text has a place for: not every training cost, one range of the accuracy. */
static void digits_facts(FILE *facts, const char *name, int method, double lr,
                         bool batches, const struct spread *last)
{
    char prefix[32];
    snprintf(prefix, sizeof prefix, "%s-lr", name);
    method_fact(facts, prefix, method, "%g", lr);
    snprintf(prefix, sizeof prefix, "%s-train", name);
    if (method == SGD || method == ADAM ||
        (batches && (method == HEAVY_BALL || method == RMSPROP)))
        method_fact(facts, prefix, method, "%.4f", last[0].mean);
    snprintf(prefix, sizeof prefix, "%s-test", name);
    method_fact(facts, prefix, method, "%.3f", last[1].mean);
    snprintf(prefix, sizeof prefix, "%s-low", name);
    method_fact(facts, prefix, method, "%.2f", last[1].low);
    snprintf(prefix, sizeof prefix, "%s-high", name);
    method_fact(facts, prefix, method, "%.2f", last[1].high);
    snprintf(prefix, sizeof prefix, "%s-accuracy", name);
    method_fact(facts, prefix, method, "%.1f", 100 * last[2].mean);
    if (method != ADAM || !batches)
        return;
    method_fact(facts, "batch-worst", method, "%.1f", 100 * last[2].low);
    method_fact(facts, "batch-top", method, "%.1f", 100 * last[2].high);
}

/* The test cost of SGD with batches at a rate below the chosen one. */
static void run_digits_slower(FILE *facts, const struct dataset *train,
                              const struct dataset *test)
{
    double mean = 0;
    for (uint64_t seed = 1; seed <= by_batches.seeds; seed++)
        mean += train_digits(&by_batches, train, test, SGD, 0.1, seed, NULL) /
                (double)by_batches.seeds;
    figure_fact(facts, "batch-slower-sgd", "%.3f", mean);
}

/* Every method at its own learning rate: costs and accuracy by epoch. */
static void run_digits(const char *directory, FILE *facts, const char *name,
                       const struct digits *how, const struct dataset *train,
                       const struct dataset *test)
{
    static struct spread by[METHODS][digits_longest + 1][3];
    memset(by, 0, sizeof by);
    for (int k = 0; k < METHODS; k++) {
        double lr = choose_lr(how, train, k);
        for (uint64_t seed = 1; seed <= how->seeds; seed++) {
            struct train_epoch record[digits_longest + 1];
            train_digits(how, train, test, k, lr, seed, record);
            for (size_t t = 0; t <= how->epochs; t++) {
                widen(&by[k][t][0], record[t].train.cost, how->seeds);
                widen(&by[k][t][1], record[t].test.cost, how->seeds);
                widen(&by[k][t][2], record[t].test.accuracy, how->seeds);
            }
        }
        digits_facts(facts, name, k, lr, how->batch > 1, by[k][how->epochs]);
    }
    char path[32];
    snprintf(path, sizeof path, "digits-%s.dat", name);
    FILE *file = figure_open(directory, path);
    fprintf(file,
            "# epoch, then for each method the training cost and the test cost, each "
            "with its lowest and highest\n");
    for (size_t t = 0; t <= how->epochs; t++) {
        fprintf(file, "%zu", t);
        for (int k = 0; k < METHODS; k++)
            for (int i = 0; i < 2; i++)
                fprintf(file, " %.5g %.5g %.5g", by[k][t][i].mean, by[k][t][i].low,
                        by[k][t][i].high);
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* --- Rare classes. */

enum {
    zipf_classes = 64,
    zipf_rows = 512,
    zipf_steps = 100,
    zipf_every = 5,
    zipf_points = zipf_steps / zipf_every + 1,
    zipf_parts = 4,
    zipf_offset = 8,
    zipf_seeds = 5
};

/* Softmax regression by the full gradient on data whose classes have shares in proportion
 * to k^-exponent. Writes the cost of all samples, and of each quarter of them, from the
 * most common classes to the rarest; `every` steps apart. */
static void run_zipf_once(double exponent, double offset, uint64_t seed, int method,
                          double lr, int every, double part[][1 + zipf_parts])
{
    struct zipf_config config = {.rows = zipf_rows,
                                 .features = 16,
                                 .classes = zipf_classes,
                                 .exponent = (real)exponent,
                                 .spread = 1,
                                 .offset = (real)offset};
    const size_t width[] = {16, zipf_classes};
    struct rng rng = rng_seed(seed);
    struct dataset data;
    struct classifier classifier;
    require(zipf_dataset(&data, &config, &rng));
    require(classifier_init(&classifier, 1, width, &data, 0));
    struct problem problem = classifier_problem(&classifier);
    struct optimizer optimizer = make(method, problem.n, lr);
    real *theta = allocate(problem.n);
    for (int t = 0; t <= zipf_steps; t += every) {
        if (t > 0)
            descend(&problem, &optimizer, (size_t)every, theta, NULL, NULL);
        double *row = part[t / every];
        memset(row, 0, sizeof *part);
        for (size_t i = 0; i < zipf_rows; i++) {
            const real *z =
                mlp_forward(&classifier.mlp, theta, 1, data.x + i * data.features);
            double cost = softmax_cross_entropy(zipf_classes, z, data.label[i], NULL);
            row[0] += cost / zipf_rows;
            row[1 + i * zipf_parts / zipf_rows] += cost * zipf_parts / zipf_rows;
        }
    }
    optimizer_drop(&optimizer);
    free(theta);
    classifier_free(&classifier);
    dataset_free(&data);
}

/* The learning rate with the smallest cost in the second half of the steps, seeds 101 and
 * 102. Beyond the stable limit the last step alone is a matter of luck. */
static double choose_zipf_lr(double exponent, double offset, int method, int lowest)
{
    double best = INFINITY, chosen = 0;
    for (int i = 0; i < 3; i++) {
        double cost = 0, lr = half_decade(lowest + i);
        for (uint64_t seed = 101; seed <= 102; seed++) {
            double part[zipf_points][1 + zipf_parts];
            run_zipf_once(exponent, offset, seed, method, lr, zipf_every, part);
            for (int r = zipf_points / 2; r < zipf_points; r++)
                cost += part[r][0];
        }
        if (cost < best) {
            best = cost;
            chosen = lr;
        }
    }
    return chosen;
}

/* One method at its own learning rate: mean costs over the seeds. */
static void run_zipf_method(FILE *facts, const char *name, double exponent, int method,
                            int lowest, double mean[zipf_points][1 + zipf_parts])
{
    struct spread rare = {0};
    double lr = choose_zipf_lr(exponent, zipf_offset, method, lowest);
    for (uint64_t seed = 1; seed <= zipf_seeds; seed++) {
        double part[zipf_points][1 + zipf_parts];
        run_zipf_once(exponent, zipf_offset, seed, method, lr, zipf_every, part);
        for (int r = 0; r < zipf_points; r++)
            for (int p = 0; p <= zipf_parts; p++)
                mean[r][p] += part[r][p] / zipf_seeds;
        widen(&rare, part[zipf_points - 1][zipf_parts], zipf_seeds);
    }
    const double *last = mean[zipf_points - 1];
    const char *what[6] = {"lr", "all", "common", "rare", "rare-low", "rare-high"};
    const double value[6] = {lr, last[0], last[1], rare.mean, rare.low, rare.high};
    for (int i = 0; i < 6; i++) {
        char prefix[32];
        snprintf(prefix, sizeof prefix, "%s-%s", name, what[i]);
        method_fact(facts, prefix, method, i ? "%.2f" : "%g", value[i]);
    }
}

/* Gradient descent, heavy ball and Adam on Zipf's shares; the last two on equal ones. */
static void run_zipf(const char *directory, FILE *facts)
{
    const int which[3] = {SGD, HEAVY_BALL, ADAM}, lowest[3] = {-2, -2, -3};
    static double mean[3][zipf_points][1 + zipf_parts],
        even[2][zipf_points][1 + zipf_parts];
    for (int k = 0; k < 3; k++)
        run_zipf_method(facts, "zipf", 1, which[k], lowest[k], mean[k]);
    run_zipf_method(facts, "even", 0, HEAVY_BALL, 0, even[0]);
    run_zipf_method(facts, "even", 0, ADAM, -3, even[1]);
    FILE *file = figure_open(directory, "zipf.dat");
    fprintf(file, "# t, then all and four quarters for each of three methods\n");
    for (int r = 0; r < zipf_points; r++) {
        fprintf(file, "%d", r * zipf_every);
        for (int k = 0; k < 3; k++)
            for (int p = 0; p <= zipf_parts; p++)
                fprintf(file, " %.4g", mean[k][r][p]);
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* The mean cost in the end over the seeds. */
static double zipf_end(double offset, int method, double lr)
{
    double mean = 0, part[2][1 + zipf_parts];
    for (uint64_t seed = 1; seed <= zipf_seeds; seed++) {
        run_zipf_once(1, offset, seed, method, lr, zipf_steps, part);
        mean += part[1][0] / zipf_seeds;
    }
    return mean;
}

/* With half the offset: heavy ball and Adam at the rates of the same rule, and at the
 * rate that is best in the end; and the heavy ball a little above its limit. */
static void run_zipf_loose(FILE *facts)
{
    enum { rates = 4 };
    const int which[2] = {HEAVY_BALL, ADAM}, lowest[2] = {-1, -2};
    for (int k = 0; k < 2; k++) {
        double best = INFINITY,
               lr = choose_zipf_lr(1, zipf_offset / 2, which[k], lowest[k]);
        for (int i = 0; i < rates; i++)
            best = fmin(best,
                        zipf_end(zipf_offset / 2, which[k], half_decade(lowest[k] + i)));
        method_fact(facts, "loose-lr", which[k], "%g", lr);
        method_fact(facts, "loose", which[k], "%.2f",
                    zipf_end(zipf_offset / 2, which[k], lr));
        method_fact(facts, "loose-best", which[k], "%.2f", best);
    }
    figure_fact(facts, "zipf-above-ball", "%.2f",
                zipf_end(zipf_offset, HEAVY_BALL, 0.45));
}

/* The largest eigenvalue of diag π - π πᵀ, by power iteration, for shares π. */
static double largest_curvature(const double *share)
{
    double u[zipf_classes], norm = 0;
    for (int k = 0; k < zipf_classes; k++)
        u[k] = k % 2 ? -1 : 1 + k;
    for (int round = 0; round < 2000; round++) {
        double dot = 0, sum = 0;
        for (int k = 0; k < zipf_classes; k++)
            dot += share[k] * u[k];
        for (int k = 0; k < zipf_classes; k++) {
            u[k] = share[k] * (u[k] - dot);
            sum += square(u[k]);
        }
        norm = sqrt(sum);
        for (int k = 0; k < zipf_classes; k++)
            u[k] /= norm;
    }
    return norm;
}

/* The shares of the classes among the samples, which no seed changes. */
static void zipf_shares(double exponent, double share[zipf_classes])
{
    struct dataset data;
    struct rng rng = rng_seed(1);
    const struct zipf_config config = {.rows = zipf_rows,
                                       .features = 1,
                                       .classes = zipf_classes,
                                       .exponent = (real)exponent};
    require(zipf_dataset(&data, &config, &rng));
    for (int k = 0; k < zipf_classes; k++)
        share[k] = 0;
    for (size_t i = 0; i < data.rows; i++)
        share[data.label[i]] += 1.0 / zipf_rows;
    dataset_free(&data);
}

/* The largest stable learning rates once the shares of the classes have been learned:
 * the curvature is that of diag π - π πᵀ times the mean square of the offset's direction,
 * offset² + 2/16 of the class means and the noise, and 1 of the bias. */
static void run_zipf_limits(FILE *facts)
{
    const char *name[2] = {"even", "zipf"};
    for (int i = 0; i < 2; i++) {
        double share[zipf_classes];
        zipf_shares(i, share);
        double curvature =
            largest_curvature(share) * (square(zipf_offset) + 2.0 / 16 + 1);
        char key[32];
        snprintf(key, sizeof key, "%s-curvature", name[i]);
        figure_fact(facts, key, "%.1f", curvature);
        snprintf(key, sizeof key, "%s-limit", name[i]);
        figure_fact(facts, key, "%.2f", 2 * 1.9 / curvature);
        if (i == 1) {
            figure_fact(facts, "zipf-limit-gd", "%.2f", 2 / curvature);
            figure_fact(facts, "zipf-first", "%.0f", zipf_rows * share[0]);
            figure_fact(facts, "zipf-last", "%.0f", zipf_rows * share[zipf_classes - 1]);
        }
    }
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return 2;
    }
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
    const char *directory = argv[1];
    FILE *facts = figure_open(directory, "facts.tsv");
    run_stretched(directory, facts);
    run_turned(facts);
    run_adagrad(directory, facts);
    run_accumulators(directory, facts);
    run_eps(facts);
    run_unrolled(facts);
    run_subnormal(facts);
    run_bound(directory, facts);
    run_beta1(facts);
    run_reddi(directory, facts);
    run_orders(facts);
    run_rosenbrock(directory, facts);
    run_lion_cycle(facts);
    run_saddle(directory, facts);
    run_signal(facts);
    run_logits(facts);
    struct dataset train, test;
    require(dataset_load(&train, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    run_gradient_check(&train, facts);
    run_digits(directory, facts, "one", &one_by_one, &train, &test);
    run_digits(directory, facts, "batch", &by_batches, &train, &test);
    run_digits_slower(facts, &train, &test);
    dataset_free(&train);
    dataset_free(&test);
    run_zipf(directory, facts);
    run_zipf_loose(facts);
    run_zipf_limits(facts);
    figure_close(facts);
    return 0;
}
