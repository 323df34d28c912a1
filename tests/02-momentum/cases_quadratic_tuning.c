/* cases_quadratic_tuning.c: spectra from one curvature to twelve decades, and what
 * gradient descent and the heavy ball do there at the rates that were returned. */
#include "bowl.h"
#include "judge/driver.h"
#include "optim/heavy_ball.h"
#include "optim/quadratic_tuning.h"

enum { PLOTTED = 100, WIDE = 25, CLOSE = 10, T = 60, UNITS = 9, ENDS = 4, BAD = 8 };

typedef struct quadratic_tuning tune_fn(real mu, real ell);

/* Records what a function returns for n spectra, with a letter before the names. */
static void record(FILE *trace, const char *prefix, tune_fn *tune, size_t n,
                   const real *mu, const real *ell)
{
    static const char *const names[] = {"lr", "beta", "rate"};
    real values[3][PLOTTED];
    for (size_t i = 0; i < n; i++) {
        struct quadratic_tuning tuning = tune(mu[i], ell[i]);
        values[0][i] = tuning.lr;
        values[1][i] = tuning.beta;
        values[2][i] = tuning.rate;
    }
    for (size_t i = 0; i < 3; i++) {
        char name[TRACE_MAX_NAME];
        snprintf(name, sizeof name, "%s%s", prefix, names[i]);
        trace_column(trace, name, n, values[i]);
    }
}

static void record_spectra(FILE *trace, size_t n, const real *mu, const real *ell)
{
    trace_input(trace, "mu", n, mu);
    trace_input(trace, "L", n, ell);
}

/* Both functions, told apart by their names. */
static void record_both(FILE *trace, size_t n, const real *mu, const real *ell)
{
    record_spectra(trace, n, mu, ell);
    record(trace, "gradient-descent-", quadratic_tune_gradient, n, mu, ell);
    record(trace, "heavy-ball-", quadratic_tune_heavy_ball, n, mu, ell);
}

/* Condition numbers from 1 to 200: the heavy ball's rate. */
static void kappas(FILE *trace, struct rng *rng)
{
    real kappa[PLOTTED], mu[PLOTTED], ell[PLOTTED], scale = 0.5 + rng_uniform(rng);
    for (size_t i = 0; i < PLOTTED; i++) {
        kappa[i] = (real)(i ? 2 * (i + 1) : 1);
        mu[i] = scale;
        ell[i] = scale * kappa[i];
    }
    trace_input(trace, "kappa", PLOTTED, kappa);
    record_spectra(trace, PLOTTED, mu, ell);
    record(trace, "", quadratic_tune_heavy_ball, PLOTTED, mu, ell);
}

static void wide_spectra(real *mu, real *ell, struct rng *rng)
{
    for (size_t i = 0; i < WIDE; i++) {
        mu[i] = 0.1 + rng_uniform(rng);
        ell[i] = mu[i] * pow(10, 0.1 + (real)i / 2 - 0.05 * rng_uniform(rng));
    }
}

static void wide_gradient(FILE *trace, struct rng *rng)
{
    real mu[WIDE], ell[WIDE];
    wide_spectra(mu, ell, rng);
    record_spectra(trace, WIDE, mu, ell);
    record(trace, "", quadratic_tune_gradient, WIDE, mu, ell);
}

static void wide_heavy_ball(FILE *trace, struct rng *rng)
{
    real mu[WIDE], ell[WIDE];
    wide_spectra(mu, ell, rng);
    record_spectra(trace, WIDE, mu, ell);
    record(trace, "", quadratic_tune_heavy_ball, WIDE, mu, ell);
}

/* L = μ + μ 10^-k: the rates are of the order of 10^-k. Differences of roots are right to
 * twelve digits for k ≤ 2, and mostly rounding for k ≥ 9. */
static void close_spectra(FILE *trace, struct rng *rng)
{
    real mu[CLOSE], ell[CLOSE], descent[CLOSE], ball[CLOSE], beta[CLOSE];
    for (size_t i = 0; i < CLOSE; i++) {
        mu[i] = 1 + rng_uniform(rng);
        ell[i] = mu[i] + mu[i] * pow(10, -(real)(i < 3 ? i : i + 6));
        struct quadratic_tuning tuning = quadratic_tune_heavy_ball(mu[i], ell[i]);
        descent[i] = quadratic_tune_gradient(mu[i], ell[i]).rate;
        ball[i] = tuning.rate;
        beta[i] = tuning.beta;
    }
    trace_input(trace, "mu", CLOSE, mu);
    trace_input(trace, "L", CLOSE, ell);
    trace_rough(trace, "rate-of-gradient-descent", CLOSE, descent);
    trace_rough(trace, "rate-of-the-heavy-ball", CLOSE, ball);
    trace_rough(trace, "beta-of-the-heavy-ball", CLOSE, beta);
}

