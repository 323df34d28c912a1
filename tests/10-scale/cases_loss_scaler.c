/* cases_loss_scaler.c: gradients that overflow when the scale is too large, and some that
 * are bad in other ways; every setting; limits; two at once. */
#include "judge/driver.h"
#include "optim/loss_scaler.h"

#include <math.h>
#include <string.h>

enum { T = 80, N = 5, LONG = 100000 };

static struct loss_scaler_config draw(struct rng *rng)
{
    struct loss_scaler_config config = loss_scaler_defaults();
    config.scale = exp2(2 + (real)rng_below(rng, 4));
    config.interval = 3 + (size_t)rng_below(rng, 4);
    return config;
}

static void record_config(FILE *trace, const struct loss_scaler_config *config)
{
    const real interval = (real)config->interval;
    real t[T];
    for (size_t i = 0; i < T; i++)
        t[i] = (real)(i + 1);
    trace_input(trace, "first-scale", 1, &config->scale);
    trace_input(trace, "growth", 1, &config->growth);
    trace_input(trace, "backoff", 1, &config->backoff);
    trace_input(trace, "interval", 1, &interval);
    trace_input(trace, "t", T, t);
}

/* Gradients of T steps: those of the loss, and what is wrong with some, multiplied in. */
struct run {
    real g[T][N];
    real spoil[T]; /* 1; or infinity or NaN, for one of the numbers */
    real most;     /* a scaled number above this becomes infinite */
};

static void fill(struct run *run, struct rng *rng)
{
    run->most = (real)INFINITY;
    for (size_t t = 0; t < T; t++) {
        run->spoil[t] = 1;
        for (size_t i = 0; i < N; i++)
            run->g[t][i] = (real)0.5 + (real)rng_uniform(rng);
    }
}

static void record_run(FILE *trace, struct loss_scaler_config config,
                       const struct run *run)
{
    real scale[T], good[T], skipped[T], steps[T], g[T * N];
    struct loss_scaler scaler;
    loss_scaler_init(&scaler, config);
    for (size_t t = 0; t < T; t++) {
        real *row = g + t * N;
        for (size_t i = 0; i < N; i++) {
            row[i] = scaler.scale * run->g[t][i];
            if (row[i] > run->most)
                row[i] = (real)INFINITY;
        }
        row[t % N] *= run->spoil[t];
        steps[t] = loss_scaler_take(&scaler, N, row);
        scale[t] = scaler.scale;
        good[t] = (real)scaler.good;
        skipped[t] = (real)scaler.skipped;
    }
    record_config(trace, &config);
    trace_input(trace, "spoiled-by", T, run->spoil);
    trace_column(trace, "step-is-made", T, steps);
    trace_column(trace, "scale", T, scale);
    trace_column(trace, "good", T, good);
    trace_column(trace, "skipped", T, skipped);
    trace_matrix(trace, "gradient", T, N, g);
}

/* The largest scale that fits lies some doublings away, and then falls. */
static void climb(FILE *trace, struct rng *rng)
{
    struct run run;
    fill(&run, rng);
    run.most = 3000;
    for (size_t t = T / 2; t < T; t++)
        for (size_t i = 0; i < N; i++)
            run.g[t][i] *= 10;
    record_run(trace, draw(rng), &run);
}

static void steady(FILE *trace, struct rng *rng)
{
    struct run run;
    fill(&run, rng);
    record_run(trace, draw(rng), &run);
}

/* NaN, infinities of both signs, two bad steps in a row, one just before the growth. */
static void spoiled(FILE *trace, struct rng *rng)
{
    static const real bad[3] = {(real)NAN, (real)INFINITY, -(real)INFINITY};
    struct loss_scaler_config config = draw(rng);
    struct run run;
    fill(&run, rng);
    for (size_t t = 2; t < T; t += 2 + (size_t)rng_below(rng, 2 * config.interval))
        run.spoil[t] = bad[rng_below(rng, 3)];
    run.spoil[10] = run.spoil[11] = (real)NAN;
    run.spoil[11 + config.interval] = (real)INFINITY;
    record_run(trace, config, &run);
}

