/* cases_l2_decay.c: penalties as decays and back, in all four combinations of
 * conventions, and how long a decay takes to halve a parameter. */
#include "judge/driver.h"
#include "optim/l2_decay.h"

#include <math.h>

enum { PLOTTED = 60, N = 12, T = 40, TINY = 13, BAD = 9, EDGE = 6 };

static const enum l2_form forms[2] = {L2_HALF, L2_PLAIN};
static const enum decoupling decouplings[2] = {DECAY_TIMES_LR, DECAY_INDEPENDENT};
static const char *const pairs[2][2] = {{"half-times-lr", "half-alone"},
                                        {"plain-times-lr", "plain-alone"}};

/* A coefficient and a learning rate of every size that people use. */
static void draw(real *lambda, real *lr, struct rng *rng)
{
    *lambda = pow(10, -5 + 4 * rng_uniform(rng));
    *lr = pow(10, -4 + 3.5 * rng_uniform(rng));
}

/* 0.01 to 1, evenly on a logarithmic axis. */
static void halving(FILE *trace, struct rng *rng)
{
    real lr[PLOTTED], steps[PLOTTED], alone[PLOTTED];
    real decay = 0.05 + 0.05 * rng_uniform(rng);
    for (size_t i = 0; i < PLOTTED; i++) {
        lr[i] = pow(10, -2 + 2 * (real)i / (PLOTTED - 1));
        steps[i] = decay_half_life(decay, DECAY_TIMES_LR, lr[i]);
        alone[i] = decay_half_life(decay, DECAY_INDEPENDENT, lr[i]);
    }
    trace_input(trace, "decay", 1, &decay);
    trace_input(trace, "lr", PLOTTED, lr);
    trace_column(trace, "steps", PLOTTED, steps);
    trace_column(trace, "steps-alone", PLOTTED, alone);
}

typedef real conversion(real given, real lr, enum l2_form form,
                        enum decoupling decoupling);

/* Converts coefficients in all four combinations of conventions. */
static void record(FILE *trace, conversion *convert, const char *name, struct rng *rng)
{
    real given[N], lr[N], result[N];
    for (size_t i = 0; i < N; i++)
        draw(&given[i], &lr[i], rng);
    trace_input(trace, name, N, given);
    trace_input(trace, "lr", N, lr);
    for (size_t f = 0; f < 2; f++)
        for (size_t d = 0; d < 2; d++) {
            for (size_t i = 0; i < N; i++)
                result[i] = convert(given[i], lr[i], forms[f], decouplings[d]);
            trace_column(trace, pairs[f][d], N, result);
        }
}

static real to_decay(real l2, real lr, enum l2_form form, enum decoupling decoupling)
{
    return l2_to_decay(l2, form, lr, decoupling);
}

static real to_l2(real decay, real lr, enum l2_form form, enum decoupling decoupling)
{
    return decay_to_l2(decay, decoupling, lr, form);
}

static real there_and_back(real l2, real lr, enum l2_form form,
                           enum decoupling decoupling)
{
    return to_l2(to_decay(l2, lr, form, decoupling), lr, form, decoupling);
}

static void there(FILE *trace, struct rng *rng)
{
    record(trace, to_decay, "l2", rng);
}

static void back(FILE *trace, struct rng *rng)
{
    record(trace, to_l2, "decay", rng);
}

static void round_trip(FILE *trace, struct rng *rng)
{
    record(trace, there_and_back, "l2", rng);
}

/* Gradient descent on ½(θ - c)² with a penalty, and with the decay you make of it. */
static void same_path(FILE *trace, struct rng *rng)
{
    real l2 = 0.1 + rng_uniform(rng), lr = 0.05 + 0.05 * rng_uniform(rng);
    real center = 1 + rng_uniform(rng), start = -1 - rng_uniform(rng);
    trace_input(trace, "l2", 1, &l2);
    trace_input(trace, "lr", 1, &lr);
    for (size_t f = 0; f < 2; f++) {
        real with_penalty[T], theta = start;
        for (size_t t = 0; t < T; t++) {
            theta -= lr * (theta - center + (forms[f] == L2_PLAIN ? 2 : 1) * l2 * theta);
            with_penalty[t] = theta;
        }
        trace_input(trace, f == 0 ? "penalty-half" : "penalty-plain", T, with_penalty);
        for (size_t d = 0; d < 2; d++) {
            real decay = l2_to_decay(l2, forms[f], lr, decouplings[d]), path[T];
            real share = decouplings[d] == DECAY_TIMES_LR ? lr * decay : decay;
            theta = start;
            for (size_t t = 0; t < T; t++) {
                theta -= lr * (theta - center) + share * theta;
                path[t] = theta;
            }
            trace_column(trace, pairs[f][d], T, path);
        }
    }
}

/* A decay in every step, and what is left after the whole number of steps before and
 * after the half-life. */
