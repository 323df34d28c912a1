/* figures.c: the experiments of chapter 2.
 *
 *     figures DIRECTORY
 *
 * writes one table for each figure, DIRECTORY/NAME.dat, and every number of the prose,
 * DIRECTORY/facts.tsv. One experiment is one function; its settings stand at its head. */
#include "lab/dataset.h"
#include "lab/figure.h"
#include "lab/logistic.h"
#include "lab/quadratic.h"
#include "lab/rng.h"
#include "optim/heavy_ball.h"
#include "optim/lapack.h"
#include "optim/momentum_forms.h"
#include "optim/momentum_spectrum.h"
#include "optim/nesterov.h"
#include "optim/quadratic_tuning.h"
#include "optim/restart.h"
#include "optim/sgd.h"

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

static double square(double x)
{
    return x * x;
}

static double norm(size_t n, const real *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += square(x[i]);
    return sqrt(sum);
}

static double largest(size_t n, const real *x)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(x[i]));
    return largest;
}

/* --- Walking down ----------------------------------------------------------------- */

enum method { GRADIENT_DESCENT, HEAVY_BALL, NESTEROV, METHODS };

/* A method with its rates; form (b) where there is a velocity. */
struct walker {
    enum method method;
    struct sgd sgd;
    struct heavy_ball ball;
    struct nesterov nesterov;
    const struct problem *problem;
    real *g;
};

static struct walker new_walker(const struct problem *problem, enum method method,
                                double lr, double beta)
{
    struct walker w = {.method = method, .problem = problem};
    size_t n = problem->n;
    w.g = calloc(n, sizeof *w.g);
    if (!w.g)
        require(DESCENT_ENOMEM);
    if (method == GRADIENT_DESCENT)
        require(sgd_init(&w.sgd, n, (struct sgd_config){.lr = (real)lr}));
    else if (method == HEAVY_BALL)
        require(heavy_ball_init(&w.ball, n,
                                (struct heavy_ball_config){.lr = (real)lr,
                                                           .beta = (real)beta,
                                                           .form = MOMENTUM_LR_OUTSIDE}));
    else
        require(nesterov_init(
            &w.nesterov, n,
            (struct nesterov_config){(real)lr, (real)beta, MOMENTUM_LR_OUTSIDE}));
    return w;
}

static void free_walker(struct walker *w)
{
    heavy_ball_free(&w->ball);
    nesterov_free(&w->nesterov);
    free(w->g);
}

/* A problem as nesterov_step() and restart_step() want it. */
static real objective(size_t n, const real *theta, real *g, void *context)
{
    (void)n;
    const struct problem *problem = context;
    if (!g)
        return problem_value(problem, theta);
    problem_gradient(problem, theta, g);
    return 0;
}

/* One step with the gradient over some samples, or over everything if there are none. */
static void walk_batch(struct walker *w, real *theta, size_t count, const size_t *rows)
{
    if (w->method == NESTEROV) {
        nesterov_step(&w->nesterov, theta, objective, (void *)w->problem);
        return;
    }
    if (count)
        w->problem->batch_gradient(w->problem, count, rows, theta, w->g);
    else
        problem_gradient(w->problem, theta, w->g);
    if (w->method == GRADIENT_DESCENT)
        sgd_step(&w->sgd, theta, w->g);
    else
        heavy_ball_step(&w->ball, theta, w->g);
}

static void walk(struct walker *w, real *theta)
{
    walk_batch(w, theta, 0, NULL);
}

static struct quadratic new_quadratic(size_t n, const real *spectrum)
{
    struct quadratic quadratic;
    require(quadratic_init(&quadratic, n, spectrum, NULL));
    return quadratic;
}

/* --- The valley ------------------------------------------------------------------- */

/* A floor of curvature 1 between walls of curvature 50. */
static const real valley_spectrum[2] = {1, 50};
static const real valley_start[2] = {-10, 1};

/* Gradient descent with a small and a large learning rate. */
static void run_valley(const char *directory, FILE *facts)
{
    enum { steps = 30 };
    const double lr[2] = {0.004, 0.038};
    const char *key[2] = {"valley-small", "valley-large"};
    struct quadratic valley = new_quadratic(2, valley_spectrum);
    struct problem problem = quadratic_problem(&valley);
    FILE *file = figure_open(directory, "valley.dat");
    fprintf(file, "# lr t x y\n");
    for (int k = 0; k < 2; k++) {
        real theta[2] = {valley_start[0], valley_start[1]};
        struct walker w = new_walker(&problem, GRADIENT_DESCENT, lr[k], 0);
        for (int t = 0; t <= steps; t++) {
            if (t > 0)
                walk(&w, theta);
            fprintf(file, "%g %d %.6g %.6g\n", lr[k], t, theta[0], theta[1]);
        }
        fprintf(file, "\n\n");
        figure_fact(facts, key[k], "%.0f", 100 * theta[0] / valley_start[0]);
        free_walker(&w);
    }
    figure_close(file);
    quadratic_free(&valley);
}

