/* cases_weight_average.c: both averages on noise, along a line, with NaN, with vectors of
 * every length; when they agree. */
#include "judge/driver.h"
#include "optim/weight_average.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { T = 60, N = 3, K = 7, WINDOWS = 12, STEPS = 2000, MANY = 100000, LONG = 20000 };

struct averages {
    struct weight_queue queue;
    struct weight_ema ema;
};

static void begin(struct averages *both, size_t n, size_t window, real beta)
{
    weight_queue_init(&both->queue, n, window);
    weight_ema_init(&both->ema, n, beta);
}

static void end(struct averages *both)
{
    weight_queue_free(&both->queue);
    weight_ema_free(&both->ema);
}

/* Pushes T vectors and reads both averages after each. */
static void record_walk(FILE *trace, const real *theta, size_t window, real beta)
{
    struct averages both;
    real t[T], queue[T * N], ema[T * N], raw[T * N], power[T], count[T], next[T];
    const real k = (real)window;
    begin(&both, N, window, beta);
    for (size_t i = 0; i < T; i++) {
        t[i] = (real)(i + 1);
        weight_queue_push(&both.queue, theta + i * N);
        weight_ema_push(&both.ema, theta + i * N);
        weight_queue_mean(&both.queue, queue + i * N);
        weight_ema_mean(&both.ema, ema + i * N);
        memcpy(raw + i * N, both.ema.raw, N * sizeof *raw);
        power[i] = both.ema.power;
        count[i] = (real)both.queue.count;
        next[i] = (real)both.queue.next;
    }
    trace_input(trace, "window", 1, &k);
    trace_input(trace, "beta", 1, &beta);
    trace_input(trace, "t", T, t);
    trace_matrix(trace, "queue", T, N, queue);
    trace_matrix(trace, "ema", T, N, ema);
    trace_matrix(trace, "raw", T, N, raw);
    trace_column(trace, "power", T, power);
    trace_column(trace, "count", T, count);
    trace_column(trace, "next", T, next);
    end(&both);
}

/* Noise about a point that moves along a line. */
static void drift(FILE *trace, struct rng *rng)
{
    real theta[T * N];
    for (size_t i = 0; i < T * N; i++)
        theta[i] = (real)(i / N) / 20 + (0.2 + (real)(i % N)) * rng_normal(rng);
    const size_t start = 4 + (size_t)rng_below(rng, 8);
    record_walk(trace, theta, start, 0.7 + 0.2 * rng_uniform(rng));
}

/* One parameter, for the eye. */
static void series(FILE *trace, struct rng *rng)
{
    struct averages both;
    real t[T], theta[T], queue[T], ema[T];
    begin(&both, 1, 10, weight_ema_beta(10));
    for (size_t i = 0; i < T; i++) {
        t[i] = (real)(i + 1);
        theta[i] = cos((real)i / 15) + 0.2 * rng_normal(rng);
        weight_queue_push(&both.queue, &theta[i]);
        weight_ema_push(&both.ema, &theta[i]);
        weight_queue_mean(&both.queue, &queue[i]);
        weight_ema_mean(&both.ema, &ema[i]);
    }
    end(&both);
    trace_input(trace, "t", T, t);
    trace_input(trace, "theta", T, theta);
    trace_column(trace, "mean-of-the-last-10", T, queue);
    trace_column(trace, "ema-that-agrees", T, ema);
}

static void constant(FILE *trace, struct rng *rng)
{
    real theta[T * N];
    for (size_t i = 0; i < T * N; i++)
        theta[i] = i < N ? 1 + rng_normal(rng) : theta[i - N];
    trace_input(trace, "theta", N, theta);
    record_walk(trace, theta, K, 0.9);
}

/* A window and a beta that leave nothing of the past. Far from 0: what is left of a past
 * vector by rounding is small beside them. */
static void last_only(FILE *trace, struct rng *rng)
{
    real theta[T * N];
    for (size_t i = 0; i < T * N; i++)
        theta[i] = rng_signed(rng, 1 + rng_uniform(rng));
    trace_input(trace, "thetas", T * N, theta);
    record_walk(trace, theta, 1, 0);
}

