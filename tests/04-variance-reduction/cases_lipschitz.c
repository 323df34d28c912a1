/* cases_lipschitz.c: the search for L on parabolas of known curvature, on a linear model,
 * with tiny gradients and with functions that are not finite. */
#include "judge/driver.h"
#include "optim/lipschitz.h"
#include "samples.h"

enum { T = 60, CALLS = 8, KINDS = 7 };

/* f(θ) = h θ² / 2 + base along its gradient g = h θ, and what was asked. */
struct parabola {
    real h, g, base, length[CALLS];
    size_t calls;
};

static real parabola_along(real length, void *context)
{
    struct parabola *p = context;
    if (p->calls < CALLS)
        p->length[p->calls] = length;
    p->calls++;
    real theta = p->g / p->h - length * p->g;
    return p->base + p->h / 2 * theta * theta;
}

static size_t search_parabola(struct lipschitz *search, struct parabola *p)
{
    p->calls = 0;
    return lipschitz_search(search, p->base + p->g * p->g / p->h / 2, p->g * p->g,
                            parabola_along, p);
}

/* Curvatures of all sizes, far from where the estimate could be decided by rounding. */
static void parabolas(FILE *trace, struct rng *rng)
{
    struct lipschitz search;
    struct lipschitz_config config = lipschitz_defaults();
    real h[T], g[T], L[T], doublings[T], calls[T], length[T][CALLS] = {{0}};
    config.start = 0.5 + rng_uniform(rng);
    lipschitz_init(&search, 10, config);
    for (size_t t = 0; t < T; t++) {
        struct parabola p = {.h = exp(4 * rng_uniform(rng))};
        p.g = 1 + rng_uniform(rng);
        h[t] = p.h, g[t] = p.g;
        doublings[t] = (real)search_parabola(&search, &p);
        L[t] = search.L;
        calls[t] = (real)p.calls;
        memcpy(length[t], p.length, sizeof p.length);
    }
    trace_input(trace, "start", 1, &config.start);
    trace_input(trace, "curvature", T, h);
    trace_input(trace, "gradient", T, g);
    trace_column(trace, "L", T, L);
    trace_column(trace, "doublings", T, doublings);
    trace_column(trace, "calls", T, calls);
    trace_matrix(trace, "length", T, CALLS, length[0]);
    trace_number(trace, "start-in-the-end", search.config.start);
}

/* On a logistic model along a descent of gradient steps. */
static void search(FILE *trace, struct rng *rng)
{
    struct sums sums;
    struct lipschitz search;
    samples_sums(&sums, rng);
    const struct glm *glm = &sums.glm;
    real theta[4] = {0}, t[T], L[T], sample[T];
    lipschitz_init(&search, glm->m, (struct lipschitz_config){0.01, 1e-8});
    for (size_t k = 0; k < T; k++) {
        size_t i = (size_t)rng_below(rng, glm->m);
        const real *x = glm->x + i * glm->n, z = glm_margin(glm, theta, i);
        real square = 0, slope = glm_slope(glm, i, z);
        for (size_t j = 0; j < glm->n; j++)
            square += x[j] * x[j];
        lipschitz_search_glm(&search, glm, i, z, square);
        t[k] = (real)k + 1, sample[k] = (real)i, L[k] = log2(search.L);
        for (size_t j = 0; j < glm->n; j++)
            theta[j] -= 0.1 * slope * x[j];
    }
    trace_input(trace, "t", T, t);
    trace_input(trace, "sample", T, sample);
    trace_column(trace, "log2-L", T, L);
    sums_free(&sums);
}

/* Squares around `tiny`, and where rounding hides what the gradient does. */
static void tiny(FILE *trace, struct rng *rng)
{
    const real factor[KINDS] = {0, 0x1p-40, 0.5, 1, 2, 0x1p10, 0x1p20};
    struct lipschitz_config config = lipschitz_defaults();
    real L[KINDS], calls[KINDS], doublings[KINDS];
    config.tiny = 0x1p-20 * (1 + rng_uniform(rng));
    for (size_t k = 0; k < KINDS; k++) {
        struct lipschitz search;
        struct parabola p = {.h = 3};
        lipschitz_init(&search, 10, config);
        p.g = sqrt(config.tiny * factor[k]);
        doublings[k] = (real)lipschitz_search(
            &search, p.g * p.g / p.h / 2, config.tiny * factor[k], parabola_along, &p);
        L[k] = search.L;
        calls[k] = (real)p.calls;
    }
    trace_input(trace, "tiny", 1, &config.tiny);
    trace_input(trace, "square-over-tiny", KINDS, factor);
    trace_column(trace, "L", KINDS, L);
    trace_column(trace, "calls", KINDS, calls);
    trace_column(trace, "doublings", KINDS, doublings);
}