/* Gradient descent on x², whose curvature is 2, from 1. */
static void run_parabola(const char *directory)
{
    enum { steps = 12, rates = 5 };
    const double lr[rates] = {0.1, 0.5, 0.9, 1, 1.05};
    const real spectrum[1] = {2};
    struct quadratic parabola = new_quadratic(1, spectrum);
    struct problem problem = quadratic_problem(&parabola);
    FILE *file = figure_open(directory, "parabola.dat");
    fprintf(file, "# lr t x\n");
    for (int k = 0; k < rates; k++) {
        real x[1] = {1};
        struct walker w = new_walker(&problem, GRADIENT_DESCENT, lr[k], 0);
        for (int t = 0; t <= steps; t++) {
            if (t > 0)
                walk(&w, x);
            fprintf(file, "%g %d %.6g\n", lr[k], t, x[0]);
        }
        fprintf(file, "\n\n");
        free_walker(&w);
    }
    figure_close(file);
    quadratic_free(&parabola);
}

/* The three methods in the valley, each with its best rates on quadratics: gradient
 * descent and the heavy ball by exercise 2.4, Nesterov with the standard ones. */
static void run_paths(const char *directory, FILE *facts)
{
    enum { steps = 30 };
    const char *name[METHODS] = {"gd", "ball", "nesterov"};
    double kappa = valley_spectrum[1] / valley_spectrum[0];
    struct quadratic_tuning plain =
        quadratic_tune_gradient(valley_spectrum[0], valley_spectrum[1]);
    struct quadratic_tuning ball =
        quadratic_tune_heavy_ball(valley_spectrum[0], valley_spectrum[1]);
    const double lr[METHODS] = {plain.lr, ball.lr, 1 / valley_spectrum[1]};
    const double beta[METHODS] = {0, ball.beta, (sqrt(kappa) - 1) / (sqrt(kappa) + 1)};
    struct quadratic valley = new_quadratic(2, valley_spectrum);
    struct problem problem = quadratic_problem(&valley);
    FILE *file = figure_open(directory, "paths.dat");
    fprintf(file, "# t x y\n");
    for (enum method k = 0; k < METHODS; k++) {
        real theta[2] = {valley_start[0], valley_start[1]};
        struct walker w = new_walker(&problem, k, lr[k], beta[k]);
        for (int t = 0; t <= steps; t++) {
            if (t > 0)
                walk(&w, theta);
            fprintf(file, "%d %.6g %.6g\n", t, theta[0], theta[1]);
        }
        fprintf(file, "\n\n");
        char key[32];
        snprintf(key, sizeof key, "paths-%s", name[k]);
        figure_fact(facts, key, "%.2f", norm(2, theta));
        free_walker(&w);
    }
    figure_close(file);
    quadratic_free(&valley);
}

/* --- What the velocity does to gradients ------------------------------------------ */

/* The velocity for gradients that agree, alternate, or are independent. */
static void run_gains(const char *directory, FILE *facts)
{
    enum { steps = 60, seeds = 10, long_run = 20000 };
    const struct heavy_ball_config config = {
        .beta = (real)0.9, .lr = 0, .form = MOMENTUM_LR_OUTSIDE};
    struct heavy_ball same, turning, random;
    require(heavy_ball_init(&same, 1, config));
    require(heavy_ball_init(&turning, 1, config));
    real theta = 0;
    FILE *file = figure_open(directory, "gains.dat");
    fprintf(file, "# t same turning\n");
    for (int t = 1; t <= steps; t++) {
        real one = 1, sign = t % 2 ? 1 : -1;
        heavy_ball_step(&same, &theta, &one);
        heavy_ball_step(&turning, &theta, &sign);
        fprintf(file, "%d %.6g %.6g\n", t, same.v[0], turning.v[0]);
    }
    figure_close(file);
    for (int t = 0; t < 400; t++) {
        real one = 1, sign = t % 2 ? 1 : -1;
        heavy_ball_step(&same, &theta, &one);
        heavy_ball_step(&turning, &theta, &sign);
    }
    double sum = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct rng rng = rng_seed(seed);
        require(heavy_ball_init(&random, 1, config));
        for (int t = 0; t < long_run; t++) {
            real g = (real)rng_normal(&rng);
            heavy_ball_step(&random, &theta, &g);
            sum += square(random.v[0]) / (seeds * long_run);
        }
        heavy_ball_free(&random);
    }
    figure_fact(facts, "gain-same", "%.2f", same.v[0]);
    figure_fact(facts, "gain-turning", "%.2f", fabs(turning.v[0]));
    figure_fact(facts, "gain-random", "%.2f", sqrt(sum));
    heavy_ball_free(&same);
    heavy_ball_free(&turning);
}

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

