/* samples.h: small linear models, and walks on them that this chapter's cases share.
 *
 *     theta  θ   parameters, n of them        x, y   samples, m of them
 *
 * What is recorded of a walk: which sample each step took, and θ after it. */
#ifndef TESTS_VARIANCE_SAMPLES_H
#define TESTS_VARIANCE_SAMPLES_H

#include "judge/driver.h"
#include "lab/sums.h"
#include "optim/glm.h"
#include "optim/status.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    SAMPLES_M = 8,
    SAMPLES_N = 3,
    SAMPLES_STEPS = 48,
    SAMPLES_MARKS = 40, /* numbers recorded of a long descent */
    SAMPLES_LARGE = 100000,
};

/* A model that owns its samples. */
struct samples {
    struct glm glm;
    real x[SAMPLES_M * SAMPLES_N], y[SAMPLES_M];
};

static inline void samples_draw(struct samples *samples, enum glm_loss loss, size_t m,
                                real l2, struct rng *rng)
{
    for (size_t i = 0; i < SAMPLES_M * SAMPLES_N; i++)
        samples->x[i] = (real)rng_normal(rng);
    for (size_t i = 0; i < SAMPLES_M; i++)
        samples->y[i] = loss == GLM_LOGISTIC ? (real)rng_below(rng, 2) : rng_normal(rng);
    samples->glm = (struct glm){loss, m, SAMPLES_N, samples->x, samples->y, l2};
}

/* Sample 1 has a target that is none; the slope of sample 2 overflows at (1e308, 0, 0). */
static inline void samples_draw_bad(struct samples *samples, struct rng *rng)
{
    samples_draw(samples, GLM_SQUARED, SAMPLES_M, 0.5, rng);
    samples->y[1] = (real)NAN;
    samples->x[2 * SAMPLES_N] = 1;
    samples->y[2] = -1.7e308;
}

static inline void samples_trace(FILE *trace, const struct samples *samples)
{
    trace_input(trace, "l2", 1, &samples->glm.l2);
    trace_input(trace, "x", samples->glm.m * SAMPLES_N, samples->x);
    trace_input(trace, "y", samples->glm.m, samples->y);
}

/* A method, ready to step with a sample and its weight. */
struct stepper {
    void *method;
    enum descent_status (*step)(void *method, real *theta, size_t i, real weight);
    real *lr;
};

/* A walk: m samples to draw from; the rates and weights of all steps, or NULL. */
struct samples_walk {
    size_t m;
    const real *lr, *weight;
};

static inline void samples_go(FILE *trace, const struct samples_walk *walk,
                              const struct stepper *stepper, struct rng *rng)
{
    real theta[SAMPLES_N], path[SAMPLES_STEPS][SAMPLES_N], sample[SAMPLES_STEPS];
    for (size_t j = 0; j < SAMPLES_N; j++)
        theta[j] = 1 + (real)rng_uniform(rng);
    trace_input(trace, "start", SAMPLES_N, theta);
    trace_input(trace, "lr", walk->lr ? SAMPLES_STEPS : 1,
                walk->lr ? walk->lr : stepper->lr);
    for (size_t t = 0; t < SAMPLES_STEPS; t++) {
        size_t i = (size_t)rng_below(rng, walk->m);
        sample[t] = (real)i;
        if (walk->lr)
            *stepper->lr = walk->lr[t];
        stepper->step(stepper->method, theta, i, walk->weight ? walk->weight[t] : 1);
        memcpy(path[t], theta, sizeof theta);
    }
    trace_input(trace, "sample", SAMPLES_STEPS, sample);
    if (walk->weight)
        trace_input(trace, "weight", SAMPLES_STEPS, walk->weight);
    trace_matrix(trace, "theta", SAMPLES_STEPS, SAMPLES_N, path[0]);
}

/* Rates that fall to a half every 12 steps. */
static inline void samples_schedule(real start, real lr[SAMPLES_STEPS])
{
    for (size_t t = 0; t < SAMPLES_STEPS; t++)
        lr[t] = start / (real)(1 << t / 12);
}

