/* cases_l2_momentum.c: the pull of one penalty, and what many leave, in both regimes and
 * at the border between them, beside what the heavy ball itself does. */
#include "judge/driver.h"
#include "optim/heavy_ball.h"
#include "optim/l2_momentum.h"

#include <math.h>
#include <stdint.h>

enum { T = 120, N = 20, NEAR = 8, FAR = 8, FAINT = 10, LONG = 4, EDGE = 9, BAD = 10 };

static void count(real *t, size_t n)
{
    for (size_t i = 0; i < n; i++)
        t[i] = (real)i;
}

/* What the steps themselves do: the penalty is the whole gradient. */
static void walk(real lr, real beta, real l2, size_t n, real *left)
{
    struct heavy_ball ball;
    struct heavy_ball_config config = {
        .lr = lr, .beta = beta, .l2 = l2, .form = MOMENTUM_LR_OUTSIDE};
    real theta = 1;
    const real none = 0;
    heavy_ball_init(&ball, 1, config);
    for (size_t t = 0; t < n; t++) {
        left[t] = theta;
        heavy_ball_step(&ball, &theta, &none);
    }
    heavy_ball_free(&ball);
}

/* Steps 0 to n - 1, beside those of the heavy ball. */
static void record_left(FILE *trace, real lr, real beta, real l2)
{
    real t[T], left[T], walked[T];
    count(t, T);
    walk(lr, beta, l2, T, walked);
    for (size_t i = 0; i < T; i++)
        left[i] = l2_momentum_left(lr, beta, l2, i);
    trace_input(trace, "lr", 1, &lr);
    trace_input(trace, "beta", 1, &beta);
    trace_input(trace, "l2", 1, &l2);
    trace_input(trace, "t", T, t);
    trace_input(trace, "walked", T, walked);
    trace_column(trace, "left", T, left);
}

/* ηλ above (1 - √β)²: it swings through 0. */
static void left(FILE *trace, struct rng *rng)
{
    real beta = 0.88 + 0.04 * rng_uniform(rng);
    record_left(trace, 0.1, beta, 0.2 + 0.3 * rng_uniform(rng));
}

/* Below: it creeps, at first more slowly than a decay would. */
static void creep(FILE *trace, struct rng *rng)
{
    real beta = 0.5 + 0.1 * rng_uniform(rng);
    record_left(trace, 0.1, beta, 0.05 + 0.3 * rng_uniform(rng));
}

/* ηλ = ¼ and β = ¼, a double root, exactly. */
static void critical(FILE *trace, struct rng *rng)
{
    real unit = 1 + (real)rng_below(rng, 3);
    record_left(trace, unit / 8, 0.25, 2 / unit);
}

/* A double root, all but 1e-6 and less of β, on both sides. */
static void nearly_critical(FILE *trace, struct rng *rng)
{
    real lr[2 * NEAR], beta[2 * NEAR], left_10[2 * NEAR], left_40[2 * NEAR];
    const real l2 = 1;
    for (size_t i = 0; i < 2 * NEAR; i++) {
        real root = 0.3 + 0.6 * rng_uniform(rng), off = pow(10, -6 - (real)(i / 2));
        lr[i] = (1 - root) * (1 - root);
        beta[i] = root * root * (1 + (i % 2 ? off : -off));
        left_10[i] = l2_momentum_left(lr[i], beta[i], l2, 10);
        left_40[i] = l2_momentum_left(lr[i], beta[i], l2, 40);
    }
    trace_input(trace, "l2", 1, &l2);
    trace_input(trace, "lr", 2 * NEAR, lr);
    trace_input(trace, "beta", 2 * NEAR, beta);
    trace_column(trace, "left-after-10-steps", 2 * NEAR, left_10);
    trace_column(trace, "left-after-40-steps", 2 * NEAR, left_40);
}

/* Penalties that do next to nothing, each for as many steps as show it; before them two
 * that do something. */
static void record_faint(FILE *trace, struct rng *rng)
{
    real beta[FAINT], l2[FAINT], steps[FAINT], after[FAINT];
    for (size_t i = 0; i < FAINT; i++) {
        beta[i] = 0.5 + 0.4 * rng_uniform(rng);
        l2[i] = (1 + rng_uniform(rng)) * pow(10, i < 2 ? -3 : -10 - (real)i);
        steps[i] = floor((0.5 + rng_uniform(rng)) * (1 - beta[i]) / l2[i]);
        after[i] = l2_momentum_left(1, beta[i], l2[i], (uint64_t)steps[i]);
    }
    trace_input(trace, "beta-with-a-tiny-l2", FAINT, beta);
    trace_input(trace, "tiny-l2", FAINT, l2);
    trace_input(trace, "steps-with-a-tiny-l2", FAINT, steps);
    trace_rough(trace, "left-at-lr-1", FAINT, after);
}

/* A momentum that swings for 100,000 steps, beside the heavy ball's own. */
static void record_long(FILE *trace, struct rng *rng)
{
    static real walked[100000 + 1];
    const real steps[LONG] = {1000, 10000, 50000, 100000}, lr = 1;
    const real beta = 1 - 1e-6 * (1 + rng_uniform(rng));
    const real l2 = 0.2 + 0.6 * rng_uniform(rng);
    real ball[LONG], after[LONG];
    walk(lr, beta, l2, sizeof walked / sizeof *walked, walked);
    for (size_t i = 0; i < LONG; i++) {
        ball[i] = walked[(size_t)steps[i]];
        after[i] = l2_momentum_left(lr, beta, l2, (uint64_t)steps[i]);
    }
    trace_input(trace, "beta-of-the-swing", 1, &beta);
    trace_input(trace, "l2-of-the-swing", 1, &l2);
    trace_input(trace, "steps-of-the-swing", LONG, steps);
    trace_input(trace, "walked-by-the-swing", LONG, ball);
    trace_column(trace, "left-of-a-long-swing", LONG, after);
}