/* The heavy ball on x²/2 beside the spring that it discretizes. */
static void run_spring(const char *directory, FILE *facts)
{
    enum { steps = 300, balls = 3 };
    const double lr = 0.01, beta[balls] = {0.5, 0.81, 0.98};
    const real spectrum[1] = {1};
    struct quadratic parabola = new_quadratic(1, spectrum);
    struct problem problem = quadratic_problem(&parabola);
    FILE *file = figure_open(directory, "spring.dat");
    fprintf(file, "# t ball spring\n");
    for (int k = 0; k < balls; k++) {
        real x[1] = {1};
        double lowest = 1;
        int when = 0;
        struct walker w = new_walker(&problem, HEAVY_BALL, lr, beta[k]);
        for (int t = 0; t <= steps; t++) {
            if (t > 0)
                walk(&w, x);
            if (x[0] < lowest) {
                lowest = x[0];
                when = t;
            }
            fprintf(file, "%d %.6g %.6g\n", t, x[0], spring(lr, beta[k], t));
        }
        fprintf(file, "\n\n");
        if (k == balls - 1) {
            figure_fact(facts, "overshoot", "%.2f", lowest);
            figure_fact(facts, "overshoot-step", "%d", when);
        }
        free_walker(&w);
    }
    figure_close(file);
    quadratic_free(&parabola);
}

/* --- The three forms -------------------------------------------------------------- */

/* How long the steps are down a slope of 1 when the learning rate drops to a tenth. */
static void run_forms(const char *directory, FILE *facts)
{
    enum { cut = 61, steps = 100, long_run = 400 };
    const struct momentum_rates rates[2] = {{(real)0.01, (real)0.9},
                                            {(real)0.001, (real)0.9}};
    struct heavy_ball inside, outside;
    struct momentum_average average;
    struct heavy_ball_config config = heavy_ball_defaults();
    require(heavy_ball_init(&outside, 1, config));
    config.form = MOMENTUM_LR_INSIDE;
    require(heavy_ball_init(&inside, 1, config));
    require(momentum_average_init(&average, 1, momentum_average_defaults()));
    real theta[3] = {0}, before[3], g = 1;
    FILE *file = figure_open(directory, "forms.dat");
    fprintf(file, "# t inside outside average\n");
    for (int t = 1; t <= long_run; t++) {
        memcpy(before, theta, sizeof before);
        inside.config.lr = outside.config.lr = rates[t >= cut].lr;
        average.config.lr =
            momentum_convert(MOMENTUM_LR_OUTSIDE, MOMENTUM_AVERAGE, rates[t >= cut]).lr;
        heavy_ball_step(&inside, &theta[0], &g);
        heavy_ball_step(&outside, &theta[1], &g);
        momentum_average_step(&average, &theta[2], &g);
        if (t <= steps)
            fprintf(file, "%d %.6g %.6g %.6g\n", t, before[0] - theta[0],
                    before[1] - theta[1], before[2] - theta[2]);
    }
    figure_close(file);
    figure_fact(facts, "forms-extra", "%.0f", (theta[1] - theta[0]) / 0.01);
    heavy_ball_free(&inside);
    heavy_ball_free(&outside);
    momentum_average_free(&average);
}

/* The velocity for gradients of 1 in form (c) and with dampening 0.9, and what is left of
 * the first of them after ten steps. */
static void run_dampening(FILE *facts)
{
    struct momentum_average average;
    struct heavy_ball damped;
    require(momentum_average_init(
        &average, 2,
        (struct momentum_average_config){.lr = 0, .beta = (real)0.9, .l2 = 0}));
    require(heavy_ball_init(&damped, 2,
                            (struct heavy_ball_config){.beta = (real)0.9,
                                                       .dampening = (real)0.9,
                                                       .form = MOMENTUM_LR_OUTSIDE}));
    real theta[2] = {0};
    for (int t = 1; t <= 10; t++) {
        real g[2] = {1, t == 1};
        momentum_average_step(&average, theta, g);
        heavy_ball_step(&damped, theta, g);
        if (t > 2 && t < 10)
            continue;
        char key[32];
        snprintf(key, sizeof key, "average-%d", t);
        figure_fact(facts, key, "%.2f", average.v[0]);
        snprintf(key, sizeof key, "damped-%d", t);
        figure_fact(facts, key, "%.2f", damped.v[0]);
    }
    figure_fact(facts, "average-first", "%.3f", average.v[1]);
    figure_fact(facts, "damped-first", "%.3f", damped.v[1]);
    momentum_average_free(&average);
    heavy_ball_free(&damped);
}

/* What one step along a wall of curvature L = 1/η does to f if the velocity of form (b)
 * is corrected as Adam's is: divided by (1-β^t)/(1-β), times 1/(1-β) to keep the later
 * steps. */
static void run_correction(FILE *facts)
{
    const double lr = 1, beta = 0.9;
    struct heavy_ball ball;
    require(heavy_ball_init(&ball, 1,
                            (struct heavy_ball_config){.lr = (real)lr,
                                                       .beta = (real)beta,
                                                       .form = MOMENTUM_LR_OUTSIDE}));
    real x = 1, g = x;
    heavy_ball_step(&ball, &x, &g);
    double corrected = 1 - lr * ball.v[0] / (1 - beta);
    figure_fact(facts, "corrected-first", "%.0f", square(corrected));
    heavy_ball_free(&ball);
}