/* Two NaN: how long they are remembered. */
static void not_numbers(FILE *trace, struct rng *rng)
{
    real theta[T * N];
    for (size_t i = 0; i < T * N; i++)
        theta[i] = 5 + rng_normal(rng);
    theta[10 * N + 1] = (real)NAN;
    theta[20 * N] = (real)NAN;
    record_walk(trace, theta, K, 0.5);
}

/* How far behind a line both averages are in the long run. */
static void measure_lags(struct averages *both, real lag[2])
{
    real mean[2] = {0};
    for (size_t t = 1; t <= STEPS; t++) {
        const real now = (real)t;
        weight_queue_push(&both->queue, &now);
        weight_ema_push(&both->ema, &now);
    }
    weight_queue_mean(&both->queue, &mean[0]);
    weight_ema_mean(&both->ema, &mean[1]);
    lag[0] = STEPS - mean[0];
    lag[1] = STEPS - mean[1];
}

/* What variance they leave of independent noise with the variance 1: the sum of the
 * squared weights with which a single 1 enters the averages that follow it. */
static void measure_noise(struct averages *both, real noise[2])
{
    real mean[2] = {0};
    noise[0] = noise[1] = 0;
    for (size_t t = 0; t < STEPS; t++) {
        const real spike = t == STEPS / 2;
        weight_queue_push(&both->queue, &spike);
        weight_ema_push(&both->ema, &spike);
        weight_queue_mean(&both->queue, &mean[0]);
        weight_ema_mean(&both->ema, &mean[1]);
        for (size_t i = 0; i < 2; i++)
            noise[i] += mean[i] * mean[i];
    }
}

/* Both at the beta of every window. */
static void agree(FILE *trace, struct rng *rng)
{
    real window[WINDOWS], beta[WINDOWS], lag[WINDOWS][2], noise[WINDOWS][2];
    for (size_t w = 0; w < WINDOWS; w++) {
        struct averages both;
        const size_t k = w < 3 ? w + 1 : 4 + (size_t)rng_below(rng, 37);
        window[w] = (real)k;
        beta[w] = weight_ema_beta(k);
        const real used = beta[w] >= 0 && beta[w] < 1 ? beta[w] : 0;
        begin(&both, 1, k, used);
        measure_lags(&both, lag[w]);
        end(&both);
        begin(&both, 1, k, used);
        measure_noise(&both, noise[w]);
        end(&both);
    }
    trace_input(trace, "window", WINDOWS, window);
    trace_column(trace, "beta-that-agrees", WINDOWS, beta);
    trace_matrix(trace, "lag-of-queue-and-ema", WINDOWS, 2, lag[0]);
    trace_matrix(trace, "noise-of-queue-and-ema", WINDOWS, 2, noise[0]);
}

/* The beta of windows that are none, one, and huge. */
static void betas(FILE *trace, struct rng *rng)
{
    const size_t window[] = {0,
                             1,
                             2,
                             3,
                             1000 + (size_t)rng_below(rng, 1000),
                             (size_t)1 << 20,
                             (size_t)1 << 31};
    real k[7], beta[7], missing[7];
    for (size_t i = 0; i < 7; i++) {
        k[i] = (real)window[i];
        beta[i] = weight_ema_beta(window[i]);
        missing[i] = (1 - beta[i]) * (k[i] + 1);
    }
    trace_input(trace, "window", 7, k);
    trace_column(trace, "beta-of-window", 7, beta);
    trace_rough(trace, "share-of-the-new-times-window", 4, missing);
}

