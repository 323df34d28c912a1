/* cases_muon.c: Muon in all its conventions, on tall and wide matrices, under schedules,
 * on rotated and rescaled gradients, and without one. */
#include "matrices.h"
#include "optim/muon.h"

enum { ROWS = 6, COLS = 3, N = ROWS * COLS, T = 12, SHAPES = 7 };

/* What a walk depends on besides the method's state. */
struct run {
    struct muon_config config;
    size_t rows, cols;
    real start[N];
    real g[T * N];
    const real *lr, *schedule; /* of each step; NULL: as in config, and 1 */
};

static struct run draw(struct rng *rng)
{
    struct run run = {.config = muon_defaults(), .rows = ROWS, .cols = COLS};
    run.config.lr = 0.02 + 0.03 * rng_uniform(rng);
    run.config.beta = 0.8 + 0.1 * rng_uniform(rng);
    draw_matrix(N, run.start, rng);
    draw_matrix(T * N, run.g, rng);
    return run;
}

/* Records W, and B unless it is NULL, after each of T steps; returns the steps counted.
 */
static size_t walk(const struct run *run, real *path, real *b)
{
    struct muon muon;
    real w[N];
    driver_scramble(&muon, sizeof muon);
    if (muon_init(&muon, run->rows, run->cols, run->config))
        abort();
    memcpy(w, run->start, sizeof w);
    for (size_t t = 0; t < T; t++) {
        if (run->lr)
            muon.config.lr = run->lr[t];
        if (run->schedule)
            muon.schedule = run->schedule[t];
        muon_step(&muon, w, run->g + t * N);
        memcpy(path + t * N, w, sizeof w);
        if (b)
            memcpy(b + t * N, muon.b, sizeof w);
    }
    const size_t steps = muon.t;
    muon_free(&muon);
    return steps;
}

static void record_config(FILE *trace, const struct run *run)
{
    trace_input(trace, "lr", 1, &run->config.lr);
    trace_input(trace, "beta", 1, &run->config.beta);
    trace_input(trace, "decay", 1, &run->config.decay);
}

static void step_method(void *muon, real *theta, const real *g)
{
    muon_step(muon, theta, g);
}

static void bowl(FILE *trace, struct rng *rng)
{
    struct muon_config config = muon_defaults();
    struct muon muon;
    config.lr = 0.05;
    if (muon_init(&muon, ROWS, COLS, config))
        abort();
    down_a_bowl(trace, rng, N, &(struct driver_method){&muon, step_method, {NULL}});
    muon_free(&muon);
}

/* Both momenta, with and without Nesterov; on wide matrices, where the scale is 1. */
static void momenta(FILE *trace, struct rng *rng)
{
    static const char *const names[2][2] = {{"w-average", "w-average-nesterov"},
                                            {"w-sum", "w-sum-nesterov"}};
    struct run run = draw(rng);
    real path[T * N], b[T * N];
    run.rows = COLS;
    run.cols = ROWS;
    record_config(trace, &run);
    for (int sum = 0; sum < 2; sum++)
        for (int nesterov = 0; nesterov < 2; nesterov++) {
            run.config.momentum = sum ? MUON_SUM : MUON_EMA;
            run.config.nesterov = nesterov;
            const size_t steps = walk(&run, path, b);
            trace_matrix(trace, names[sum][nesterov], T, N, path);
            if (nesterov)
                continue;
            trace_matrix(trace, sum ? "b-sum" : "b-average", T, N, b);
            trace_number(trace, sum ? "steps-sum" : "steps-average", (double)steps);
        }
}

/* The factor for many shapes. */
static void scales(FILE *trace, struct rng *rng)
{
    real rows[SHAPES] = {1, 1, 7, 65, 64, 768, 50000}, aspect[SHAPES], rms[SHAPES];
    real cols[SHAPES] = {1, 9, 1, 64, 65, 3072, 3};
    rows[6] += (real)rng_below(rng, 1000);
    for (size_t i = 0; i < SHAPES; i++) {
        aspect[i] = muon_scale(MUON_SCALE_ASPECT, (size_t)rows[i], (size_t)cols[i]);
        rms[i] = muon_scale(MUON_SCALE_RMS, (size_t)rows[i], (size_t)cols[i]);
    }
    trace_input(trace, "rows", SHAPES, rows);
    trace_input(trace, "cols", SHAPES, cols);
    trace_column(trace, "scale-aspect", SHAPES, aspect);
    trace_column(trace, "scale-rms", SHAPES, rms);
}

/* Both scales on a tall matrix and on a wide one. */
static void scaled(FILE *trace, struct rng *rng)
{
    static const char *const names[2][2] = {{"w-aspect-tall", "w-aspect-wide"},
                                            {"w-rms-tall", "w-rms-wide"}};
    struct run run = draw(rng);
    real path[T * N];
    record_config(trace, &run);
    for (int rms = 0; rms < 2; rms++)
        for (int wide = 0; wide < 2; wide++) {
            run.config.scale = rms ? MUON_SCALE_RMS : MUON_SCALE_ASPECT;
            run.rows = wide ? COLS : ROWS;
            run.cols = wide ? ROWS : COLS;
            walk(&run, path, NULL);
            trace_matrix(trace, names[rms][wide], T, N, path);
        }
}

