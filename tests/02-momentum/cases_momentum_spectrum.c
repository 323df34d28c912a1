/* cases_momentum_spectrum.c: radius and regime over curvatures and decay rates, at the
 * border of two regimes and far from it, and what a run of the heavy ball says. */
#include "judge/driver.h"
#include "optim/heavy_ball.h"
#include "optim/momentum_spectrum.h"

#include <math.h>

enum {
    PLOTTED = 121,
    BETAS = 40,
    BORDERS = 24,
    RUNS = 24,
    RUN = 400,
    STEEP = 2,
    SIDES = 24
};

static const char regimes[] =
    "MOMENTUM_UNDERDAMPED MOMENTUM_CRITICAL MOMENTUM_OVERDAMPED";

/* Arguments by row, and what is returned for them. */
struct table {
    size_t n;
    real lr[PLOTTED], beta[PLOTTED], h[PLOTTED];
};

static void ask(struct table *table, real lr, real beta, real h)
{
    table->lr[table->n] = lr;
    table->beta[table->n] = beta;
    table->h[table->n++] = h;
}

static void record(FILE *trace, const struct table *table)
{
    real radius[PLOTTED], regime[PLOTTED];
    for (size_t i = 0; i < table->n; i++) {
        struct momentum_spectrum spectrum =
            momentum_spectrum(table->lr[i], table->beta[i], table->h[i]);
        radius[i] = spectrum.radius;
        regime[i] = (real)spectrum.regime;
    }
    trace_input(trace, "lr", table->n, table->lr);
    trace_input(trace, "beta", table->n, table->beta);
    trace_input(trace, "h", table->n, table->h);
    trace_column(trace, "radius", table->n, radius);
    trace_enum(trace, "regime", table->n, regime, regimes);
}

/* From a flat direction to one on which the method diverges. */
static void curvatures(FILE *trace, struct rng *rng)
{
    struct table table = {0};
    real beta = 0.4 + 0.3 * rng_uniform(rng), lr = 0.5 + rng_uniform(rng);
    real top = 2.2 * (1 + beta) / lr;
    for (size_t i = 0; i < PLOTTED; i++)
        ask(&table, lr, beta, top * (real)i / (PLOTTED - 1));
    record(trace, &table);
}

/* From no momentum to nearly all of it, on four curvatures. */
static void betas(FILE *trace, struct rng *rng)
{
    struct table table = {0};
    for (size_t i = 0; i < BETAS; i++) {
        real beta = ((real)(i / 4) + rng_uniform(rng)) / (BETAS / 4);
        const real curvature = (real)(i % 4) + rng_uniform(rng);
        ask(&table, 0.1 + rng_uniform(rng), beta, curvature);
    }
    record(trace, &table);
}

/* ηh = (1 ± √β)², once as well as it can be computed, and a little to both sides. The
 * root of what rounding leaves of the discriminant is in the radius, so these stand
 * alone. Rounding also decides whether a wrong method finds real roots there: hence the
 * modulus, and no more than whether the regime is critical. */
static void borders(FILE *trace, struct rng *rng)
{
    struct table at = {0}, beside = {0};
    for (size_t i = 0; i < BORDERS; i++) {
        real root = i < 8 ? (real)(i + 1) / 16 : 0.1 + 0.85 * rng_uniform(rng);
        real lr = i < 8 ? 1 : 0.5 + rng_uniform(rng);
        real sign = i % 2 ? 1 : -1, product = (1 + sign * root) * (1 + sign * root);
        ask(&at, lr, root * root, product / lr);
        ask(&beside, lr, root * root, product * (1 + (i % 4 < 2 ? 1e-6 : -1e-6)) / lr);
    }
    struct momentum_spectrum spectrum;
    real radius[BORDERS], critical[BORDERS], regime_beside[BORDERS];
    for (size_t i = 0; i < BORDERS; i++) {
        spectrum = momentum_spectrum(at.lr[i], at.beta[i], at.h[i]);
        radius[i] = fabs(spectrum.radius);
        critical[i] = spectrum.regime == MOMENTUM_CRITICAL;
        spectrum = momentum_spectrum(beside.lr[i], beside.beta[i], beside.h[i]);
        regime_beside[i] = (real)spectrum.regime;
    }
    trace_input(trace, "lr", BORDERS, at.lr);
    trace_input(trace, "beta", BORDERS, at.beta);
    trace_input(trace, "h", BORDERS, at.h);
    trace_column(trace, "modulus-of-radius", BORDERS, radius);
    trace_column(trace, "critical", BORDERS, critical);
    trace_enum(trace, "regime-when-h-changes-by-1e-6", BORDERS, regime_beside, regimes);
}

/* On both sides of the border, at a quarter of the header's threshold for D and at four
 * times that, in an order of the seed's. With b near 2√β, D is 4√β times the step to the
 * side. */
