/* cases_kkt_verify.c: candidates that meet the conditions, that miss one of them by a
 * known amount, that miss several; the problem without multipliers; bad numbers. */
#include "draw.h"
#include "optim/kkt_verify.h"

enum { N = 4, P = 3, Q = 2, MISSES = 8, TIES = 5, PULLS = 8, BAD = 11, LARGE = 100000 };

static const char conditions[] = "KKT_HOLDS KKT_STATIONARITY KKT_PRIMAL KKT_DUAL "
                                 "KKT_COMPLEMENTARITY KKT_INVALID";

/* A candidate with its numbers. */
struct point {
    real gradient[N], g[P], g_slopes[P * N], g_prices[P], h[Q], h_slopes[Q * N],
        h_prices[Q];
};

static struct kkt_candidate view(const struct point *p)
{
    return (struct kkt_candidate){.n = N,
                                  .inequalities = P,
                                  .equalities = Q,
                                  .gradient = p->gradient,
                                  .g = p->g,
                                  .g_slopes = p->g_slopes,
                                  .g_prices = p->g_prices,
                                  .h = p->h,
                                  .h_slopes = p->h_slopes,
                                  .h_prices = p->h_prices};
}

/* All four hold: constraint 0 is active with a price, 1 is not active, 2 is active and
 * free. The multipliers of the equalities have both signs. */
static void draw_point(struct point *p, struct rng *rng)
{
    draw_vector(P * N, p->g_slopes, rng);
    draw_vector(Q * N, p->h_slopes, rng);
    for (size_t k = 0; k < P; k++)
        p->g[k] = 0, p->g_prices[k] = 0;
    p->g_prices[0] = draw_between(0.5, 2, rng);
    p->g[1] = -draw_between(3, 6, rng);
    p->h[0] = p->h[1] = 0;
    p->h_prices[0] = draw_between(0.5, 2, rng);
    p->h_prices[1] = -draw_between(0.5, 2, rng);
    for (size_t i = 0; i < N; i++)
        p->gradient[i] = -p->g_prices[0] * p->g_slopes[i] -
                         p->h_prices[0] * p->h_slopes[i] -
                         p->h_prices[1] * p->h_slopes[N + i];
}

struct found {
    real stationarity[MISSES], primal[MISSES], dual[MISSES], complementarity[MISSES],
        worst[MISSES];
};

static void verify(struct found *found, size_t k, const struct point *p, real tolerance)
{
    const struct kkt_candidate candidate = view(p);
    const struct kkt_report r = kkt_verify(&candidate, tolerance);
    found->stationarity[k] = r.stationarity, found->primal[k] = r.primal;
    found->dual[k] = r.dual, found->complementarity[k] = r.complementarity;
    found->worst[k] = r.worst;
}

static void record(FILE *trace, size_t count, const struct found *found)
{
    trace_column(trace, "stationarity", count, found->stationarity);
    trace_column(trace, "primal", count, found->primal);
    trace_column(trace, "dual", count, found->dual);
    trace_column(trace, "complementarity", count, found->complementarity);
    trace_enum(trace, "which-fails", count, found->worst, conditions);
}

static void holds(FILE *trace, struct rng *rng)
{
    struct found found;
    for (size_t k = 0; k < MISSES; k++) {
        struct point p;
        draw_point(&p, rng);
        verify(&found, k, &p, 1e-9);
    }
    record(trace, MISSES, &found);
}

/* One thing is wrong, in a condition and a constraint of its own: the gradient; a
 * violated inequality; an equality missed to either side; a negative price; prices of
 * what is not active, positive and negative. */
static void misses(FILE *trace, struct rng *rng)
{
    struct found found;
    real amount[MISSES];
    for (size_t k = 0; k < MISSES; k++) {
        struct point p;
        draw_point(&p, rng);
        amount[k] = draw_between(0.1, 0.4, rng);
        if (k == 0 || k == 1)
            p.gradient[k == 0 ? 0 : N - 1] += k == 0 ? amount[k] : -amount[k];
        else if (k == 2)
            p.g[2] = amount[k];
        else if (k == 3 || k == 4)
            p.h[k - 3] = k == 3 ? amount[k] : -amount[k];
        else
            p.g_prices[k == 5 ? 2 : 1] = k == 6 ? amount[k] : -amount[k];
        const size_t priced = k == 5 ? 2 : 1;
        for (size_t i = 0; k >= 5 && i < N; i++)
            p.gradient[i] -= p.g_prices[priced] * p.g_slopes[priced * N + i];
        verify(&found, k, &p, 1e-6);
    }
    trace_input(trace, "amount", MISSES, amount);
    record(trace, MISSES, &found);
}

/* Several at once: residuals in all conditions, in various orders, the same in some. And
 * two complementary products that would cancel. */
static void several(FILE *trace, struct rng *rng)
{
    struct found found;
    for (size_t k = 0; k < TIES; k++) {
        struct point p = {.g = {-1, -1, 0}};
        const real some = draw_between(1, 2, rng);
        p.gradient[k % N] = k == 0 ? some : k == 4 ? some : some / 2;
        p.g[2] = k == 1 || k == 4 ? some : some / 4;
        p.g_prices[2] = k == 1 ? 2 : 0;
        p.g_prices[0] = k == 2 ? -some : k == 4 ? some : 0;
        p.g_prices[1] = k == 4 ? -some : k == 3 ? 2 * some : 0;
        p.h[1] = k == 2 ? -some / 2 : -some / 8;
        verify(&found, k, &p, 1e-6);
    }
    record(trace, TIES, &found);
}