/* --- Nesterov --------------------------------------------------------------------- */

/* The look-ahead of form (b) without the learning rate, in the valley: by what factor
 * the distance grows in a step. */
static void run_lost_rate(FILE *facts)
{
    enum { steps = 10 };
    const real lr = (real)0.01, beta = (real)0.9;
    struct quadratic valley = new_quadratic(2, valley_spectrum);
    struct problem problem = quadratic_problem(&valley);
    real theta[2] = {valley_start[0], valley_start[1]}, v[2] = {0}, ahead[2], g[2];
    double before = 0;
    for (int t = 1; t <= steps; t++) {
        before = norm(2, theta);
        for (int i = 0; i < 2; i++)
            ahead[i] = theta[i] - beta * v[i];
        problem_gradient(&problem, ahead, g);
        for (int i = 0; i < 2; i++) {
            v[i] = beta * v[i] + g[i];
            theta[i] -= lr * v[i];
        }
    }
    figure_fact(facts, "lost-rate-growth", "%.0f", norm(2, theta) / before);
    quadratic_free(&valley);
}

/* --- How fast --------------------------------------------------------------------- */

/* The larger modulus of the roots of z² - bz + c. */
static double larger_root(double b, double c)
{
    double d = b * b - 4 * c;
    return d < 0 ? sqrt(c) : (fabs(b) + sqrt(d)) / 2;
}

/* The factor by which Nesterov's method shrinks the error at curvature h. */
static double nesterov_radius(double lr, double beta, double h)
{
    return larger_root((1 + beta) * (1 - lr * h), beta * (1 - lr * h));
}

/* The factor a step by which the error shrinks on a quadratic, between the step where it
 * has lost `first` decimal digits and the one where it has lost `last`. */
static double measured_rate(const struct problem *problem, struct walker *w, int first,
                            int last)
{
    size_t n = problem->n;
    real *theta = malloc(n * sizeof *theta);
    if (!theta)
        require(DESCENT_ENOMEM);
    for (size_t i = 0; i < n; i++)
        theta[i] = 1;
    double size = 1, begin = 1;
    size_t t = 0, begun = 0;
    while (size > pow(10, -last) && t < 4000000) {
        double peak = 0; /* over two steps, since a coordinate may pass through zero */
        for (int k = 0; k < 2; k++, t++) {
            walk(w, theta);
            peak = fmax(peak, largest(n, theta));
        }
        size = peak;
        if (!begun && size < pow(10, -first)) {
            begun = t;
            begin = size;
        }
    }
    free(theta);
    return pow(size / begin, 1 / (double)(t - begun));
}

/* Spectral radius of the heavy ball at one curvature, from exercise 2.5 and measured. */
static void run_radius(const char *directory)
{
    enum { betas = 3 };
    const double beta[betas] = {0, 0.5, 0.9};
    FILE *curves = figure_open(directory, "radius.dat");
    FILE *points = figure_open(directory, "radius-measured.dat");
    fprintf(curves, "# lr*h radius\n");
    fprintf(points, "# lr*h rate\n");
    for (int k = 0; k < betas; k++) {
        for (int i = 0; i <= 440; i++)
            fprintf(curves, "%.6g %.6g\n", i * 0.01,
                    momentum_spectrum(1, (real)beta[k], (real)(i * 0.01)).radius);
        fprintf(curves, "\n\n");
        for (double h = 0.1; h < 2 * (1 + beta[k]) - 0.05; h += 0.2) {
            const real spectrum[1] = {(real)h};
            struct quadratic parabola = new_quadratic(1, spectrum);
            struct problem problem = quadratic_problem(&parabola);
            struct walker w = new_walker(&problem, HEAVY_BALL, 1, beta[k]);
            fprintf(points, "%.6g %.6g\n", h, measured_rate(&problem, &w, 20, 250));
            free_walker(&w);
            quadratic_free(&parabola);
        }
        fprintf(points, "\n\n");
    }
    figure_close(curves);
    figure_close(points);
}

/* The rate against β at κ = 100 and η = 1/L: theory, the slowest of all curvatures, and
 * measured on a quadratic of 20 parameters. */