/* After 1 to 10^15 steps, of which each does little; a penalty down to 10^-19; a swing
 * that hardly fades. */
static void far(FILE *trace, struct rng *rng)
{
    real lr = 1e-3, l2 = 1e-3 * (1 + rng_uniform(rng)), beta = 0.9;
    real steps[FAR], after[FAR];
    for (size_t i = 0; i < FAR; i++) {
        uint64_t t = 1;
        for (size_t k = 0; k < (i < 7 ? i : 15); k++)
            t *= 10;
        steps[i] = (real)t;
        after[i] = l2_momentum_left(lr, beta, l2, t);
    }
    trace_input(trace, "lr", 1, &lr);
    trace_input(trace, "l2", 1, &l2);
    trace_input(trace, "beta", 1, &beta);
    trace_input(trace, "steps", FAR, steps);
    trace_column(trace, "left", FAR, after);
    record_faint(trace, rng);
    record_long(trace, rng);
}

static void pull(FILE *trace, struct rng *rng)
{
    real steps[N], values[N], lr = 0.01 + 0.1 * rng_uniform(rng);
    real l2 = 0.1 + rng_uniform(rng), beta = 0.8 + 0.1 * rng_uniform(rng);
    count(steps, N);
    for (size_t i = 0; i < N; i++)
        values[i] = l2_momentum_pull(lr, beta, l2, i);
    trace_input(trace, "lr", 1, &lr);
    trace_input(trace, "l2", 1, &l2);
    trace_input(trace, "beta", 1, &beta);
    trace_input(trace, "steps", N, steps);
    trace_column(trace, "pull", N, values);
    trace_number(trace, "pull-in-the-end", l2_momentum_pull(lr, beta, l2, UINT64_MAX));
}

/* β = 1 - 10^-k for a few steps, after which next to nothing has faded, and two β for
 * which no digits are in danger. */
static void persistent(FILE *trace, struct rng *rng)
{
    real beta[NEAR], values[NEAR];
    const real steps = 5;
    for (size_t i = 0; i < NEAR; i++) {
        real some = 0.5 + 0.4 * rng_uniform(rng);
        beta[i] = i < 2 ? some : 1 - some * pow(10, -4 - (real)i);
        values[i] = l2_momentum_pull(1, beta[i], 1, (uint64_t)steps);
    }
    trace_input(trace, "steps", 1, &steps);
    trace_input(trace, "beta", NEAR, beta);
    trace_rough(trace, "pull", NEAR, values);
}

/* No steps; one step; no momentum; no learning rate; a penalty that takes all at once. */
static void edges(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + 0.8 * rng_uniform(rng), less = some / 2;
    const real lr[EDGE] = {some, some, some, some, 0, 1, 1, some, some};
    const real beta[EDGE] = {some, some, 0, 0, some, 0, 0.5, 0.5, 0};
    const real l2[EDGE] = {less, less, less, less, some, 1, 1, 0, less};
    const uint64_t steps[EDGE] = {0, 1, 1, 7, 9, 3, 4, 1000, 0};
    real t[EDGE], pulls[EDGE], after[EDGE];
    for (size_t i = 0; i < EDGE; i++) {
        t[i] = (real)steps[i];
        pulls[i] = l2_momentum_pull(lr[i], beta[i], l2[i], steps[i]);
        after[i] = l2_momentum_left(lr[i], beta[i], l2[i], steps[i]);
    }
    trace_input(trace, "lr", EDGE, lr);
    trace_input(trace, "beta", EDGE, beta);
    trace_input(trace, "l2", EDGE, l2);
    trace_input(trace, "steps", EDGE, t);
    trace_column(trace, "pull", EDGE, pulls);
    trace_column(trace, "left", EDGE, after);
}

/* Arguments out of range; the last two are too much for what is left, but not for the
 * pull. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + rng_uniform(rng) / 2, nan = (real)NAN, inf = (real)INFINITY;
    const real lr[BAD] = {-some, nan, inf, some, some, some, some, some, 2, 1};
    const real beta[BAD] = {some, some, some, 1, -some, nan, some, some, some, some};
    const real l2[BAD] = {some, some, some, some, some, some, -some, inf, 0.75, 1.25};
    real pulls[BAD], after[BAD];
    for (size_t i = 0; i < BAD; i++) {
        pulls[i] = l2_momentum_pull(lr[i], beta[i], l2[i], 3);
        after[i] = l2_momentum_left(lr[i], beta[i], l2[i], 3);
    }
    trace_input(trace, "lr", BAD, lr);
    trace_input(trace, "beta", BAD, beta);
    trace_input(trace, "l2", BAD, l2);
    trace_rough(trace, "pull", BAD, pulls);
    trace_rough(trace, "left", BAD, after);
}

const struct driver_case driver_cases[] = {
    {"pull", pull},   {"persistent", persistent}, {"left", left},
    {"creep", creep}, {"critical", critical},     {"nearly-critical", nearly_critical},
    {"far", far},     {"edges", edges},           {"invalid", invalid},
    {NULL, NULL},
};
