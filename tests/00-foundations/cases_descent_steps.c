/* cases_descent_steps.c: steps for accuracies and condition numbers of all sizes. The
 * accuracy is chosen so that the bound, solved for k, is a known number of steps less one
 * half or so: no rounding of it crosses an integer. */
#include "draw.h"
#include "optim/descent_steps.h"

enum { COUNT = 14, BAD = 14 };

struct inputs {
    real mu[COUNT], ell[COUNT], radius[COUNT], eps[COUNT], kappa[COUNT];
};

static void record_inputs(FILE *trace, const struct inputs *in, bool with_mu)
{
    if (with_mu)
        trace_input(trace, "mu", COUNT, in->mu);
    trace_input(trace, "L", COUNT, in->ell);
    trace_input(trace, "r", COUNT, in->radius);
    trace_input(trace, "eps", COUNT, in->eps);
}

/* A number of steps from 1 to 10^9 or so, less a part of one. */
static real draw_steps(size_t k, struct rng *rng)
{
    const real whole = floor(pow(10, 0.7 * (real)k) * draw_between(1, 3, rng));
    return whole - draw_between(0.2, 0.8, rng);
}

static void convex(FILE *trace, struct rng *rng)
{
    struct inputs in;
    real steps[COUNT];
    for (size_t k = 0; k < COUNT; k++) {
        in.ell[k] = pow(10, draw_between(-3, 3, rng));
        in.radius[k] = pow(10, draw_between(-2, 2, rng));
        in.eps[k] =
            in.ell[k] * in.radius[k] * in.radius[k] / 2 / (1 + draw_steps(k, rng));
        steps[k] = steps_convex(in.ell[k], in.radius[k], in.eps[k]);
    }
    record_inputs(trace, &in, false);
    trace_column(trace, "steps_convex", COUNT, steps);
}

/* Condition numbers from 1.05 to 10^20. */
static void kappas(FILE *trace, struct rng *rng)
{
    struct inputs in;
    real steps[COUNT];
    for (size_t k = 0; k < COUNT; k++) {
        in.ell[k] = pow(10, draw_between(-3, 3, rng));
        in.kappa[k] = 1 + pow(10, 1.64 * (real)k - 1.3);
        in.mu[k] = in.ell[k] / in.kappa[k];
        in.radius[k] = pow(10, draw_between(-2, 2, rng));
        const real count = floor(5 * in.kappa[k]) + 2 - draw_between(0.2, 0.8, rng);
        in.eps[k] = in.ell[k] * in.radius[k] * in.radius[k] / 2 *
                    exp(count * log1p(-in.mu[k] / in.ell[k]));
        steps[k] = steps_strongly_convex(in.mu[k], in.ell[k], in.radius[k], in.eps[k]);
    }
    trace_input(trace, "kappa", COUNT, in.kappa);
    record_inputs(trace, &in, true);
    trace_column(trace, "steps", COUNT, steps);
}

static void stationary(FILE *trace, struct rng *rng)
{
    struct inputs in;
    real gap[COUNT], steps[COUNT];
    for (size_t k = 0; k < COUNT; k++) {
        in.ell[k] = pow(10, draw_between(-3, 3, rng));
        gap[k] = pow(10, draw_between(-2, 2, rng));
        in.eps[k] = sqrt(2 * in.ell[k] * gap[k] / (1 + draw_steps(k, rng)));
        steps[k] = steps_stationary(in.ell[k], gap[k], in.eps[k]);
    }
    trace_input(trace, "L", COUNT, in.ell);
    trace_input(trace, "gap", COUNT, gap);
    trace_input(trace, "eps", COUNT, in.eps);
    trace_column(trace, "steps_stationary", COUNT, steps);
}

