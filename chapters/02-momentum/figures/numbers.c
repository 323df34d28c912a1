/* numbers.c: numbers of the text that belong to no figure. */
#include "optim/momentum_forms.h"
#include "shared.h"

/* Form (a) and form (b) down a slope of 1 when the learning rate drops to a tenth: how
 * many of the new steps (a) goes further. */
static void run_forms(FILE *facts)
{
    enum { cut = 60, long_run = 400 };
    struct optimizer outside = make(HEAVY_BALL, 1, (struct rates){0.01, 0.9});
    struct optimizer inside = make(HEAVY_BALL, 1, (struct rates){0.01, 0.9});
    ((struct heavy_ball *)inside.state)->config.form = MOMENTUM_LR_INSIDE;
    real a = 0, b = 0, g = 1;
    for (int t = 0; t < long_run; t++) {
        *inside.lr = *outside.lr = (real)(t < cut ? 0.01 : 0.001);
        inside.step(inside.state, &a, &g);
        outside.step(outside.state, &b, &g);
    }
    figure_fact(facts, "forms-extra", "%.0f", (b - a) / 0.01);
    optimizer_drop(&inside);
    optimizer_drop(&outside);
}

/* The velocity for gradients of 1 in form (c) and with dampening 0.9, and what is left of
 * the first of them after ten steps. */
static void run_dampening(FILE *facts)
{
    const struct momentum_average_config config = {.beta = (real)0.9};
    const struct heavy_ball_config dampened = {
        .beta = (real)0.9, .dampening = (real)0.9, .form = MOMENTUM_LR_OUTSIDE};
    struct momentum_average average;
    struct heavy_ball damped;
    require(momentum_average_init(&average, 2, config));
    require(heavy_ball_init(&damped, 2, dampened));
    real theta[2] = {0};
    for (int t = 1; t <= 10; t++) {
        const real g[2] = {1, t == 1};
        momentum_average_step(&average, theta, g);
        heavy_ball_step(&damped, theta, g);
        if (t > 2 && t < 10)
            continue;
        char step[8];
        snprintf(step, sizeof step, "%d", t);
        figure_fact_of(facts, "average", step, "%.2f", average.v[0]);
        figure_fact_of(facts, "damped", step, "%.2f", damped.v[0]);
    }
    figure_fact_of(facts, "average", "first", "%.3f", average.v[1]);
    figure_fact_of(facts, "damped", "first", "%.3f", damped.v[1]);
    momentum_average_free(&average);
    heavy_ball_free(&damped);
}

/* What one step along a wall of curvature L = 1/η does to f if the velocity of form (b)
 * is corrected as Adam's is: divided by (1-β^t)/(1-β), times 1/(1-β) to keep the later
 * steps. */
static void run_correction(FILE *facts)
{
    const struct rates rates = {1, 0.9};
    struct optimizer optimizer = make(HEAVY_BALL, 1, rates);
    const struct heavy_ball *ball = optimizer.state;
    real x = 1, g = x;
    optimizer.step(optimizer.state, &x, &g);
    double corrected = 1 - rates.lr * ball->v[0] / (1 - rates.beta);
    figure_fact(facts, "corrected-first", "%.0f", square(corrected));
    optimizer_drop(&optimizer);
}

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

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    run_forms(facts);
    run_dampening(facts);
    run_correction(facts);
    run_lost_rate(facts);
}