static void threshold(FILE *trace, struct rng *rng)
{
    size_t turn = 0;
    real beta[SIDES], h[SIDES], regime[SIDES];
    for (size_t i = 0; i < SIDES; i++) {
        turn = i % 4 == 0 ? (size_t)rng_below(rng, 4) : turn;
        const size_t kind = (i + turn) % 4;
        real root = (real)(i / 4 + 1) / 16, side = kind < 2 ? 1 : -1;
        beta[i] = root * root;
        h[i] = (1 - root) * (1 - root) +
               side * (kind % 2 ? 4 : 0.25) * 32 * REAL_EPSILON * (1 + beta[i]);
        regime[i] = (real)momentum_spectrum(1, beta[i], h[i]).regime;
    }
    trace_input(trace, "beta", SIDES, beta);
    trace_input(trace, "h", SIDES, h);
    trace_enum(trace, "regime-at-the-threshold", SIDES, regime, regimes);
}

/* By what factor a run of the heavy ball shrinks, measured so that oscillation does not
 * disturb: for x_{t+1} = b x_t - β x_{t-1}, the form q(x, y) = x² - bxy + βy² of two
 * neighboring points is multiplied by β in each step, and where the roots are real one of
 * them soon outweighs the other. */
static real measured(real lr, real beta, real h)
{
    struct heavy_ball ball;
    struct heavy_ball_config config = {
        .lr = lr, .beta = beta, .form = MOMENTUM_LR_OUTSIDE};
    real x = 1, before = 1, first = 0, form = 0, b = 1 + beta - lr * h;
    heavy_ball_init(&ball, 1, config);
    for (size_t t = 0; t < RUN; t++) {
        real g = h * x;
        before = x;
        heavy_ball_step(&ball, &x, &g);
        form = x * x - b * x * before + beta * before * before;
        if (t == 0)
            first = form;
    }
    heavy_ball_free(&ball);
    bool swings = b * b < 4 * beta;
    return swings ? pow(form / first, 0.5 / (RUN - 1)) : fabs(x / before);
}

/* Runs well inside the two regimes: on the slow side, between, and on the flipping
 * side. */
static void runs(FILE *trace, struct rng *rng)
{
    struct table table = {0};
    real factors[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        real root = 0.5 + 0.3 * rng_uniform(rng), low = (1 - root) * (1 - root);
        real high = (1 + root) * (1 + root), edge = 2 * (1 + root * root);
        real u = 0.1 + 0.6 * rng_uniform(rng), lr = 0.5 + rng_uniform(rng);
        real product = i % 3 == 0   ? u * low
                       : i % 3 == 1 ? low + u * (high - low)
                                    : edge - u * (edge - high);
        ask(&table, lr, root * root, product / lr);
        factors[i] = measured(lr, root * root, product / lr);
    }
    trace_input(trace, "factor-of-a-run", RUNS, factors);
    record(trace, &table);
}

/* No curvature, the wrong curvature, no momentum, no step; enormous and tiny. */
static void edges(FILE *trace, struct rng *rng)
{
    struct table table = {0};
    real some = 0.2 + 0.5 * rng_uniform(rng);
    ask(&table, some, some, 0);
    ask(&table, some, some, -some);
    ask(&table, some, some, -100);
    ask(&table, some, 0, 1);
    ask(&table, 1 / some, 0, 4 * some);
    ask(&table, 1, 0, 1);
    ask(&table, 0, some, 1);
    ask(&table, 1, some, -1e100);
    ask(&table, 1e-100, some, 1e-100);
    record(trace, &table);
}

/* Peaks so sharp that (ηh)² overflows. Of the radius only the power of ten is recorded,
 * so that a mistake which has nothing to do with the overflow does not show here. */
static void steep(FILE *trace, struct rng *rng)
{
    real some = 0.2 + 0.5 * rng_uniform(rng);
    real lr[STEEP] = {1, some}, h[STEEP] = {-3e200, -3e200 / some}, power[STEEP];
    for (size_t i = 0; i < STEEP; i++)
        power[i] = floor(log10(momentum_spectrum(lr[i], some, h[i]).radius));
    trace_input(trace, "lr", STEEP, lr);
    trace_input(trace, "h", STEEP, h);
    trace_column(trace, "power-of-ten-of-radius", STEEP, power);
}

static void invalid(FILE *trace, struct rng *rng)
{
    struct table table = {0};
    real some = 0.2 + 0.5 * rng_uniform(rng);
    struct momentum_spectrum uphill = momentum_spectrum(-some, some, 1);
    struct momentum_spectrum endless = momentum_spectrum(some, 1, 1);
    trace_number(trace, "radius-at-a-negative-lr", uphill.radius);
    trace_number(trace, "regime-at-a-negative-lr", uphill.regime);
    trace_number(trace, "radius-at-a-beta-of-1", endless.radius);
    trace_number(trace, "regime-at-a-beta-of-1", endless.regime);
    ask(&table, (real)NAN, some, 1);
    ask(&table, (real)INFINITY, some, 1);
    ask(&table, some, -some, 1);
    ask(&table, some, (real)NAN, 1);
    ask(&table, some, some, (real)NAN);
    ask(&table, some, some, (real)INFINITY);
    ask(&table, some, some, -(real)INFINITY);
    ask(&table, 1e200, some, 1e200);
    record(trace, &table);
}

const struct driver_case driver_cases[] = {
    {"curvatures", curvatures}, {"betas", betas},     {"borders", borders},
    {"threshold", threshold},   {"runs", runs},       {"edges", edges},
    {"steep", steep},           {"invalid", invalid}, {NULL, NULL},
};