static void counted(FILE *trace, struct rng *rng)
{
    real decay[N], lr[N], steps[N], left_before[N], left_after[N];
    for (size_t i = 0; i < N; i++) {
        decay[i] = pow(10, -2.5 + 2.4 * rng_uniform(rng));
        lr[i] = 0.1 + 0.8 * rng_uniform(rng);
        steps[i] = decay_half_life(decay[i], DECAY_TIMES_LR, lr[i]);
        real left = 1, last = 1;
        for (size_t t = 0; t < 100000 && (real)t < steps[i]; t++) {
            last = left;
            left -= lr[i] * decay[i] * left;
        }
        left_before[i] = last;
        left_after[i] = left;
    }
    trace_input(trace, "decay", N, decay);
    trace_input(trace, "lr", N, lr);
    trace_column(trace, "steps", N, steps);
    trace_column(trace, "left-one-step-before", N, left_before);
    trace_column(trace, "left", N, left_after);
}

/* w = 10^-1.5 to 10^-19.5. Up to 10^-3 also log(1 - w) is right to twelve digits. */
static void tiny(FILE *trace, struct rng *rng)
{
    real decay[TINY], steps[TINY];
    const real lr = 1;
    for (size_t i = 0; i < TINY; i++) {
        real digits = i < 2 ? 0.5 + 0.5 * (real)i : 8 + (real)i;
        decay[i] = (1 + rng_uniform(rng)) * pow(10, -digits);
        if (i < 2)
            decay[i] /= 4;
        steps[i] = decay_half_life(decay[i], DECAY_INDEPENDENT, lr);
    }
    trace_input(trace, "lr", 1, &lr);
    trace_input(trace, "decay", TINY, decay);
    trace_rough(trace, "steps", TINY, steps);
}

/* No penalty at all, a learning rate of 1, coefficients near the ends of the numbers. */
static void edges(FILE *trace, struct rng *rng)
{
    const real some = 1 + rng_uniform(rng);
    const real lambda[EDGE] = {0, some, 1e-300, 1e250, some, some};
    const real lr[EDGE] = {some, 1, 1e-3, 1e-100, 1e-300, 1e3};
    real decay[EDGE], l2[EDGE];
    trace_input(trace, "lambda", EDGE, lambda);
    trace_input(trace, "lr", EDGE, lr);
    for (size_t i = 0; i < EDGE; i++) {
        decay[i] = l2_to_decay(lambda[i], L2_HALF, lr[i], DECAY_INDEPENDENT);
        l2[i] = decay_to_l2(lambda[i], DECAY_TIMES_LR, lr[i], L2_PLAIN);
    }
    trace_column(trace, "decay", EDGE, decay);
    trace_column(trace, "l2", EDGE, l2);
}

/* Arguments out of range, with two in range at the end, for both meanings of a decay. */
static void record_refusals(FILE *trace, const char *const names[3], const real *lambda,
                            const real *lr, enum decoupling decoupling)
{
    real decay[BAD], l2[BAD], steps[BAD];
    for (size_t i = 0; i < BAD; i++) {
        decay[i] = l2_to_decay(lambda[i], L2_HALF, lr[i], decoupling);
        l2[i] = decay_to_l2(lambda[i], decoupling, lr[i], L2_HALF);
        steps[i] = decay_half_life(lambda[i], decoupling, lr[i]);
    }
    trace_rough(trace, names[0], BAD, decay);
    trace_rough(trace, names[1], BAD, l2);
    trace_rough(trace, names[2], BAD, steps);
}

/* What must be refused; then decays that leave nothing after one step, or never halve
 * anything. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + rng_uniform(rng) / 2, inf = (real)INFINITY, nan = (real)NAN;
    const real lambda[BAD] = {-some, nan, inf, some, some, some, some, 0, some};
    const real lr[BAD] = {some, some, some, 0, -some, nan, inf, some, some};
    const real much[EDGE] = {0, 1, 2, 0.5, 4, 0.999};
    const real rate[EDGE] = {some, 1, 0.75, 2, 0.5, 1};
    static const char *const names[2][3] = {
        {"decay", "l2", "half-life"},
        {"decay-alone", "l2-of-decay-alone", "half-life-of-decay-alone"}};
    real left[EDGE];
    trace_input(trace, "given", BAD, lambda);
    trace_input(trace, "lr", BAD, lr);
    for (size_t d = 0; d < 2; d++)
        record_refusals(trace, names[d], lambda, lr, decouplings[d]);
    for (size_t i = 0; i < EDGE; i++)
        left[i] = decay_half_life(much[i], DECAY_TIMES_LR, rate[i]);
    trace_input(trace, "large-decay", EDGE, much);
    trace_input(trace, "its-lr", EDGE, rate);
    trace_rough(trace, "half-life-if-there-is-one", EDGE, left);
}

const struct driver_case driver_cases[] = {
    {"halving", halving},     {"there", there},
    {"back", back},           {"round-trip", round_trip},
    {"same-path", same_path}, {"counted", counted},
    {"tiny", tiny},           {"edges", edges},
    {"invalid", invalid},     {NULL, NULL},
};