static void factors(FILE *trace, struct rng *rng)
{
    struct loss_scaler_config config = draw(rng);
    struct run run;
    fill(&run, rng);
    config.growth = (real)(1.5 + rng_uniform(rng));
    config.backoff = (real)(0.2 + 0.2 * rng_uniform(rng));
    for (size_t t = 5; t < T; t += 7 + (size_t)rng_below(rng, 9))
        run.spoil[t] = (real)INFINITY;
    record_run(trace, config, &run);
}

/* Limits that are no power of the factors; an interval of 1. */
static void limits(FILE *trace, struct rng *rng)
{
    struct loss_scaler_config config = draw(rng);
    struct run run;
    fill(&run, rng);
    config.interval = 1;
    config.most = 50 + (real)rng_uniform(rng);
    config.least = (real)1.7;
    for (size_t t = 20; t < 34; t++)
        run.spoil[t] = (real)NAN;
    record_run(trace, config, &run);
}

/* Numbers as large and as small as the type has; no numbers; the last one is bad. */
static void edges(FILE *trace, struct rng *rng)
{
    struct loss_scaler_config config = loss_scaler_defaults();
    struct loss_scaler scaler;
    real g[4] = {(real)FLT_MAX, -(real)FLT_MAX, 0,
                 (real)(1e-30 * (1 + rng_uniform(rng)))};
    loss_scaler_init(&scaler, config);
    trace_input(trace, "large-and-small", 4, g);
    trace_number(trace, "step-with-large-numbers", loss_scaler_take(&scaler, 4, g));
    trace_column(trace, "large-and-small-divided", 4, g);
    trace_number(trace, "step-without-numbers", loss_scaler_take(&scaler, 0, NULL));
    trace_number(trace, "good-without-numbers", (double)scaler.good);
    g[3] = (real)INFINITY;
    trace_number(trace, "step-if-the-last-is-bad", loss_scaler_take(&scaler, 4, g));
    trace_column(trace, "gradient-of-a-skipped-step", 4, g);
    trace_number(trace, "scale-in-the-end", scaler.scale);
}

/* Two that take turns; nothing is allocated, settings stay; a long run. */
static void turns(FILE *trace, struct rng *rng)
{
    struct loss_scaler_config config[2];
    struct loss_scaler scaler[2], alone;
    real scale[2][T], g[N];
    for (size_t k = 0; k < 2; k++) {
        config[k] = draw(rng);
        driver_scramble(&scaler[k], sizeof scaler[k]);
        loss_scaler_init(&scaler[k], config[k]);
    }
    const size_t before = driver_allocations();
    for (size_t t = 0; t < T; t++)
        for (size_t k = 0; k < 2; k++) {
            for (size_t i = 0; i < N; i++)
                g[i] = k && t % 9 == 4 ? (real)INFINITY : 1;
            loss_scaler_take(&scaler[k], N, g);
            scale[k][t] = scaler[k].scale;
        }
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_column(trace, "scale-of-the-first", T, scale[0]);
    trace_column(trace, "scale-of-the-second", T, scale[1]);
    trace_number(trace, "interval-kept", (double)scaler[0].config.interval);
    trace_number(trace, "growth-kept", scaler[0].config.growth);
    loss_scaler_init(&alone, loss_scaler_defaults());
    for (size_t t = 0; t < LONG; t++) {
        g[0] = rng_uniform(rng) < 1e-4 ? (real)NAN : 1;
        loss_scaler_take(&alone, 1, g);
    }
    trace_number(trace, "skipped-of-100000", (double)alone.skipped);
    trace_number(trace, "log2-of-the-scale", log2(alone.scale));
}

const struct driver_case driver_cases[] = {
    {"climb", climb},   {"steady", steady}, {"spoiled", spoiled}, {"factors", factors},
    {"limits", limits}, {"edges", edges},   {"turns", turns},     {NULL, NULL},
};
