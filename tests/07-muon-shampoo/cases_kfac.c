/* cases_kfac.c: the factors of a layer's Fisher matrix, and steps along the natural
 * gradient. */
#include "matrices.h"
#include "optim/kfac.h"

enum { IN = 4, OUT = 3, N = IN * OUT, BATCH = 10, T = 8, LONG = 30 };

struct run {
    struct kfac_config config;
    real start[N];
    real x[T * BATCH * IN], dy[T * BATCH * OUT], g[T * N];
};

static void draw(struct run *run, struct rng *rng)
{
    *run = (struct run){.config = kfac_defaults()};
    run->config.lr = 0.05 + 0.1 * rng_uniform(rng);
    run->config.beta = 0.7 + 0.2 * rng_uniform(rng);
    run->config.damping = 0.05 + 0.1 * rng_uniform(rng);
    draw_matrix(N, run->start, rng);
    draw_matrix(T * BATCH * IN, run->x, rng);
    draw_matrix(T * BATCH * OUT, run->dy, rng);
    draw_matrix(T * N, run->g, rng);
    for (size_t i = 0; i < T * BATCH * OUT; i++)
        run->dy[i] *= 2.0 / BATCH;
}

static void record_config(FILE *trace, const struct run *run)
{
    trace_input(trace, "lr", 1, &run->config.lr);
    trace_input(trace, "beta", 1, &run->config.beta);
    trace_input(trace, "damping", 1, &run->config.damping);
}

/* The upper triangle; below it zeros. */
static void keep_triangle(real *rows, size_t t, size_t n, const real *a)
{
    for (size_t i = 0; rows && i < n * n; i++)
        rows[t * n * n + i] = i % n >= i / n ? a[i] : 0;
}

/* Observes a batch and steps, T times. */
static size_t walk(const struct run *run, real *path, real *a, real *s, real *beta_power)
{
    struct kfac kfac;
    real w[N];
    driver_scramble(&kfac, sizeof kfac);
    if (kfac_init(&kfac, IN, OUT, run->config))
        abort();
    fill(IN * IN + OUT * OUT + 2 * N, kfac.room, (real)NAN);
    memcpy(w, run->start, sizeof w);
    for (size_t t = 0; t < T; t++) {
        kfac_observe(&kfac, BATCH, run->x + t * BATCH * IN, run->dy + t * BATCH * OUT);
        kfac_step(&kfac, w, run->g + t * N);
        memcpy(path + t * N, w, sizeof w);
        keep_triangle(a, t, IN, kfac.a);
        keep_triangle(s, t, OUT, kfac.s);
        if (beta_power)
            beta_power[t] = kfac.beta_power;
    }
    const size_t steps = kfac.t;
    kfac_free(&kfac);
    return steps;
}

/* Least squares, Y = X Wᵀ against X Cᵀ and noise: how far W is from C. The samples'
 * gradients are those of the model, so that S is near the noise's. */
static void layer(FILE *trace, struct rng *rng)
{
    enum { ROWS = 40 };
    struct kfac kfac;
    real x[ROWS * IN], c[N], w[N] = {0}, dy[ROWS * OUT], noise[ROWS * OUT], g[N];
    real t[LONG], distance[LONG];
    struct kfac_config config = kfac_defaults();
    draw_matrix(ROWS * IN, x, rng);
    draw_matrix(N, c, rng);
    for (size_t i = 0; i < ROWS * IN; i++)
        x[i] *= i % IN == 0 ? 10 : 1;
    if (kfac_init(&kfac, IN, OUT, config))
        abort();
    for (size_t k = 0; k < LONG; k++) {
        real sum = 0;
        draw_matrix(ROWS * OUT, noise, rng);
        for (size_t i = 0; i < ROWS * OUT; i++) {
            dy[i] = 0;
            noise[i] /= ROWS;
            for (size_t j = 0; j < IN; j++)
                dy[i] += x[i / OUT * IN + j] *
                         (w[i % OUT * IN + j] - c[i % OUT * IN + j]) / ROWS;
        }
        for (size_t i = 0; i < N; i++) {
            g[i] = 0;
            for (size_t r = 0; r < ROWS; r++)
                g[i] += dy[r * OUT + i / IN] * x[r * IN + i % IN];
        }
        kfac_observe(&kfac, ROWS, x, noise);
        kfac_step(&kfac, w, g);
        for (size_t i = 0; i < N; i++)
            sum += (w[i] - c[i]) * (w[i] - c[i]);
        distance[k] = sqrt(sum);
        t[k] = (real)(k + 1);
    }
    kfac_free(&kfac);
    trace_input(trace, "t", LONG, t);
    trace_column(trace, "distance", LONG, distance);
}