/* A residual at the tolerance, below it and above it; and tolerances of 0. */
static void tolerance(FILE *trace, struct rng *rng)
{
    static const real factor[5] = {1, 1.01, 0.99, 0, 0};
    struct found found;
    for (size_t k = 0; k < 5; k++) {
        struct point p = {.g = {-1, -1, -1}};
        const real some = draw_between(1, 2, rng);
        p.gradient[1] = k == 4 ? 0 : some;
        verify(&found, k, &p, factor[k] * some);
    }
    record(trace, 5, &found);
}

/* min x subject to x² ≤ 0: whatever the multiplier, stationarity is missed by 1. And the
 * same with x² ≤ b, where it can be met. For the plot, the first at growing prices. */
static void pull(FILE *trace, struct rng *rng)
{
    real t[PULLS], residual[PULLS], loose[PULLS], which[PULLS];
    for (size_t k = 0; k < PULLS; k++) {
        const real one = 1, price = pow(10, (real)k) * draw_between(1, 2, rng);
        const real b = draw_between(0.1, 2, rng), x = -sqrt(b), slope = 2 * x;
        const real zero = 0, matching = 1 / (2 * sqrt(b));
        struct kkt_candidate tight = {.n = 1,
                                      .inequalities = 1,
                                      .gradient = &one,
                                      .g = &zero,
                                      .g_slopes = &zero,
                                      .g_prices = &price};
        struct kkt_report r = kkt_verify(&tight, 1e-9);
        residual[k] = r.stationarity, which[k] = r.worst;
        tight.g_slopes = &slope, tight.g_prices = &matching;
        loose[k] = kkt_verify(&tight, 1e-9).stationarity;
    }
    count_up(PULLS, t);
    trace_input(trace, "t", PULLS, t);
    trace_column(trace, "stationarity", PULLS, residual);
    trace_enum(trace, "which-fails", PULLS, which, conditions);
    trace_column(trace, "stationarity-with-a-multiplier", PULLS, loose);
}

static void bad(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY;
    real worst[BAD], residuals[BAD][4];
    for (size_t k = 0; k < BAD; k++) {
        struct point p;
        draw_point(&p, rng);
        p.gradient[2] = k == 0 ? nan : p.gradient[2];
        p.g[1] = k == 1 ? nan : k == 2 ? -inf : p.g[1];
        p.g_slopes[5] = k == 3 ? inf : p.g_slopes[5];
        p.g_prices[1] = k == 4 ? nan : p.g_prices[1];
        p.h[0] = k == 5 ? nan : p.h[0];
        p.h_slopes[3] = k == 6 ? -inf : p.h_slopes[3];
        p.h_prices[1] = k == 7 ? inf : p.h_prices[1];
        const struct kkt_candidate candidate = view(&p);
        const struct kkt_report r = kkt_verify(&candidate, k == 8    ? -1
                                                           : k == 9  ? nan
                                                           : k == 10 ? inf
                                                                     : 1e-9);
        worst[k] = r.worst;
        residuals[k][0] = r.stationarity, residuals[k][1] = r.primal;
        residuals[k][2] = r.dual, residuals[k][3] = r.complementarity;
    }
    trace_enum(trace, "answer-to-bad-numbers", BAD, worst, conditions);
    trace_matrix(trace, "residuals-of-bad-numbers", BAD, 4, residuals[0]);
    struct point p;
    draw_point(&p, rng);
    p.h[0] = draw_between(1, 2, rng);
    const struct kkt_candidate candidate = view(&p);
    trace_number(trace, "primal-of-good-numbers", kkt_verify(&candidate, 1e-9).primal);
}

static void contract(FILE *trace, struct rng *rng)
{
    real *gradient = allocate(LARGE), *slopes = allocate(LARGE), *copy = allocate(LARGE);
    const real g = -0.5, price = 2;
    draw_vector(LARGE, gradient, rng);
    draw_vector(LARGE, slopes, rng);
    memcpy(copy, gradient, LARGE * sizeof(real));
    struct kkt_candidate candidate = {.n = LARGE,
                                      .inequalities = 1,
                                      .gradient = gradient,
                                      .g = &g,
                                      .g_slopes = slopes,
                                      .g_prices = &price};
    const size_t allocations = driver_allocations();
    const struct kkt_report r = kkt_verify(&candidate, 0);
    trace_number(trace, "allocations-in-the-call",
                 (double)(driver_allocations() - allocations));
    trace_number(trace, "numbers-of-the-inputs-overwritten",
                 (double)driver_overwritten(LARGE, gradient, copy));
    trace_number(trace, "stationarity-of-100000-unknowns", r.stationarity);
    trace_number(trace, "complementarity-of-100000-unknowns", r.complementarity);
    candidate = (struct kkt_candidate){.n = 0};
    const struct kkt_report none = kkt_verify(&candidate, 0);
    trace_number(trace, "stationarity-of-nothing", none.stationarity);
    const real worst_of_none = none.worst;
    trace_enum(trace, "which-fails-of-nothing", 1, &worst_of_none, conditions);
    free(gradient);
    free(slopes);
    free(copy);
}

const struct driver_case driver_cases[] = {
    {"holds", holds},         {"misses", misses}, {"several", several},
    {"tolerance", tolerance}, {"pull", pull},     {"bad", bad},
    {"contract", contract},   {NULL, NULL},
};
