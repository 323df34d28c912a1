/* cases_adam_eps.c: from ε to ε̂ and back, early and late, and when the two agree.
 *
 * Most cases call one function only, so that whoever has written one can test it. */
#include "judge/driver.h"
#include "optim/adam_eps.h"

#include <math.h>

enum { N = 20, BAD = 7, PLOT = 200 };

typedef real conversion(real eps, real beta2, uint64_t t);

/* Ordinary memories, at times about as long. */
static void draw(real *eps, real *beta2, real *t, struct rng *rng)
{
    for (size_t i = 0; i < N; i++) {
        const real memory = 10 * pow(1000, rng_uniform(rng));
        eps[i] = pow(10, -8 * rng_uniform(rng));
        beta2[i] = 1 - 1 / memory;
        t[i] = i ? 1 + floor(memory * rng_uniform(rng)) : 1;
    }
}

/* In even rows memories so long that 1 - β₂^t as written keeps few digits; in odd rows
 * short ones, with which it loses none. */
static void draw_slow(real *eps, real *beta2, real *t, struct rng *rng)
{
    for (size_t i = 0; i < N; i++) {
        const real share = 0.5 + 0.4 * rng_uniform(rng);
        eps[i] = pow(10, -8 * rng_uniform(rng));
        beta2[i] = 1 - (i % 2 ? share : share * 1e-12);
        t[i] = 1 + (real)rng_below(rng, 100);
    }
}

static void record(FILE *trace, conversion *convert, const char *given, const char *name,
                   bool slow, struct rng *rng)
{
    real eps[N], beta2[N], t[N], result[N];
    (slow ? draw_slow : draw)(eps, beta2, t, rng);
    for (size_t i = 0; i < N; i++)
        result[i] = convert(eps[i], beta2[i], (uint64_t)t[i]);
    trace_input(trace, given, N, eps);
    trace_input(trace, "beta2", N, beta2);
    trace_input(trace, "t", N, t);
    (slow ? trace_rough : trace_column)(trace, name, N, result);
}

static void before(FILE *trace, struct rng *rng)
{
    record(trace, adam_eps_before, "eps", "eps-hat", false, rng);
}

static void before_slow(FILE *trace, struct rng *rng)
{
    record(trace, adam_eps_before, "eps", "eps-hat-slow", true, rng);
}

static void after(FILE *trace, struct rng *rng)
{
    record(trace, adam_eps_after, "eps-hat", "eps", false, rng);
}

static void after_slow(FILE *trace, struct rng *rng)
{
    record(trace, adam_eps_after, "eps-hat", "eps-slow", true, rng);
}

/* Steps beyond 2^32, with memories as long. */
static void billions(FILE *trace, struct rng *rng)
{
    real beta2[N], t[N], eps_hat[N];
    for (size_t i = 0; i < N; i++) {
        t[i] = floor(0x1p33 * (1 + rng_uniform(rng)));
        beta2[i] = 1 - (0.2 + rng_uniform(rng)) / t[i];
        eps_hat[i] = adam_eps_before(1e-3, beta2[i], (uint64_t)t[i]);
    }
    trace_input(trace, "beta2", N, beta2);
    trace_input(trace, "t", N, t);
    trace_column(trace, "eps-hat-late", N, eps_hat);
}

static void settled(FILE *trace, struct rng *rng)
{
    real beta2[N], share[N], t[N];
    for (size_t i = 0; i < N; i++) {
        beta2[i] = 1 - pow(10, -1 - (i % 2 ? 3 : 14) * rng_uniform(rng));
        share[i] = i % 3 ? 0.01 + 0.89 * rng_uniform(rng) : 1e-6 * rng_uniform(rng);
        t[i] = adam_eps_settled(beta2[i], share[i]);
    }
    trace_input(trace, "beta2", N, beta2);
    trace_input(trace, "share", N, share);
    trace_column(trace, "settled", N, t);
}

/* The step before the two are settled, and the one after. */
static void around(FILE *trace, struct rng *rng)
{
    real beta2[N], share[N], t[N], early[N], late[N];
    for (size_t i = 0; i < N; i++) {
        beta2[i] = 1 - pow(10, -1 - 4 * rng_uniform(rng));
        share[i] = 0.001 + 0.1 * rng_uniform(rng);
        t[i] = adam_eps_settled(beta2[i], share[i]);
        const uint64_t step = t[i] >= 1 && t[i] < 1e9 ? (uint64_t)t[i] : 1;
        early[i] = adam_eps_before(1, beta2[i], step);
        late[i] = adam_eps_before(1, beta2[i], step + 1);
    }
    trace_input(trace, "beta2", N, beta2);
    trace_input(trace, "share", N, share);
    trace_column(trace, "settled", N, t);
    trace_column(trace, "eps-hat-in-the-step-before", N, early);
    trace_column(trace, "eps-hat-in-the-step-after", N, late);
}