static void factors(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * N], a[T * IN * IN], s[T * OUT * OUT], beta_power[T];
    draw(&run, rng);
    record_config(trace, &run);
    const size_t steps = walk(&run, path, a, s, beta_power);
    trace_matrix(trace, "a", T, IN * IN, a);
    trace_matrix(trace, "s", T, OUT * OUT, s);
    trace_column(trace, "beta_power", T, beta_power);
    trace_number(trace, "batches-counted", (double)steps);
}

static void steps(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * N];
    draw(&run, rng);
    record_config(trace, &run);
    walk(&run, path, NULL, NULL, NULL);
    trace_matrix(trace, "w", T, N, path);
    run.config.damping = 100;
    walk(&run, path, NULL, NULL, NULL);
    trace_matrix(trace, "w-damped-a-lot", T, N, path);
    run.config.damping = 0;
    walk(&run, path, NULL, NULL, NULL);
    trace_matrix(trace, "w-undamped", T, N, path);
}

/* One batch and one step; the check multiplies back. */
static void first_step(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * N];
    draw(&run, rng);
    record_config(trace, &run);
    trace_input(trace, "x", BATCH * IN, run.x);
    trace_input(trace, "dy", BATCH * OUT, run.dy);
    trace_input(trace, "g", N, run.g);
    trace_input(trace, "start", N, run.start);
    walk(&run, path, NULL, NULL, NULL);
    trace_column(trace, "w-after-one-step", N, path);
}

/* Inputs a hundred times as large: without damping the same outputs change by as much.
 * G is a hundred times as large, W a hundredth. */
static void units(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * N];
    draw(&run, rng);
    run.config.damping = 0;
    memset(run.start, 0, sizeof run.start);
    walk(&run, path, NULL, NULL, NULL);
    trace_matrix(trace, "w", T, N, path);
    for (size_t i = 0; i < T * BATCH * IN; i++)
        run.x[i] *= 100;
    for (size_t i = 0; i < T * N; i++)
        run.g[i] *= 100;
    walk(&run, path, NULL, NULL, NULL);
    for (size_t i = 0; i < T * N; i++)
        path[i] *= 100;
    trace_matrix(trace, "w-in-other-units", T, N, path);
}

/* Out of order, out of range, not finite, not definite: what is said, and what stays. */
static void refused(FILE *trace, struct rng *rng)
{
    struct run run;
    struct kfac kfac;
    real status[7], kept[7], w[N], a[IN * IN], bad[BATCH * IN] = {0};
    draw(&run, rng);
    run.config.damping = 0;
    bad[BATCH * IN - 1] = (real)NAN; /* in the last row */
    memcpy(w, run.start, sizeof w);
    if (kfac_init(&kfac, IN, OUT, run.config))
        abort();
    status[0] = (real)kfac_step(&kfac, w, run.g);
    kept[0] = (real)count_changes(N, w, run.start);
    status[1] = (real)kfac_observe(&kfac, 0, run.x, run.dy);
    kept[1] = (real)kfac.t;
    kfac_observe(&kfac, BATCH, run.x, run.dy);
    memcpy(a, kfac.a, sizeof a);
    status[2] = (real)kfac_observe(&kfac, BATCH, bad, run.dy);
    kept[2] = (real)(count_changes(IN * IN, a, kfac.a) + kfac.t);
    bad[BATCH * OUT - 1] = (real)INFINITY;
    status[3] = (real)kfac_observe(&kfac, BATCH, run.x, bad);
    kept[3] = (real)(count_changes(IN * IN, a, kfac.a) + kfac.t);
    run.g[N - 1] = (real)NAN;
    status[4] = (real)kfac_step(&kfac, w, run.g);
    kept[4] = (real)count_changes(N, w, run.start);
    kfac_free(&kfac);
    for (size_t i = 0; i < BATCH * IN; i++)
        run.x[i] = i % IN == 1 ? 0 : run.x[i];
    if (kfac_init(&kfac, IN, OUT, run.config))
        abort();
    kfac_observe(&kfac, BATCH, run.x, run.dy);
    status[5] = (real)kfac_step(&kfac, w, run.g + N);
    kept[5] = (real)count_changes(N, w, run.start);
    kfac.config.damping = 1;
    status[6] = (real)kfac_step(&kfac, w, run.g + N);
    kept[6] = (real)(count_changes(N, w, run.start) == N);
    kfac_free(&kfac);
    trace_column(trace, "status", 7, status);
    trace_column(trace, "changes-and-batches", 7, kept);
    trace_column(trace, "w-in-the-end", N, w);
}