/* Nothing but decay: to a half of the start in m searches, to a quarter in 2m. */
static void decay(FILE *trace, struct rng *rng)
{
    const size_t m[] = {1, 7, 1000};
    struct lipschitz_config config = lipschitz_defaults();
    real half[3], quarter[3];
    config.start = 1 + rng_uniform(rng);
    for (size_t k = 0; k < 3; k++) {
        struct lipschitz search;
        struct parabola p = {.h = 1e-9, .g = 1};
        lipschitz_init(&search, m[k], config);
        for (size_t t = 0; t < 2 * m[k]; t++) {
            search_parabola(&search, &p);
            if (t + 1 == m[k])
                half[k] = search.L;
        }
        quarter[k] = search.L;
    }
    trace_input(trace, "start", 1, &config.start);
    trace_column(trace, "L-after-m-searches", 3, half);
    trace_column(trace, "L-after-2m-searches", 3, quarter);
}

/* Steep and flat samples by turns: the estimate follows. */
static void turns(FILE *trace, struct rng *rng)
{
    struct lipschitz one, other;
    real L[T][2], steep = 50 + 50 * rng_uniform(rng);
    lipschitz_init(&one, 5, lipschitz_defaults());
    lipschitz_init(&other, 5, lipschitz_defaults());
    const size_t before = driver_allocations();
    for (size_t t = 0; t < T; t++) {
        struct parabola first = {.h = t / 20 % 2 ? 0.5 : steep, .g = 1};
        struct parabola second = {.h = t / 20 % 2 ? steep : 0.5, .g = 2};
        search_parabola(&one, &first);
        search_parabola(&other, &second);
        L[t][0] = one.L, L[t][1] = other.L;
    }
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_input(trace, "steep", 1, &steep);
    trace_matrix(trace, "L-of-both", T, 2, L[0]);
}

/* What `along` answers: always the same. */
struct constant {
    real value;
    size_t calls;
};

static real constant_along(real length, void *context)
{
    struct constant *constant = context;
    (void)length;
    constant->calls++;
    return constant->value;
}

static void edges(FILE *trace, struct rng *rng)
{
    const real inf = (real)INFINITY, nan = (real)NAN;
    const real value[KINDS] = {1, 1, 1, nan, 1, 1, inf};
    const real square[KINDS] = {1, 1, inf, 1, nan, 1, 1};
    const real along[KINDS] = {inf, nan, inf, 5, inf, -inf, 5};
    real L[KINDS], calls[KINDS], doublings[KINDS],
        start = 0x1p-20 + rng_uniform(rng) / 0x1p20;
    for (size_t k = 0; k < KINDS; k++) {
        struct lipschitz search;
        struct constant constant = {along[k], 0};
        lipschitz_init(&search, 1, (struct lipschitz_config){start, 0});
        doublings[k] = (real)lipschitz_search(&search, value[k], square[k],
                                              constant_along, &constant);
        L[k] = search.L;
        calls[k] = (real)constant.calls;
    }
    trace_input(trace, "start", 1, &start);
    trace_input(trace, "value", KINDS, value);
    trace_input(trace, "square", KINDS, square);
    trace_input(trace, "along", KINDS, along);
    trace_column(trace, "L", KINDS, L);
    trace_column(trace, "calls", KINDS, calls);
    trace_column(trace, "doublings", KINDS, doublings);
}

const struct driver_case driver_cases[] = {
    {"parabolas", parabolas}, {"search", search}, {"tiny", tiny}, {"decay", decay},
    {"turns", turns},         {"edges", edges},   {NULL, NULL},
};
