/* cases_saga.c: SAGA on small linear models, with weights and without, from one state
 * with each sample, on one sample, on many, and where it must refuse. */
#include "optim/saga.h"
#include "samples.h"

static enum descent_status step(void *saga, real *theta, size_t i, real weight)
{
    return saga_step(saga, theta, i, weight);
}

static struct stepper stepper_of(struct saga *saga)
{
    return (struct stepper){saga, step, &saga->config.lr};
}

/* How a walk differs from the plainest one. */
struct how {
    enum glm_loss loss;
    size_t m;
    bool falling, weighted;
};

static void record(FILE *trace, struct how how, struct rng *rng)
{
    struct samples samples;
    struct saga saga;
    real lr[SAMPLES_STEPS], weight[SAMPLES_STEPS], rate = 0.05 + 0.1 * rng_uniform(rng);
    samples_draw(&samples, how.loss, how.m, 0.1 + 0.2 * rng_uniform(rng), rng);
    samples_trace(trace, &samples);
    samples_schedule(rate, lr);
    for (size_t t = 0; t < SAMPLES_STEPS; t++)
        weight[t] = 0.5 + rng_uniform(rng);
    saga_init(&saga, &samples.glm, (struct saga_config){rate});
    struct stepper stepper = stepper_of(&saga);
    samples_go(trace,
               &(struct samples_walk){how.m, how.falling ? lr : NULL,
                                      how.weighted ? weight : NULL},
               &stepper, rng);
    trace_column(trace, "slope", how.m, saga.slope);
    trace_column(trace, "mean", SAMPLES_N, saga.mean);
    trace_number(trace, "steps-counted", (double)saga.t);
    saga_free(&saga);
}

static void logistic(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){GLM_LOGISTIC, SAMPLES_M, false, false}, rng);
}

static void squared(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){GLM_SQUARED, SAMPLES_M, false, false}, rng);
}

static void weights(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){GLM_LOGISTIC, SAMPLES_M, false, true}, rng);
}

static void schedule(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){GLM_LOGISTIC, SAMPLES_M, true, false}, rng);
}

static void alone(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){GLM_SQUARED, 1, false, false}, rng);
}

/* Twelve steps, the same each time, and then one with sample i: how far that one goes. */
static void step_with(const struct samples *samples, const size_t *first, size_t i,
                      real weight, real *before, real *moved)
{
    struct saga saga;
    real theta[SAMPLES_N] = {1, -1, 0.5};
    saga_init(&saga, &samples->glm, (struct saga_config){0.1});
    for (size_t t = 0; t < 12; t++)
        saga_step(&saga, theta, first[t], 1);
    memcpy(before, theta, sizeof theta);
    saga_step(&saga, theta, i, weight);
    for (size_t j = 0; j < SAMPLES_N; j++)
        moved[j] = (before[j] - theta[j]) / saga.config.lr;
    saga_free(&saga);
}

/* The steps that each of the samples would make, and how likely each is. */
static void unbiased(FILE *trace, struct rng *rng)
{
    struct samples samples;
    real before[SAMPLES_N], moved[SAMPLES_M][SAMPLES_N], share[SAMPLES_M], sum = 0;
    size_t first[12];
    samples_draw(&samples, GLM_LOGISTIC, SAMPLES_M, 0.1, rng);
    samples_trace(trace, &samples);
    for (size_t t = 0; t < 12; t++)
        first[t] = (size_t)rng_below(rng, SAMPLES_M);
    for (size_t i = 0; i < SAMPLES_M; i++)
        sum += share[i] = 0.2 + rng_uniform(rng);
    for (size_t i = 0; i < SAMPLES_M; i++) {
        share[i] /= sum;
        step_with(&samples, first, i, 1 / (SAMPLES_M * share[i]), before, moved[i]);
    }
    trace_input(trace, "probability", SAMPLES_M, share);
    trace_column(trace, "theta", SAMPLES_N, before);
    trace_matrix(trace, "step-over-lr", SAMPLES_M, SAMPLES_N, moved[0]);
}

static void descent(FILE *trace, struct rng *rng)
{
    struct sums sums;
    struct saga saga;
    samples_sums(&sums, rng);
    saga_init(&saga, &sums.glm, (struct saga_config){1 / (3 * sums.L)});
    struct stepper stepper = stepper_of(&saga);
    samples_descend(trace, &sums, &stepper, rng);
    saga_free(&saga);
    sums_free(&sums);
}