/* Nothing comes in, nothing comes out: traces of 0; a layer of one weight. */
static void edges(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * N];
    draw(&run, rng);
    memset(run.x, 0, sizeof run.x);
    walk(&run, path, NULL, NULL, NULL);
    trace_matrix(trace, "w-without-inputs", T, N, path);
    draw(&run, rng);
    memset(run.dy, 0, sizeof run.dy);
    walk(&run, path, NULL, NULL, NULL);
    trace_matrix(trace, "w-without-output-gradients", T, N, path);
    struct kfac kfac;
    real w = 1;
    if (kfac_init(&kfac, 1, 1, run.config))
        abort();
    kfac_observe(&kfac, 3, run.x, run.g);
    kfac_observe(&kfac, 1, run.start, run.g);
    kfac_step(&kfac, &w, run.g);
    trace_number(trace, "w-of-1-by-1", w);
    kfac_free(&kfac);
}

/* Two that take turns, nothing allocated, inputs left as they are; 130 × 140. */
static void contract(FILE *trace, struct rng *rng)
{
    enum { WIDE = 140, TALL = 130 };
    struct run run, given;
    struct kfac kfac[2], large;
    real w[2][N], path[8 * N], *g = take(N), copy[N], some[3];
    size_t overwritten = 0, allocated = 0;
    draw(&run, rng);
    given = run;
    for (size_t k = 0; k < 2; k++) {
        memcpy(w[k], run.start, sizeof w[k]);
        if (kfac_init(&kfac[k], IN, OUT, run.config))
            abort();
    }
    for (size_t t = 0; t < T; t++) {
        memcpy(g, run.g + t * N, N * sizeof *g);
        memcpy(copy, g, sizeof copy);
        const size_t before = driver_allocations();
        kfac_observe(&kfac[t % 2], BATCH, run.x + t * BATCH * IN,
                     run.dy + t * BATCH * OUT);
        kfac_step(&kfac[t % 2], w[t % 2], g);
        allocated += driver_allocations() - before;
        overwritten += count_changes(N, copy, g);
        memcpy(path + t * N, w[t % 2], N * sizeof *path);
    }
    trace_matrix(trace, "w-by-turns", 8, N, path);
    trace_number(trace, "allocations", (double)allocated);
    overwritten += count_changes(T * BATCH * IN, given.x, run.x) +
                   count_changes(T * BATCH * OUT, given.dy, run.dy);
    trace_number(trace, "numbers-of-x-dy-and-g-overwritten", (double)overwritten);
    real *x = take(100 * WIDE), *dy = take(100 * TALL), *big = take(2 * WIDE * TALL);
    draw_matrix(100 * WIDE, x, rng);
    draw_matrix(100 * TALL, dy, rng);
    draw_matrix(2 * WIDE * TALL, big, rng);
    if (kfac_init(&large, WIDE, TALL, run.config))
        abort();
    kfac_observe(&large, 100, x, dy);
    kfac_step(&large, big, big + WIDE * TALL);
    for (size_t i = 0; i < 3; i++)
        some[i] = big[i * 9099];
    trace_column(trace, "some-of-130-by-140", 3, some);
    kfac_free(&large);
    for (size_t k = 0; k < 2; k++)
        kfac_free(&kfac[k]);
    free(x);
    free(dy);
    free(big);
    free(g);
}

const struct driver_case driver_cases[] = {
    {"layer", layer},           {"factors", factors},   {"steps", steps},
    {"first-step", first_step}, {"units", units},       {"refused", refused},
    {"edges", edges},           {"contract", contract}, {NULL, NULL},
};