/* Nothing pushed, no parameters; vectors and state are only read by reading. */
static void reading(FILE *trace, struct rng *rng)
{
    struct averages both, none;
    real theta[N], before[N], mean[4][N];
    begin(&both, N, 2 + (size_t)rng_below(rng, 3), 0.9);
    begin(&none, 0, K, 0.9);
    weight_queue_mean(&both.queue, mean[0]);
    weight_ema_mean(&both.ema, mean[1]);
    trace_matrix(trace, "empty", 2, N, mean[0]);
    for (size_t t = 0; t < 5; t++) {
        for (size_t i = 0; i < N; i++)
            before[i] = theta[i] = rng_normal(rng);
        weight_queue_push(&both.queue, theta);
        weight_ema_push(&both.ema, theta);
        weight_queue_push(&none.queue, theta);
        weight_ema_push(&none.ema, theta);
    }
    for (size_t i = 0; i < 2; i++) {
        weight_queue_mean(&both.queue, mean[2 * i]);
        weight_ema_mean(&both.ema, mean[2 * i + 1]);
    }
    trace_number(trace, "vector-changed", (double)driver_overwritten(N, theta, before));
    trace_matrix(trace, "read-twice", 4, N, mean[0]);
    weight_queue_mean(&none.queue, theta);
    weight_ema_mean(&none.ema, theta);
    trace_number(trace, "count-without-parameters", (double)none.queue.count);
    trace_number(trace, "power-without-parameters", none.ema.power);
    trace_number(trace, "written-without-parameters",
                 (double)driver_overwritten(N, theta, before));
    end(&both);
    end(&none);
}

/* Two pairs of averages that take turns; nothing is allocated. */
static void turns(FILE *trace, struct rng *rng)
{
    struct averages both[2];
    real mean[2][2][N];
    for (size_t k = 0; k < 2; k++) {
        driver_scramble(&both[k], sizeof both[k]);
        begin(&both[k], N, 3 + k, 0.5 + 0.2 * (real)k);
    }
    const size_t before = driver_allocations();
    for (size_t t = 0; t < 20; t++)
        for (size_t k = 0; k < (t < 4 ? 1 : 2); k++) {
            real theta[N];
            for (size_t i = 0; i < N; i++)
                theta[i] = rng_normal(rng);
            weight_queue_push(&both[k].queue, theta);
            weight_ema_push(&both[k].ema, theta);
            weight_queue_mean(&both[k].queue, mean[k][0]);
            weight_ema_mean(&both[k].ema, mean[k][1]);
        }
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_matrix(trace, "of-the-early-ones", 2, N, mean[0][0]);
    trace_matrix(trace, "of-the-late-ones", 2, N, mean[1][0]);
    end(&both[0]);
    end(&both[1]);
}

/* 100,000 parameters; and 20,000 vectors of a large number that leaves the queue. */
static void large(FILE *trace, struct rng *rng)
{
    static const size_t places[] = {0, 1, 64, 1024, 65536, MANY - 1};
    struct averages both, one;
    real *theta = malloc(MANY * sizeof *theta), *mean = malloc(MANY * sizeof *mean);
    real some[2][6], last[2];
    if (!theta || !mean)
        abort();
    begin(&both, MANY, 3, 0.5);
    for (size_t t = 0; t < 4; t++) {
        for (size_t i = 0; i < MANY; i++)
            theta[i] = i < 1000 ? rng_normal(rng) : theta[i - 1000] + 1;
        weight_queue_push(&both.queue, theta);
        weight_ema_push(&both.ema, theta);
    }
    weight_queue_mean(&both.queue, mean);
    for (size_t i = 0; i < 6; i++)
        some[0][i] = mean[places[i]];
    weight_ema_mean(&both.ema, mean);
    for (size_t i = 0; i < 6; i++)
        some[1][i] = mean[places[i]];
    trace_column(trace, "some-of-the-queue", 6, some[0]);
    trace_column(trace, "some-of-the-ema", 6, some[1]);
    end(&both);
    free(theta);
    free(mean);
    begin(&one, 1, K, 0.99);
    for (size_t t = 0; t < LONG; t++) {
        const real x = t < LONG / 2 ? 1e15 : 1 + rng_normal(rng) / 10;
        weight_queue_push(&one.queue, &x);
        weight_ema_push(&one.ema, &x);
    }
    weight_queue_mean(&one.queue, &last[0]);
    weight_ema_mean(&one.ema, &last[1]);
    trace_column(trace, "after-20000-vectors", 2, last);
    end(&one);
}

const struct driver_case driver_cases[] = {
    {"series", series},       {"drift", drift},     {"constant", constant},
    {"last-only", last_only}, {"nan", not_numbers}, {"agree", agree},
    {"betas", betas},         {"reading", reading}, {"turns", turns},
    {"large", large},         {NULL, NULL},
};