/* Decay, a learning rate that falls, a multiplier that goes up and down. */
static void schedules(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N], lr[T], schedule[T];
    for (size_t t = 0; t < T; t++) {
        lr[t] = run.config.lr / (real)(1 + t / 3);
        schedule[t] = t < 4 ? (real)(t + 1) / 4 : (real)(T - t) / (T - 3);
    }
    run.config.decay = 0.5 + rng_uniform(rng);
    record_config(trace, &run);
    trace_input(trace, "schedule", T, schedule);
    walk(&run, path, NULL);
    trace_matrix(trace, "w-decayed", T, N, path);
    run.schedule = schedule;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-scheduled", T, N, path);
    run.lr = lr;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-both", T, N, path);
}

/* No gradient: from the start, with decay alone; and after three that were there. */
static void no_gradient(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N];
    fill((T - 3) * N, run.g + 3 * N, 0);
    walk(&run, path, NULL);
    trace_matrix(trace, "w-then-nothing", T, N, path);
    fill(T * N, run.g, 0);
    run.config.decay = 0.5 + rng_uniform(rng);
    record_config(trace, &run);
    trace_input(trace, "start", N, run.start);
    walk(&run, path, NULL);
    trace_matrix(trace, "w-decay-alone", T, N, path);
}

/* Every gradient in another unit, with no momentum: the steps are the same. */
static void units(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N];
    run.config.beta = 0;
    walk(&run, path, NULL);
    trace_matrix(trace, "w", T, N, path);
    for (size_t i = 0; i < T * N; i++)
        run.g[i] *= pow(1000, (real)(i / N));
    walk(&run, path, NULL);
    trace_matrix(trace, "w-other-units", T, N, path);
}

/* A walk with rotated gradients from a rotated start, and the walk rotated. */
static void rotated(FILE *trace, struct rng *rng)
{
    const struct rotation rotation = draw_rotation(ROWS, COLS, rng);
    struct run run = draw(rng);
    real path[T * N], expected[T * N], old[T * N];
    walk(&run, path, NULL);
    memcpy(old, run.g, sizeof old);
    rotate_walk(&rotation, T, path, expected);
    rotate_walk(&rotation, T, old, run.g);
    memcpy(old, run.start, sizeof run.start);
    rotate(&rotation, old, run.start);
    walk(&run, path, NULL);
    trace_matrix(trace, "w-of-rotated", T, N, path);
    trace_matrix(trace, "rotated-w", T, N, expected);
}

/* Records what each of T steps has said, and the steps counted, beside W and B. */
static void walk_refused(const struct run *run, real *path, real *b, real *status,
                         real *t)
{
    struct muon muon;
    real w[N];
    if (muon_init(&muon, ROWS, COLS, run->config))
        abort();
    memcpy(w, run->start, sizeof w);
    for (size_t k = 0; k < T; k++) {
        status[k] = (real)muon_step(&muon, w, run->g + k * N);
        t[k] = (real)muon.t;
        memcpy(path + k * N, w, sizeof w);
        memcpy(b + k * N, muon.b, sizeof w);
    }
    muon_free(&muon);
}

/* Numbers that are finite, with a norm that is not: of the gradient in the second step;
 * of the direction alone from the fifth on, because a sum grows. */
static void overflow(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N], b[T * N], status[T], t[T];
    run.config.momentum = MUON_SUM;
    run.config.beta = 0.9;
    fill(N, run.g + N, 1e308);
    fill((T - 4) * N, run.g + 4 * N, 3e307);
    walk_refused(&run, path, b, status, t);
    trace_column(trace, "status-of-overflows", T, status);
    trace_column(trace, "steps-counted-beside-overflows", T, t);
    trace_matrix(trace, "w-beside-overflows", T, N, path);
}

/* In the third step and the fifth the gradient is not finite. */
static void not_finite(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N], b[T * N], status[T], t[T];
    run.g[2 * N + rng_below(rng, N)] = (real)NAN;
    run.g[4 * N + rng_below(rng, N)] = (real)INFINITY;
    walk_refused(&run, path, b, status, t);
    trace_column(trace, "status", T, status);
    trace_column(trace, "steps-counted", T, t);
    trace_matrix(trace, "w", T, N, path);
    trace_matrix(trace, "b", T, N, b);
    overflow(trace, rng);
}

/* A row, a column, a single number; fewer and more steps of the iteration. */
static void shapes(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N];
    run.rows = N;
    run.cols = 1;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-column", T, N, path);
    run.rows = 1;
    run.cols = N;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-row", T, N, path);
    run.rows = ROWS;
    run.cols = COLS;
    run.config.steps = 1;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-1-iteration", T, N, path);
    run.config.steps = 8;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-8-iterations", T, N, path);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"schedule", NULL};
    const struct muon_config config = draw(rng).config;
    struct muon one[3];
    struct driver_method method[3];
    for (size_t k = 0; k < 3; k++) {
        if (muon_init(&one[k], k < 2 ? 1 : 250, k < 2 ? DRIVER_N : DRIVER_LARGE / 250,
                      config))
            abort();
        one[k].schedule = 0.5;
        method[k] = (struct driver_method){&one[k], step_method, {&one[k].schedule}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        muon_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"bowl", bowl},     {"momenta", momenta},     {"scales", scales},
    {"scaled", scaled}, {"schedules", schedules}, {"no-gradient", no_gradient},
    {"units", units},   {"rotated", rotated},     {"not-finite", not_finite},
    {"shapes", shapes}, {"contract", contract},   {NULL, NULL},
};