/* A model of the laboratory, for a descent whose cost is plotted. */
static inline void samples_sums(struct sums *sums, struct rng *rng)
{
    struct sums_config config = sums_defaults();
    config.m = 40, config.n = 4, config.l2 = 0.2;
    if (sums_draw(sums, &config, rng))
        abort();
}

/* The logarithm of f - f*, half a pass from one mark to the next. */
static inline void samples_descend(FILE *trace, const struct sums *sums,
                                   const struct stepper *stepper, struct rng *rng)
{
    real *theta = calloc(sums->glm.n, sizeof *theta);
    real mark[SAMPLES_MARKS], t[SAMPLES_MARKS];
    const size_t steps = sums->glm.m / 2;
    if (!theta)
        abort();
    for (size_t k = 0; k < SAMPLES_MARKS; k++) {
        for (size_t s = 0; s < steps; s++)
            stepper->step(stepper->method, theta, (size_t)rng_below(rng, sums->glm.m), 1);
        t[k] = (real)((k + 1) * steps);
        mark[k] = log10(sums_suboptimality(sums, theta));
    }
    trace_input(trace, "t", SAMPLES_MARKS, t);
    trace_column(trace, "log10-suboptimality", SAMPLES_MARKS, mark);
    free(theta);
}

/* A model with many samples and few parameters, or few samples and many parameters:
 * x_ij = cos(i + j), y_i = sin i. */
static inline struct glm samples_large(size_t m, size_t n)
{
    real *x = malloc(m * n * sizeof *x), *y = malloc(m * sizeof *y);
    if (!x || !y)
        abort();
    for (size_t i = 0; i < m; i++) {
        y[i] = sin((real)i);
        for (size_t j = 0; j < n; j++)
            x[i * n + j] = cos((real)(i + j));
    }
    return (struct glm){GLM_SQUARED, m, n, x, y, 0};
}

static inline void samples_drop(struct glm *glm)
{
    free((void *)glm->x);
    free((void *)glm->y);
}

/* As many steps as samples, on many samples, with each sample once. */
static inline void samples_pass(FILE *trace, const struct stepper *stepper)
{
    real theta[2] = {1, -1};
    for (size_t t = 0; t < SAMPLES_LARGE; t++)
        stepper->step(stepper->method, theta, t * 7 % SAMPLES_LARGE, 1);
    trace_column(trace, "theta-after-100000-samples", 2, theta);
}

/* What a step leaves behind that it must refuse. */
static inline void samples_refuse(FILE *trace, const char *name,
                                  const struct stepper *stepper, const real *start,
                                  size_t i, real weight)
{
    char text[TRACE_MAX_NAME];
    real theta[SAMPLES_N], status;
    memcpy(theta, start, sizeof theta);
    status = (real)stepper->step(stepper->method, theta, i, weight);
    snprintf(text, sizeof text, "status-%s", name);
    trace_column(trace, text, 1, &status);
    snprintf(text, sizeof text, "theta-%s", name);
    trace_column(trace, text, SAMPLES_N, theta);
}

/* What the methods step on in driver_contract(): each sample in its turn. */
struct samples_turn {
    struct stepper stepper;
    size_t m, t;
};

static inline void samples_turn_step(void *state, real *theta, const real *g)
{
    struct samples_turn *turn = state;
    (void)g;
    turn->stepper.step(turn->stepper.method, theta, turn->t++ * 5 % turn->m, 1);
}

/* How many numbers of two arrays differ. */
static inline void samples_unchanged(FILE *trace, const struct samples *now,
                                     const struct samples *before)
{
    size_t changed = 0;
    for (size_t i = 0; i < SAMPLES_M * SAMPLES_N; i++)
        changed += now->x[i] != before->x[i];
    for (size_t i = 0; i < SAMPLES_M; i++)
        changed += now->y[i] != before->y[i];
    trace_number(trace, "numbers-of-the-samples-overwritten", (double)changed);
}

#endif
