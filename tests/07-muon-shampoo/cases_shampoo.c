/* cases_shampoo.c: Shampoo with sums and averages, with all its exponents and ridges, on
 * rotated gradients, and without one. */
#include "matrices.h"
#include "optim/polar.h"
#include "optim/shampoo.h"

enum { ROWS = 4, COLS = 3, N = ROWS * COLS, T = 8 };

/* What a walk depends on besides the method's state. */
struct run {
    struct shampoo_config config;
    size_t rows, cols;
    real start[N];
    real g[T * N];
    const real *lr, *schedule; /* of each step; NULL: as in config, and 1 */
};

/* What a walk leaves behind, unless NULL. */
struct record {
    real *left, *right, *v, *left_root, *power;
};

static struct run draw(struct rng *rng)
{
    struct run run = {.config = shampoo_defaults(), .rows = ROWS, .cols = COLS};
    run.config.lr = 0.05 + 0.05 * rng_uniform(rng);
    run.config.beta1 = 0.8 + 0.1 * rng_uniform(rng);
    run.config.eps = 0.01;
    draw_matrix(N, run.start, rng);
    draw_matrix(T * N, run.g, rng);
    return run;
}

static void keep(real *rows, size_t t, size_t n, const real *values)
{
    if (rows)
        memcpy(rows + t * n, values, n * sizeof *values);
}

/* The upper triangle; below it zeros. */
static void keep_triangle(real *rows, size_t t, size_t n, const real *a)
{
    for (size_t i = 0; rows && i < n * n; i++)
        rows[t * n * n + i] = i % n >= i / n ? a[i] : 0;
}

/* Records W after each of T steps, and the state in `record`; returns the steps
 *  counted. */
static size_t walk(const struct run *run, real *path, const struct record *record)
{
    struct shampoo shampoo;
    real w[N];
    driver_scramble(&shampoo, sizeof shampoo);
    if (shampoo_init(&shampoo, run->rows, run->cols, run->config))
        abort();
    memcpy(w, run->start, sizeof w);
    for (size_t t = 0; t < T; t++) {
        if (run->lr)
            shampoo.config.lr = run->lr[t];
        if (run->schedule)
            shampoo.schedule = run->schedule[t];
        shampoo_step(&shampoo, w, run->g + t * N);
        keep(path, t, N, w);
        if (!record)
            continue;
        keep_triangle(record->left, t, run->rows, shampoo.left);
        keep_triangle(record->right, t, run->cols, shampoo.right);
        keep(record->v, t, N, shampoo.v);
        keep(record->left_root, t, run->rows * run->rows, shampoo.left_root);
        keep(record->power, t, 1, &shampoo.beta2_power);
    }
    const size_t steps = shampoo.t;
    shampoo_free(&shampoo);
    return steps;
}

static void record_config(FILE *trace, const struct run *run)
{
    trace_input(trace, "lr", 1, &run->config.lr);
    trace_input(trace, "beta1", 1, &run->config.beta1);
    trace_input(trace, "beta2", 1, &run->config.beta2);
    trace_input(trace, "decay", 1, &run->config.decay);
}

static void step_method(void *shampoo, real *theta, const real *g)
{
    shampoo_step(shampoo, theta, g);
}

static void bowl(FILE *trace, struct rng *rng)
{
    struct shampoo_config config = shampoo_defaults();
    struct shampoo shampoo;
    config.eps = 1;
    config.beta1 = 0.5;
    if (shampoo_init(&shampoo, ROWS, COLS, config))
        abort();
    down_a_bowl(trace, rng, N, &(struct driver_method){&shampoo, step_method, {NULL}});
    shampoo_free(&shampoo);
}

static void sum(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N], left[T * ROWS * ROWS], right[T * COLS * COLS], v[T * N];
    const struct record record = {.left = left, .right = right, .v = v};
    record_config(trace, &run);
    const size_t steps = walk(&run, path, &record);
    trace_matrix(trace, "w", T, N, path);
    trace_matrix(trace, "left", T, ROWS * ROWS, left);
    trace_matrix(trace, "right", T, COLS * COLS, right);
    trace_matrix(trace, "v", T, N, v);
    trace_number(trace, "steps-counted", (double)steps);
}

static void average(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N], left[T * ROWS * ROWS], right[T * COLS * COLS], power[T];
    const struct record record = {.left = left, .right = right, .power = power};
    run.config.beta2 = 0.7 + 0.2 * rng_uniform(rng);
    record_config(trace, &run);
    walk(&run, path, &record);
    trace_matrix(trace, "w-average", T, N, path);
    trace_matrix(trace, "left-average", T, ROWS * ROWS, left);
    trace_matrix(trace, "right-average", T, COLS * COLS, right);
    trace_column(trace, "beta2_power", T, power);
}

/* With one gradient and no ridge the step is UVᵀ, for a sum and for an average. */
static void first_step(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    struct polar polar;
    real path[T * N], factor[N];
    run.config.eps = 0;
    if (polar_init(&polar, ROWS, COLS) || polar_factor(&polar, run.g, factor))
        abort();
    polar_free(&polar);
    record_config(trace, &run);
    trace_input(trace, "start", N, run.start);
    trace_input(trace, "uv", N, factor);
    walk(&run, path, NULL);
    trace_column(trace, "w-first-sum", N, path);
    run.config.beta2 = 0.9;
    walk(&run, path, NULL);
    trace_column(trace, "w-first-average", N, path);
}