static void run_rate_beta(const char *directory)
{
    enum { n = 20 };
    real spectrum[n];
    spectrum_geometric(n, (real)0.01, 1, spectrum);
    struct quadratic quadratic = new_quadratic(n, spectrum);
    struct problem problem = quadratic_problem(&quadratic);
    FILE *curves = figure_open(directory, "rate-beta.dat");
    FILE *points = figure_open(directory, "rate-beta-measured.dat");
    fprintf(curves, "# beta ball nesterov\n");
    fprintf(points, "# beta ball nesterov\n");
    for (int i = 0; i <= 198; i++) {
        double beta = i / 200.0, ball = 0, nesterov = 0;
        for (int k = 0; k < n; k++) {
            ball = fmax(ball, momentum_spectrum(1, (real)beta, spectrum[k]).radius);
            nesterov = fmax(nesterov, nesterov_radius(1, beta, spectrum[k]));
        }
        fprintf(curves, "%.6g %.6g %.6g\n", beta, ball, nesterov);
        if (i % 10)
            continue;
        fprintf(points, "%.6g", beta);
        for (enum method m = HEAVY_BALL; m <= NESTEROV; m++) {
            struct walker w = new_walker(&problem, m, 1, beta);
            fprintf(points, " %.6g", measured_rate(&problem, &w, 20, 120));
            free_walker(&w);
        }
        fprintf(points, "\n");
    }
    figure_close(curves);
    figure_close(points);
    quadratic_free(&quadratic);
}

/* Steps for a decimal digit, each method at its best rates on [1/κ, 1]. */
static void measure_kappa(double kappa, double steps[METHODS])
{
    enum { n = 20 };
    real spectrum[n];
    spectrum_geometric(n, (real)(1 / kappa), 1, spectrum);
    struct quadratic_tuning plain = quadratic_tune_gradient(spectrum[0], 1);
    struct quadratic_tuning ball = quadratic_tune_heavy_ball(spectrum[0], 1);
    const double lr[METHODS] = {plain.lr, ball.lr, 1};
    const double beta[METHODS] = {0, ball.beta, (sqrt(kappa) - 1) / (sqrt(kappa) + 1)};
    struct quadratic quadratic = new_quadratic(n, spectrum);
    struct problem problem = quadratic_problem(&quadratic);
    for (enum method k = 0; k < METHODS; k++) {
        struct walker w = new_walker(&problem, k, lr[k], beta[k]);
        int last = k == GRADIENT_DESCENT ? 40 : 250;
        steps[k] = -1 / log10(measured_rate(&problem, &w, 20, last));
        free_walker(&w);
    }
    quadratic_free(&quadratic);
}

static void run_rate_kappa(const char *directory, FILE *facts)
{
    const char *name[METHODS] = {"gd", "ball", "nesterov"};
    FILE *file = figure_open(directory, "rate-kappa.dat");
    fprintf(file, "# kappa gd ball nesterov\n");
    for (int i = 1; i <= 8; i++) {
        double kappa = pow(10, i / 2.0), steps[METHODS];
        measure_kappa(kappa, steps);
        fprintf(file, "%.6g %.6g %.6g %.6g\n", kappa, steps[0], steps[1], steps[2]);
        for (int k = 0; k < METHODS && i % 4 == 0; k++) {
            char key[32];
            snprintf(key, sizeof key, "digit-%s-%.0f", name[k], kappa);
            figure_fact(facts, key, kappa < 1000 ? "%.1f" : "%.0f", steps[k]);
        }
    }
    figure_close(file);
}

/* The derivative of a function with curvatures 25, 1, 25: Lessard, Recht and Packard
 * (2016). */
static double kinked_slope(double x)
{
    return x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24;
}

/* The heavy ball at the best rates for quadratics with curvatures in [1, 25], and
 * gradient descent at its own best rate, on that function. */
static void run_cycle(const char *directory, FILE *facts)
{
    enum { steps = 600, shown = 30 };
    struct quadratic_tuning rates = quadratic_tune_heavy_ball(1, 25);
    struct quadratic_tuning plain = quadratic_tune_gradient(1, 25);
    struct heavy_ball ball;
    struct sgd sgd;
    require(heavy_ball_init(&ball, 1,
                            (struct heavy_ball_config){.lr = rates.lr,
                                                       .beta = rates.beta,
                                                       .form = MOMENTUM_LR_OUTSIDE}));
    require(sgd_init(&sgd, 1, (struct sgd_config){.lr = plain.lr}));
    real x = (real)3.3, y = x;
    double peak = 0;
    FILE *file = figure_open(directory, "cycle.dat");
    fprintf(file, "# t ball gd\n");
    for (int t = 0; t <= steps; t++) {
        if (t > 0) {
            real g = (real)kinked_slope(x);
            heavy_ball_step(&ball, &x, &g);
            g = (real)kinked_slope(y);
            sgd_step(&sgd, &y, &g);
        }
        if (t <= shown)
            fprintf(file, "%d %.6g %.6g\n", t, x, y);
        if (t > steps - 3)
            peak = fmax(peak, x);
    }
    figure_close(file);
    figure_fact(facts, "cycle-peak", "%.4f", peak);
    figure_fact(facts, "cycle-steps", "%d", steps);
    heavy_ball_free(&ball);
}

/* --- Noise: logistic regression on the breast-cancer data -------------------------- */

enum { seeds = 5, params = 31, max_batch = 64 };

/* The whole data set, standardized, with a penalty of l2. */
struct tumors {
    struct dataset data;
    struct logistic logistic;
    struct problem problem;
};