/* One of Adam's steps, θ - η m̂ / (√v̂ + ε); with `raw`, the form that adds ε to √v. */
static real moved(real theta, real m, real v, real left1, real left2, real eps, bool raw)
{
    const real lr = 0.01;
    return raw ? theta - lr * sqrt(left2) / left1 * m / (sqrt(v) + eps)
               : theta - lr * (m / left1) / (sqrt(v / left2) + eps);
}

/* ε̂ in the first 200 steps, for the plot too. Three walks along the same gradients: with
 * ε after the correction, with your ε̂ before it, and with your ε for that ε̂ after
 * it. */
static void steps(FILE *trace, struct rng *rng)
{
    const real eps = 0.1, beta1 = 0.9, beta2 = 0.97 + 0.02 * rng_uniform(rng);
    real t[PLOT], eps_hat[PLOT], theta[3][PLOT], at[3] = {0}, m = 0, v = 0;
    real beta1_power = 1, beta2_power = 1;
    for (size_t i = 0; i < PLOT; i++) {
        const real g = 0.2 + 0.1 * rng_normal(rng);
        t[i] = (real)(i + 1);
        m = beta1 * m + (1 - beta1) * g;
        v = beta2 * v + (1 - beta2) * g * g;
        const real left1 = 1 - (beta1_power *= beta1), left2 = 1 - (beta2_power *= beta2);
        eps_hat[i] = adam_eps_before(eps, beta2, i + 1);
        const real again = adam_eps_after(eps_hat[i], beta2, i + 1);
        theta[0][i] = at[0] = moved(at[0], m, v, left1, left2, eps, false);
        theta[1][i] = at[1] = moved(at[1], m, v, left1, left2, eps_hat[i], true);
        theta[2][i] = at[2] = moved(at[2], m, v, left1, left2, again, false);
    }
    trace_input(trace, "eps", 1, &eps);
    trace_input(trace, "beta2", 1, &beta2);
    trace_input(trace, "t", PLOT, t);
    trace_column(trace, "eps_hat", PLOT, eps_hat);
    trace_input(trace, "theta-with-eps-after", PLOT, theta[0]);
    trace_column(trace, "theta-with-eps-hat-before", PLOT, theta[1]);
    trace_column(trace, "theta-there-and-back", PLOT, theta[2]);
}

/* No memory, no ε, the last step there is. */
static void edges(FILE *trace, struct rng *rng)
{
    const real eps = 0.5 + rng_uniform(rng);
    trace_input(trace, "eps", 1, &eps);
    trace_number(trace, "eps-hat-without-memory", adam_eps_before(eps, 0, 1));
    trace_number(trace, "eps-hat-of-0", adam_eps_before(0, 0.999, 10));
    trace_number(trace, "eps-hat-in-the-last-step",
                 adam_eps_before(eps, 1 - 1e-9, UINT64_MAX));
    trace_number(trace, "eps-without-memory", adam_eps_after(eps, 0, 1));
    trace_number(trace, "eps-of-0", adam_eps_after(0, 0.999, 10));
    trace_number(trace, "eps-in-the-last-step",
                 adam_eps_after(eps, 1 - 1e-9, UINT64_MAX));
}

/* Arguments out of range, and in the last row good ones. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real some = 0.1 + rng_uniform(rng) / 2, nan = (real)NAN, inf = (real)INFINITY;
    const real eps[BAD] = {-some, nan, inf, some, some, some, some};
    const real beta2[BAD] = {some, some, some, 1, -some, nan, some};
    const real share[BAD] = {0, 1, -some, nan, 1 + some, inf, some};
    real before[BAD], after[BAD], betas[BAD], shares[BAD];
    for (size_t i = 0; i < BAD; i++) {
        before[i] = adam_eps_before(eps[i], beta2[i], 3);
        after[i] = adam_eps_after(eps[i], beta2[i], 3);
        betas[i] = adam_eps_settled(i < 3 ? 0 : beta2[i], some);
        shares[i] = adam_eps_settled(0.9, share[i]);
    }
    trace_input(trace, "given-eps", BAD, eps);
    trace_input(trace, "given-beta2", BAD, beta2);
    trace_input(trace, "given-share", BAD, share);
    trace_rough(trace, "eps-hat", BAD, before);
    trace_rough(trace, "eps", BAD, after);
    trace_rough(trace, "settled-with-this-beta2-or-0", BAD, betas);
    trace_rough(trace, "settled-with-this-share", BAD, shares);
    trace_number(trace, "eps-hat-in-step-0", adam_eps_before(some, 0.9, 0));
    trace_number(trace, "eps-in-step-0", adam_eps_after(some, 0.9, 0));
}

const struct driver_case driver_cases[] = {
    {"before", before},
    {"before-slow", before_slow},
    {"billions", billions},
    {"after", after},
    {"after-slow", after_slow},
    {"settled", settled},
    {"around", around},
    {"steps", steps},
    {"edges", edges},
    {"invalid", invalid},
    {NULL, NULL},
};