/* The start is good enough, or the first step is; and bounds that are whole numbers. */
static void at_once(FILE *trace, struct rng *rng)
{
    const real some = draw_between(1, 2, rng), half = some / 2;
    trace_input(trace, "L", 1, &some);
    trace_number(trace, "steps_convex(L,1,L)", steps_convex(some, 1, some));
    trace_number(trace, "steps_convex(L,1,L-half)", steps_convex(some, 1, half));
    trace_number(trace, "steps_convex(L,0,1)", steps_convex(some, 0, 1));
    trace_number(trace, "steps_convex(L,1,0.3L)", steps_convex(some, 1, 0.3 * some));
    trace_number(trace, "steps_strongly_convex(L-half,L,1,L)",
                 steps_strongly_convex(half, some, 1, some));
    trace_number(trace, "steps_strongly_convex(L,L,1,1e-9)",
                 steps_strongly_convex(some, some, 1, 1e-9));
    trace_number(trace, "steps_strongly_convex(L,L,1,L)",
                 steps_strongly_convex(some, some, 1, some));
    trace_number(trace, "steps_strongly_convex(L-half,L,0,1e-9)",
                 steps_strongly_convex(half, some, 0, 1e-9));
    trace_number(trace, "steps_strongly_convex(0.9L,L,1,0.3L)",
                 steps_strongly_convex(0.9 * some, some, 1, 0.3 * some));
    trace_number(trace, "steps_stationary(L,0,1)", steps_stationary(some, 0, 1));
    trace_number(trace, "steps_stationary(L,1e-9,1)", steps_stationary(some, 1e-9, 1));
    const real whole = 1 + (real)rng_below(rng, 8);
    trace_number(trace, "steps_convex(L,1,0.0625L)", steps_convex(some, 1, some / 16));
    trace_input(trace, "a-whole-number", 1, &whole);
    trace_number(trace, "steps_stationary(a-whole-number,1,0.25)",
                 steps_stationary(whole, 1, 0.25));
}

/* What the units are must not matter: θ in other units, and f in other units. */
static void units(FILE *trace, struct rng *rng)
{
    const real big = 0x1p300, small = 0x1p-300;
    const real ell = draw_between(1, 2, rng), eps = 1e-3 * draw_between(1, 2, rng);
    trace_number(trace, "convex", steps_convex(ell, 1, eps));
    trace_number(trace, "convex-in-units-of-2e90",
                 steps_convex(ell * small, 1, eps * small));
    trace_number(trace, "convex-in-lengths-of-1e45",
                 steps_convex(ell * small, 0x1p150, eps));
    trace_number(trace, "strongly", steps_strongly_convex(ell / 50, ell, 1, eps));
    trace_number(trace, "strongly-in-units-of-2e90",
                 steps_strongly_convex(ell / 50 * big, ell * big, 1, eps * big));
    trace_number(trace, "strongly-in-lengths-of-1e45",
                 steps_strongly_convex(ell / 50 * small, ell * small, 0x1p150, eps));
    trace_number(trace, "stationary", steps_stationary(ell, 1, eps));
    trace_number(trace, "stationary-in-units-of-2e90",
                 steps_stationary(ell * big, big, eps * big));
    trace_number(trace, "strongly-to-1e-300",
                 steps_strongly_convex(ell / 50, ell, 1, 1e-100 * eps));
    trace_number(trace, "convex-with-a-large-square",
                 steps_convex(ell * 0x1p-490, 0x1p490, eps * 0x1p-490));
    trace_number(trace, "convex-with-a-large-product",
                 steps_convex(ell * 0x1p490, 0x1p300, eps * 0x1p400));
    trace_number(
        trace, "strongly-with-a-large-product",
        steps_strongly_convex(ell / 50 * 0x1p490, ell * 0x1p490, 0x1p300, eps * 0x1p400));
    trace_number(trace, "convex-beyond-all-numbers", steps_convex(1e100, 1e100, 1e-100));
    trace_number(trace, "stationary-beyond-all-numbers",
                 steps_stationary(1e100, 1e100, 1e-100));
}

static void bad(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY, some = draw_between(1, 2, rng);
    static const size_t which[BAD] = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3};
    const real value[BAD] = {0, -1, nan, inf, -1,   nan, inf,
                             0, -1, nan, inf, -inf, 0,   nan};
    real convex_steps[BAD], strong[BAD], flat[BAD], curvature[6];
    for (size_t k = 0; k < BAD; k++) {
        real argument[4] = {some, 1, 0.01, some / 3};
        argument[which[k]] = value[k];
        convex_steps[k] = steps_convex(argument[0], argument[1], argument[2]);
        flat[k] = steps_stationary(argument[0], argument[1], argument[2]);
        strong[k] =
            steps_strongly_convex(argument[3], argument[0], argument[1], argument[2]);
    }
    const real mu[6] = {-1, inf, -inf, 2 * some, 1.001 * some, some};
    for (size_t k = 0; k < 6; k++)
        curvature[k] = steps_strongly_convex(mu[k], some, 1, 0.01);
    trace_column(trace, "steps_convex-of-bad-arguments", BAD, convex_steps);
    trace_column(trace, "steps_stationary-of-bad-arguments", BAD, flat);
    trace_column(trace, "steps_strongly_convex-of-bad-arguments", BAD, strong);
    trace_column(trace, "steps_strongly_convex-of-bad-mu", 6, curvature);
}

const struct driver_case driver_cases[] = {
    {"convex", convex},   {"kappas", kappas}, {"stationary", stationary},
    {"at-once", at_once}, {"units", units},   {"bad", bad},
    {NULL, NULL},
};