static void open_tumors(struct tumors *tumors, double l2)
{
    struct dataset_error error;
    enum descent_status status = dataset_read(&tumors->data, BREAST_CANCER_PATH, &error);
    if (status)
        fprintf(stderr, "figures: %s\n", error.message);
    require(status);
    size_t p = tumors->data.features;
    real *moments = malloc(2 * p * sizeof *moments);
    if (!moments)
        require(DESCENT_ENOMEM);
    dataset_moments(&tumors->data, moments, moments + p);
    dataset_standardize(&tumors->data, moments, moments + p);
    free(moments);
    require(logistic_init(&tumors->logistic, &tumors->data, (real)l2, true));
    tumors->problem = logistic_problem(&tumors->logistic);
}

/* The root mean square distance of a batch gradient from the gradient at θ = 0, for
 * batches drawn without replacement, and what theory says. */
static void run_batch_noise(const char *directory, FILE *facts)
{
    enum { draws = 400 };
    const size_t size[] = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
    struct tumors tumors;
    open_tumors(&tumors, 0);
    struct problem *problem = &tumors.problem;
    size_t m = problem->samples;
    size_t *order = malloc(m * sizeof *order);
    if (!order || problem->n != params)
        require(DESCENT_ENOMEM);
    real theta[params] = {0}, full[params], g[params];
    problem_gradient(problem, theta, full);
    double variance = 0;
    for (size_t i = 0; i < m; i++) {
        order[i] = i;
        problem->batch_gradient(problem, 1, &i, theta, g);
        for (int j = 0; j < params; j++)
            variance += square(g[j] - full[j]) / (double)m;
    }
    struct rng rng = rng_seed(1);
    FILE *file = figure_open(directory, "batch-noise.dat");
    fprintf(file, "# batch measured\n");
    for (size_t k = 0; k < sizeof size / sizeof *size; k++) {
        double sum = 0;
        for (int d = 0; d < draws; d++) {
            rng_shuffle(&rng, m, order);
            problem->batch_gradient(problem, size[k], order, theta, g);
            for (int j = 0; j < params; j++)
                sum += square(g[j] - full[j]) / draws;
        }
        fprintf(file, "%zu %.6g\n", size[k], sqrt(sum));
        if (size[k] == 32)
            figure_fact(facts, "noise-32", "%.2f", sqrt(sum));
    }
    figure_close(file);
    figure_fact(facts, "noise-1", "%.2f", sqrt(variance));
    figure_fact(facts, "gradient-norm", "%.2f", norm(params, full));
    free(order);
    dataset_free(&tumors.data);
}

/* The minimum, by many steps of Nesterov's method. */
static double minimum(const struct problem *problem, double lr, double beta, size_t steps,
                      real *theta)
{
    memset(theta, 0, problem->n * sizeof *theta);
    struct walker w = new_walker(problem, NESTEROV, lr, beta);
    for (size_t t = 0; t < steps; t++)
        walk(&w, theta);
    free_walker(&w);
    return problem_value(problem, theta);
}

/* One way to train: batches of `batch` samples, drawn with replacement. */
struct training {
    double lr, beta;
    size_t batch; /* 0: all samples */
    bool shuffled;
};

/* tr C / 4, C the covariance of one sample's gradient: the floor is η/(1-β)/b times
 * this. */
static double floor_of_theory(const struct problem *problem, const real *theta)
{
    real full[params], g[params];
    problem_gradient(problem, theta, full);
    double variance = 0;
    for (size_t i = 0; i < problem->samples; i++) {
        problem->batch_gradient(problem, 1, &i, theta, g);
        for (int j = 0; j < params; j++)
            variance += square(g[j] - full[j]) / (double)problem->samples;
    }
    return variance / 4;
}

/* Means over the second half of a run: f - f_min, and floor_of_theory() where the run
 * was. */
struct stall {
    double excess, theory;
};

/* Adds a seed's share of f - f_min before step 1, 1 + every, … to `excess`. */
static struct stall add_training(const struct problem *problem, struct training how,
                                 double least, uint64_t seed, size_t steps, size_t every,
                                 double *excess)
{
    struct rng rng = rng_seed(seed);
    enum method method = how.beta > 0 ? HEAVY_BALL : GRADIENT_DESCENT;
    struct walker w = new_walker(problem, method, how.lr, how.beta);
    size_t rows[max_batch], order[1024], next = 0, m = problem->samples;
    real theta[params] = {0};
    for (size_t i = 0; i < m; i++)
        order[i] = i;
    double share = (double)every / (double)(steps - steps / 2);
    struct stall stall = {0};
    for (size_t t = 0; t < steps; t++) {
        if (t % every == 0) {
            double value = problem_value(problem, theta) - least;
            if (excess)
                excess[t / every] += how.batch ? value / seeds : value;
            if (t >= steps / 2) {
                stall.excess += share * value;
                stall.theory += share * floor_of_theory(problem, theta);
            }
        }
        for (size_t k = 0; k < how.batch; k++, next++) {
            if (how.shuffled && next % m == 0)
                rng_shuffle(&rng, m, order);
            rows[k] = how.shuffled ? order[next % m] : rng_below(&rng, m);
        }
        walk_batch(&w, theta, how.batch, rows);
    }
    free_walker(&w);
    return stall;
}