/* Two gradients whose steps are known: 3I and 4I; [2, 0] and [0, 2]. */
static void known(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N];
    run.config.eps = 0;
    run.config.beta1 = 0;
    run.config.lr = 1;
    fill(T * N, run.g, 0);
    trace_input(trace, "start", N, run.start);
    run.rows = run.cols = 2;
    run.g[0] = run.g[3] = 3;
    run.g[N] = run.g[N + 3] = 4;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-of-3i-and-4i", 2, 4,
                 (real[8]){path[0], path[1], path[2], path[3], path[N], path[N + 1],
                           path[N + 2], path[N + 3]});
    fill(T * N, run.g, 0);
    run.rows = 1;
    run.g[0] = run.g[N + 1] = 2;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-of-2-0-and-0-2", 2, 2,
                 (real[4]){path[0], path[1], path[N], path[N + 1]});
}

/* Roots every third step. */
static void every(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N], left[T * ROWS * ROWS], root[T * ROWS * ROWS];
    const struct record record = {.left = left, .left_root = root};
    run.config.every = 3;
    walk(&run, path, &record);
    trace_matrix(trace, "w-every-3", T, N, path);
    trace_matrix(trace, "left-every-3", T, ROWS * ROWS, left);
    trace_matrix(trace, "left-root-every-3", T, ROWS * ROWS, root);
    run.config.beta2 = 0.8;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-average-every-3", T, N, path);
}

/* Other exponents, a ridge relative to the largest eigenvalue, the other solver. */
static void settings(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N];
    run.config.root = 2;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-p-2", T, N, path);
    run.config.root = 5;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-p-5", T, N, path);
    run.config.root = 4;
    run.config.ridge = RIDGE_RELATIVE;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-relative-ridge", T, N, path);
    run.config.solver = SHAMPOO_NEWTON;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-newton", T, N, path);
}

static void schedules(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N], lr[T], schedule[T];
    for (size_t t = 0; t < T; t++) {
        lr[t] = run.config.lr / (real)(1 + t / 3);
        schedule[t] = t < 3 ? (real)(t + 1) / 3 : (real)(T - t) / (T - 2);
    }
    run.config.decay = 0.5 + rng_uniform(rng);
    record_config(trace, &run);
    walk(&run, path, NULL);
    trace_matrix(trace, "w-decayed", T, N, path);
    run.schedule = schedule;
    run.lr = lr;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-scheduled", T, N, path);
}

/* No gradient from the start, without a ridge; and after three that were there. */
static void no_gradient(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N];
    fill((T - 3) * N, run.g + 3 * N, 0);
    walk(&run, path, NULL);
    trace_matrix(trace, "w-then-nothing", T, N, path);
    fill(T * N, run.g, 0);
    run.config.eps = 0;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-without-gradient", T, N, path);
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

/* In the third step and the fifth the gradient is not finite. */
static void not_finite(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    struct shampoo shampoo;
    real w[N], path[T * N], left[T * ROWS * ROWS], status[T], t[T];
    run.g[2 * N + rng_below(rng, N)] = (real)NAN;
    run.g[4 * N + rng_below(rng, N)] = (real)INFINITY;
    if (shampoo_init(&shampoo, ROWS, COLS, run.config))
        abort();
    memcpy(w, run.start, sizeof w);
    for (size_t k = 0; k < T; k++) {
        status[k] = (real)shampoo_step(&shampoo, w, run.g + k * N);
        t[k] = (real)shampoo.t;
        keep(path, k, N, w);
        keep_triangle(left, k, ROWS, shampoo.left);
    }
    shampoo_free(&shampoo);
    trace_column(trace, "status", T, status);
    trace_column(trace, "steps-counted", T, t);
    trace_matrix(trace, "w", T, N, path);
    trace_matrix(trace, "left", T, ROWS * ROWS, left);
}

/* A row, a column, a matrix the other way round. */
static void shapes(FILE *trace, struct rng *rng)
{
    struct run run = draw(rng);
    real path[T * N];
    run.rows = COLS;
    run.cols = ROWS;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-wide", T, N, path);
    run.rows = N;
    run.cols = 1;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-column", T, N, path);
    run.rows = 1;
    run.cols = N;
    walk(&run, path, NULL);
    trace_matrix(trace, "w-row", T, N, path);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"beta2_power", "schedule", NULL};
    struct shampoo_config config = draw(rng).config;
    struct shampoo one[3];
    struct driver_method method[3];
    config.beta2 = 0.9;
    for (size_t k = 0; k < 3; k++) {
        config.every = k < 2 ? 2 : 5; /* a root of 400 × 400 takes its time */
        if (shampoo_init(&one[k], k < 2 ? 1 : 250, k < 2 ? DRIVER_N : DRIVER_LARGE / 250,
                         config))
            abort();
        one[k].schedule = 0.5;
        method[k] = (struct driver_method){
            &one[k], step_method, {&one[k].beta2_power, &one[k].schedule}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        shampoo_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"bowl", bowl},
    {"sum", sum},
    {"average", average},
    {"first-step", first_step},
    {"known", known},
    {"every", every},
    {"settings", settings},
    {"schedules", schedules},
    {"no-gradient", no_gradient},
    {"rotated", rotated},
    {"not-finite", not_finite},
    {"shapes", shapes},
    {"contract", contract},
    {NULL, NULL},
};