/* A bowl of one curvature, in which both methods are there in one step. */
static void round_bowl(FILE *trace, struct rng *rng)
{
    real mu[3] = {1, 0.5, 1e-6};
    mu[1] += rng_uniform(rng);
    mu[2] += 1e-6 * rng_uniform(rng);
    record_both(trace, 3, mu, mu);
}

/* One spectrum in many units. */
static void units(FILE *trace, struct rng *rng)
{
    real mu[UNITS], ell[UNITS], unit[UNITS], low = 1 + rng_uniform(rng);
    real high = low * (5 + 20 * rng_uniform(rng));
    for (size_t i = 0; i < UNITS; i++) {
        unit[i] = pow(10, 70 * ((real)i - UNITS / 2));
        mu[i] = low * unit[i];
        ell[i] = high * unit[i];
    }
    trace_input(trace, "unit", UNITS, unit);
    record_spectra(trace, UNITS, mu, ell);
    record(trace, "", quadratic_tune_heavy_ball, UNITS, mu, ell);
}

/* The method at the rates that were returned, on the flattest and the steepest curvature;
 * both start at a distance of 1. */
static void descend(FILE *trace, tune_fn *tune, struct rng *rng)
{
    real mu = 0.5 + rng_uniform(rng), ell = mu * (10 + 50 * rng_uniform(rng));
    struct bowl bowl = {.n = 2, .h = {mu, ell}};
    struct quadratic_tuning tuning = tune(mu, ell);
    real theta[2] = {1, 1}, g[2], flat[T] = {0}, steep[T] = {0}, t[T];
    struct heavy_ball ball;
    struct heavy_ball_config config = {
        .lr = tuning.lr, .beta = tuning.beta, .form = MOMENTUM_LR_OUTSIDE};
    bool valid = heavy_ball_init(&ball, 2, config) == DESCENT_OK;
    for (size_t i = 0; valid && i < T; i++) {
        bowl_objective(2, theta, g, &bowl);
        heavy_ball_step(&ball, theta, g);
        flat[i] = theta[0];
        steep[i] = theta[1];
    }
    heavy_ball_free(&ball);
    count_steps(T, t);
    trace_input(trace, "mu", 1, &mu);
    trace_input(trace, "L", 1, &ell);
    trace_input(trace, "t", T, t);
    trace_number(trace, "rate", tuning.rate);
    trace_column(trace, "along-mu", T, flat);
    trace_column(trace, "along-L", T, steep);
}

static void descend_gradient(FILE *trace, struct rng *rng)
{
    descend(trace, quadratic_tune_gradient, rng);
}

static void descend_heavy_ball(FILE *trace, struct rng *rng)
{
    descend(trace, quadratic_tune_heavy_ball, rng);
}

/* A learning rate or a rate may get lost on the way: 0, infinite or NaN. */
static void record_ends(FILE *trace, const char *const names[2], tune_fn *tune,
                        const real *mu, const real *ell)
{
    real lr[ENDS], rate[ENDS];
    for (size_t i = 0; i < ENDS; i++) {
        struct quadratic_tuning tuning = tune(mu[i], ell[i]);
        lr[i] = tuning.lr;
        rate[i] = tuning.rate;
    }
    trace_column(trace, names[0], ENDS, lr);
    trace_column(trace, names[1], ENDS, rate);
}

/* Curvatures at both ends of what a double can hold. Their digits are tested
 * elsewhere. */
static void ends_of_double(FILE *trace, struct rng *rng)
{
    static const char *const names[][2] = {
        {"gradient-descent-lr", "gradient-descent-rate"},
        {"heavy-ball-lr", "heavy-ball-rate"}};
    const real some = 1 + rng_uniform(rng) / 2;
    const real mu[ENDS] = {some * 1e307, some, some * 1e-307, some * 1e-160};
    const real ell[ENDS] = {1.7e308, 1.7e308, some * 9e-307, some * 9e-160};
    record_spectra(trace, ENDS, mu, ell);
    record_ends(trace, names[0], quadratic_tune_gradient, mu, ell);
    record_ends(trace, names[1], quadratic_tune_heavy_ball, mu, ell);
}

/* Spectra that are none. The last one is a spectrum: to refuse everything is not
 * enough. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = 1 + rng_uniform(rng), less = some - 1e-9;
    const real mu[BAD] = {0, -some, (real)NAN, some, some, some, some, some};
    const real ell[BAD] = {some,  some,      some,           less,
                           -some, (real)NAN, (real)INFINITY, 2 * some};
    record_both(trace, BAD, mu, ell);
}

const struct driver_case driver_cases[] = {
    {"gradient", wide_gradient},
    {"kappas", kappas},
    {"heavy-ball", wide_heavy_ball},
    {"close", close_spectra},
    {"round", round_bowl},
    {"units", units},
    {"ends-of-double", ends_of_double},
    {"descend-gradient", descend_gradient},
    {"descend-heavy-ball", descend_heavy_ball},
    {"invalid", invalid},
    {NULL, NULL},
};