/* The mean over all seeds of a long run. */
static struct stall mean_stall(const struct problem *problem, struct training how,
                               double least)
{
    struct stall mean = {0};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct stall stall = add_training(problem, how, least, seed, 10000, 50, NULL);
        mean.excess += stall.excess / seeds;
        mean.theory += stall.theory / seeds;
    }
    return mean;
}

/* Constant learning rates stall at a floor that falls with the batch. */
static void run_floor(const char *directory, FILE *facts)
{
    enum { ways = 4, steps = 2500, every = 10 };
    const struct training how[ways] = {
        {0.1, 0, 1, false}, {0.1, 0, 8, false}, {0.1, 0, 64, false}, {0.1, 0, 0, false}};
    static double excess[ways][steps / every];
    struct tumors tumors;
    open_tumors(&tumors, 0.01);
    real theta[params];
    double least = minimum(&tumors.problem, 0.3, 0.9, 1500, theta);
    for (int k = 0; k < ways; k++)
        for (uint64_t seed = 1; seed <= (how[k].batch ? seeds : 1); seed++)
            add_training(&tumors.problem, how[k], least, seed, steps, every, excess[k]);
    struct stall one = mean_stall(&tumors.problem, how[0], least);
    double theory = floor_of_theory(&tumors.problem, theta) * 0.1;
    FILE *file = figure_open(directory, "floor.dat");
    fprintf(file, "# step batch-1 batch-8 batch-64 all\n");
    for (int i = 0; i < steps / every; i++)
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", i * every, excess[0][i], excess[1][i],
                excess[2][i], excess[3][i]);
    figure_close(file);
    figure_fact(facts, "floor-theory-1", "%.1e", theory);
    figure_fact(facts, "floor-theory-64", "%.1e", theory / 64);
    figure_fact(facts, "floor-1", "%.1e", one.excess);
    figure_fact(facts, "floor-there-1", "%.1e", one.theory * 0.1);
    dataset_free(&tumors.data);
}

/* SGD against the heavy ball with the same η / (1-β), and with the same η. */
static void run_momentum_noise(const char *directory, FILE *facts)
{
    enum { ways = 3, steps = 3000, every = 20 };
    const struct training how[ways] = {
        {0.1, 0, 32, false}, {0.01, 0.9, 32, false}, {0.1, 0.9, 32, false}};
    const char *key[ways] = {"floor-sgd", "floor-ball", "floor-ball-same"};
    static double excess[ways][steps / every];
    struct tumors tumors;
    open_tumors(&tumors, 0.01);
    struct problem *problem = &tumors.problem;
    real theta[params];
    double least = minimum(problem, 0.3, 0.9, 1500, theta);
    FILE *file = figure_open(directory, "momentum-noise.dat");
    fprintf(file, "# step sgd ball ball-same-lr\n");
    for (int k = 0; k < ways; k++) {
        for (uint64_t seed = 1; seed <= seeds; seed++)
            add_training(problem, how[k], least, seed, steps, every, excess[k]);
        figure_fact(facts, key[k], "%.1e", mean_stall(problem, how[k], least).excess);
    }
    for (int i = 0; i < steps / every; i++)
        fprintf(file, "%d %.6g %.6g %.6g\n", i * every, excess[0][i], excess[1][i],
                excess[2][i]);
    figure_close(file);
    double theory = floor_of_theory(problem, theta) * 0.1 / 32;
    figure_fact(facts, "floor-theory", "%.1e", theory);
    figure_fact(facts, "floor-theory-same", "%.1e", 10 * theory);
    struct training shuffled = {0.1, 0, 32, true};
    figure_fact(facts, "floor-shuffled", "%.1e",
                mean_stall(problem, shuffled, least).excess);
    dataset_free(&tumors.data);
}

/* --- Restart ---------------------------------------------------------------------- */

/* The first step at which f - f_min is at most 1e-10 in a run of values. */
static int reached(size_t steps, const double *value)
{
    for (size_t t = 0; t <= steps; t++)
        if (value[t] <= 1e-10)
            return (int)t;
    return -1;
}

/* The mean distance between the minima of a run of values after step `from`. */
static double ripple(size_t from, size_t steps, const double *value)
{
    size_t first = 0, last = 0, count = 0;
    for (size_t t = from; t < steps; t++)
        if (value[t] < value[t - 1] && value[t] < value[t + 1]) {
            first = count ? first : t;
            last = t;
            count++;
        }
    return count > 1 ? (double)(last - first) / (double)(count - 1) : 0;
}

enum { race_steps = 1500, racers = 4 };

/* Gradient descent, Nesterov's method with the momentum for κ = L/μ, with a momentum that
 * grows, and with restarts. Fills in f - f_min before each step; returns when the first
 * restart was. */