static void many(FILE *trace, struct rng *rng)
{
    struct glm glm = samples_large(SAMPLES_LARGE, 2);
    struct saga saga;
    saga_init(&saga, &glm, (struct saga_config){0.001 + 0.001 * rng_uniform(rng)});
    struct stepper stepper = stepper_of(&saga);
    trace_input(trace, "lr", 1, &saga.config.lr);
    samples_pass(trace, &stepper);
    trace_column(trace, "mean", 2, saga.mean);
    saga_free(&saga);
    samples_drop(&glm);
}

/* Margins that are finite, and slopes that are not. */
static void bad_slopes(FILE *trace, struct rng *rng)
{
    struct samples samples;
    struct saga saga;
    const real start[] = {0.5, -0.5, 1}, large[] = {1e308, 0, 0};
    samples_draw_bad(&samples, rng);
    saga_init(&saga, &samples.glm, (struct saga_config){0.1});
    struct stepper stepper = stepper_of(&saga);
    samples_refuse(trace, "with-target-nan", &stepper, start, 1, 1);
    samples_refuse(trace, "with-an-infinite-slope", &stepper, large, 2, 1);
    trace_number(trace, "steps-after-bad-slopes", (double)saga.t);
    saga_free(&saga);
}

/* Steps that must be refused, between two that must not. */
static void edges(FILE *trace, struct rng *rng)
{
    struct samples samples;
    struct saga saga;
    const real nan = (real)NAN, huge[] = {1e308, 1e308, 1e308}, bad[] = {1, nan, 1};
    samples_draw(&samples, GLM_LOGISTIC, SAMPLES_M, 0.5, rng);
    for (size_t j = 0; j < SAMPLES_N; j++)
        samples.x[2 * SAMPLES_N + j] = 4;
    samples.x[3 * SAMPLES_N + 1] = nan;
    saga_init(&saga, &samples.glm, (struct saga_config){0.1});
    struct stepper stepper = stepper_of(&saga);
    const real start[] = {0.5, -0.5, 1};
    samples_refuse(trace, "of-a-good-step", &stepper, start, 0, 1);
    samples_refuse(trace, "of-a-sample-beyond-the-last", &stepper, start, SAMPLES_M, 1);
    samples_refuse(trace, "with-weight-0", &stepper, start, 1, 0);
    samples_refuse(trace, "with-a-negative-weight", &stepper, start, 1, -1);
    samples_refuse(trace, "with-an-infinite-weight", &stepper, start, 1, (real)INFINITY);
    samples_refuse(trace, "with-weight-nan", &stepper, start, 1, nan);
    samples_refuse(trace, "with-huge-parameters", &stepper, huge, 2, 1);
    samples_refuse(trace, "with-nan-among-parameters", &stepper, bad, 1, 1);
    samples_refuse(trace, "with-nan-in-the-sample", &stepper, start, 3, 1);
    trace_column(trace, "mean-after-refusals", SAMPLES_N, saga.mean);
    trace_column(trace, "slope-after-refusals", SAMPLES_M, saga.slope);
    samples_refuse(trace, "of-the-next-good-step", &stepper, start, 1, 2);
    samples_refuse(trace, "with-weight-1e200", &stepper, start, 1, 1e200);
    trace_number(trace, "steps-counted", (double)saga.t);
    saga_free(&saga);
    bad_slopes(trace, rng);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    struct samples samples, before;
    struct glm glm[3], large = samples_large(2, DRIVER_LARGE);
    struct saga saga[3];
    struct samples_turn turn[3];
    struct driver_method method[3];
    samples_draw(&samples, GLM_LOGISTIC, SAMPLES_M, 0.1, rng);
    before = samples;
    glm[0] = glm[1] = samples.glm;
    glm[2] = large;
    for (size_t k = 0; k < 3; k++) {
        saga_init(&saga[k], &glm[k], (struct saga_config){k < 2 ? 0.1 : 1e-5});
        turn[k] = (struct samples_turn){stepper_of(&saga[k]), glm[k].m, 0};
        method[k] = (struct driver_method){&turn[k], samples_turn_step, {NULL}};
    }
    driver_contract(trace, rng, method, kept);
    samples_unchanged(trace, &samples, &before);
    for (size_t k = 0; k < 3; k++)
        saga_free(&saga[k]);
    samples_drop(&large);
}

const struct driver_case driver_cases[] = {
    {"logistic", logistic}, {"squared", squared}, {"weights", weights},
    {"schedule", schedule}, {"alone", alone},     {"unbiased", unbiased},
    {"descent", descent},   {"many", many},       {"edges", edges},
    {"contract", contract}, {NULL, NULL},
};