static int race(const struct problem *problem, double mu, double ell, double least,
                double value[racers][race_steps + 1])
{
    double root = sqrt(ell / mu);
    int first = 0;
    real theta[racers][params] = {{0}};
    struct walker plain = new_walker(problem, GRADIENT_DESCENT, 1 / ell, 0);
    struct walker tuned = new_walker(problem, NESTEROV, 1 / ell, (root - 1) / (root + 1));
    struct restart growing, restarting;
    struct restart_config config = {(real)(1 / ell), RESTART_NEVER};
    require(restart_init(&growing, params, theta[2], config));
    config.scheme = RESTART_GRADIENT;
    require(restart_init(&restarting, params, theta[3], config));
    for (int t = 0; t <= race_steps; t++) {
        if (t > 0) {
            walk(&plain, theta[0]);
            walk(&tuned, theta[1]);
            restart_step(&growing, theta[2], objective, (void *)problem);
            if (restart_step(&restarting, theta[3], objective, (void *)problem) && !first)
                first = t;
        }
        for (int k = 0; k < racers; k++)
            value[k][t] = problem_value(problem, theta[k]) - least;
    }
    restart_free(&growing);
    restart_free(&restarting);
    free_walker(&plain);
    free_walker(&tuned);
    return first;
}

/* The curvatures at theta, the smallest first: the eigenvalues of the Hessian, which is
 * made of differences of gradients. */
static void curvatures(const struct problem *problem, const real *theta, real *curvature)
{
    const real step = (real)cbrt(REAL_EPSILON);
    real hessian[params * params], point[params], below[params];
    memcpy(point, theta, sizeof point);
    for (int i = 0; i < params; i++) {
        point[i] = theta[i] - step;
        problem_gradient(problem, point, below);
        point[i] = theta[i] + step;
        real *row = hessian + i * params;
        problem_gradient(problem, point, row);
        point[i] = theta[i];
        for (int j = 0; j < params; j++)
            row[j] = (row[j] - below[j]) / (2 * step);
    }
    if (LAPACK_NAME(syev)(LAPACK_ROW_MAJOR, 'N', 'U', params, hessian, params, curvature))
        require(DESCENT_ENOMEM);
}

/* How stretched the problem is where the race starts and where it ends, and how many
 * directions are nearly as flat as the flattest. */
static void measure_curvatures(const struct problem *problem, double mu, const real *best,
                               FILE *facts)
{
    real start[params] = {0}, curvature[params];
    curvatures(problem, start, curvature);
    figure_fact(facts, "kappa-start", "%.0f", curvature[params - 1] / curvature[0]);
    curvatures(problem, best, curvature);
    figure_fact(facts, "kappa-end", "%.0f", curvature[params - 1] / curvature[0]);
    int flat = 0;
    while (flat < params && curvature[flat] < 2 * mu)
        flat++;
    figure_fact(facts, "flat-directions", "%d", flat);
    figure_fact(facts, "directions", "%d", params);
}

/* Logistic regression with a small penalty, all samples. */
static void run_restart(const char *directory, FILE *facts)
{
    const double l2 = 0.001, ell = 3.33;
    static double value[racers][race_steps + 1];
    struct tumors tumors;
    open_tumors(&tumors, l2);
    real best[params];
    double least = minimum(&tumors.problem, 1 / ell, 0.96, 4000, best);
    int first = race(&tumors.problem, l2, ell, least, value);
    measure_curvatures(&tumors.problem, l2, best, facts);
    FILE *file = figure_open(directory, "restart.dat");
    fprintf(file, "# t gd tuned growing restart\n");
    for (int t = 0; t <= race_steps; t++)
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, value[0][t], value[1][t],
                value[2][t], value[3][t]);
    figure_close(file);
    figure_fact(facts, "until-tuned", "%d", reached(race_steps, value[1]));
    figure_fact(facts, "until-restart", "%d", reached(race_steps, value[3]));
    figure_fact(facts, "restart-first", "%d", first);
    figure_fact(facts, "ripple-theory", "%.0f", acos(-1) * sqrt(ell / l2));
    figure_fact(facts, "ripple-measured", "%.0f", ripple(300, race_steps, value[2]));
    figure_fact(facts, "restart-gd", "%.0e", value[0][race_steps]);
    dataset_free(&tumors.data);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return 2;
    }
    const char *directory = argv[1];
    FILE *facts = figure_open(directory, "facts.tsv");
    run_valley(directory, facts);
    run_parabola(directory);
    run_batch_noise(directory, facts);
    run_floor(directory, facts);
    run_gains(directory, facts);
    run_spring(directory, facts);
    run_forms(directory, facts);
    run_dampening(facts);
    run_correction(facts);
    run_lost_rate(facts);
    run_paths(directory, facts);
    run_rate_beta(directory);
    run_rate_kappa(directory, facts);
    run_radius(directory);
    run_cycle(directory, facts);
    run_momentum_noise(directory, facts);
    run_restart(directory, facts);
    figure_close(facts);
    return 0;
}
