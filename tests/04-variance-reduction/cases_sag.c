/* cases_sag.c: SAG on small linear models with both starts of the table, on one sample,
 * on many, and where it must refuse. */
#include "optim/sag.h"
#include "samples.h"

static enum descent_status step(void *sag, real *theta, size_t i, real weight)
{
    (void)weight;
    return sag_step(sag, theta, i);
}

static struct stepper stepper_of(struct sag *sag)
{
    return (struct stepper){sag, step, &sag->config.lr};
}

/* A walk, and the state that it leaves. */
static void record(FILE *trace, enum glm_loss loss, size_t m, enum sag_start start,
                   bool falling, struct rng *rng)
{
    struct samples samples;
    struct sag sag;
    real lr[SAMPLES_STEPS], theta[SAMPLES_N] = {1, 1, 1},
                            rate = 0.05 + 0.1 * rng_uniform(rng);
    samples_draw(&samples, loss, m, 0.1 + 0.2 * rng_uniform(rng), rng);
    samples_trace(trace, &samples);
    samples_schedule(rate, lr);
    sag_init(&sag, &samples.glm, theta, (struct sag_config){rate, start});
    struct stepper stepper = stepper_of(&sag);
    samples_go(trace, &(struct samples_walk){m, falling ? lr : NULL, NULL}, &stepper,
               rng);
    trace_column(trace, "slope", m, sag.slope);
    trace_column(trace, "total", SAMPLES_N, sag.total);
    trace_number(trace, "samples-seen", (double)sag.count);
    trace_number(trace, "steps-counted", (double)sag.t);
    sag_free(&sag);
}

static void logistic(FILE *trace, struct rng *rng)
{
    record(trace, GLM_LOGISTIC, SAMPLES_M, SAG_START_SEEN, false, rng);
}

static void squared(FILE *trace, struct rng *rng)
{
    record(trace, GLM_SQUARED, SAMPLES_M, SAG_START_SEEN, false, rng);
}

static void centered(FILE *trace, struct rng *rng)
{
    record(trace, GLM_LOGISTIC, SAMPLES_M, SAG_START_CENTERED, false, rng);
}

static void schedule(FILE *trace, struct rng *rng)
{
    record(trace, GLM_LOGISTIC, SAMPLES_M, SAG_START_SEEN, true, rng);
}

static void alone(FILE *trace, struct rng *rng)
{
    record(trace, GLM_SQUARED, 1, SAG_START_SEEN, false, rng);
}

static void descent(FILE *trace, struct rng *rng)
{
    struct sums sums;
    struct sag sag;
    samples_sums(&sums, rng);
    sag_init(&sag, &sums.glm, NULL, (struct sag_config){.lr = 1 / sums.L});
    struct stepper stepper = stepper_of(&sag);
    samples_descend(trace, &sums, &stepper, rng);
    sag_free(&sag);
    sums_free(&sums);
}

static void many(FILE *trace, struct rng *rng)
{
    struct glm glm = samples_large(SAMPLES_LARGE, 2);
    struct sag sag;
    sag_init(&sag, &glm, NULL, (struct sag_config){.lr = 0.02 + 0.02 * rng_uniform(rng)});
    struct stepper stepper = stepper_of(&sag);
    trace_input(trace, "lr", 1, &sag.config.lr);
    samples_pass(trace, &stepper);
    trace_column(trace, "total", 2, sag.total);
    sag_free(&sag);
    samples_drop(&glm);
}

/* Margins that are finite, and slopes that are not. */
static void bad_slopes(FILE *trace, struct rng *rng)
{
    struct samples samples;
    struct sag sag;
    const real start[] = {0.5, -0.5, 1}, large[] = {1e308, 0, 0};
    samples_draw_bad(&samples, rng);
    sag_init(&sag, &samples.glm, NULL, (struct sag_config){0.1, SAG_START_SEEN});
    struct stepper stepper = stepper_of(&sag);
    samples_refuse(trace, "with-target-nan", &stepper, start, 1, 1);
    samples_refuse(trace, "with-an-infinite-slope", &stepper, large, 2, 1);
    samples_refuse(trace, "after-bad-slopes", &stepper, start, 3, 1);
    trace_number(trace, "steps-after-bad-slopes", (double)sag.t);
    sag_free(&sag);
}

/* Steps that must be refused, between two that must not. */
static void edges(FILE *trace, struct rng *rng)
{
    struct samples samples;
    struct sag sag;
    const real nan = (real)NAN, huge[] = {1e308, 1e308, 1e308}, bad[] = {1, nan, 1};
    samples_draw(&samples, GLM_LOGISTIC, SAMPLES_M, 0.5, rng);
    for (size_t j = 0; j < SAMPLES_N; j++)
        samples.x[2 * SAMPLES_N + j] = 4;
    samples.x[3 * SAMPLES_N + 1] = nan;
    sag_init(&sag, &samples.glm, NULL, (struct sag_config){.lr = 0.1});
    struct stepper stepper = stepper_of(&sag);
    const real start[] = {0.5, -0.5, 1};
    samples_refuse(trace, "of-a-good-step", &stepper, start, 0, 1);
    samples_refuse(trace, "of-a-sample-beyond-the-last", &stepper, start, SAMPLES_M, 1);
    samples_refuse(trace, "of-the-largest-number", &stepper, start, SIZE_MAX, 1);
    samples_refuse(trace, "with-huge-parameters", &stepper, huge, 2, 1);
    samples_refuse(trace, "with-nan-among-parameters", &stepper, bad, 1, 1);
    samples_refuse(trace, "with-nan-in-the-sample", &stepper, start, 3, 1);
    trace_column(trace, "total-after-refusals", SAMPLES_N, sag.total);
    trace_column(trace, "slope-after-refusals", SAMPLES_M, sag.slope);
    trace_number(trace, "samples-seen", (double)sag.count);
    samples_refuse(trace, "of-the-next-good-step", &stepper, start, 1, 1);
    trace_number(trace, "steps-counted", (double)sag.t);
    sag_free(&sag);
    bad_slopes(trace, rng);
}

/* A centered table, of which a refused step must not change anything. */
static void record_centered(FILE *trace, struct rng *rng)
{
    struct samples samples;
    struct sag sag;
    const real start[] = {0.5, -0.5, 1};
    samples_draw(&samples, GLM_LOGISTIC, SAMPLES_M, 0.5, rng);
    sag_init(&sag, &samples.glm, start, (struct sag_config){0.1, SAG_START_CENTERED});
    struct stepper stepper = stepper_of(&sag);
    samples.x[1 * SAMPLES_N + 1] = (real)NAN;
    samples_refuse(trace, "of-a-good-step", &stepper, start, 0, 1);
    samples_refuse(trace, "with-nan-in-the-sample", &stepper, start, 1, 1);
    trace_column(trace, "total-after-a-refusal", SAMPLES_N, sag.total);
    trace_number(trace, "samples-seen-after-a-refusal", (double)sag.count);
    samples_refuse(trace, "of-the-next-good-step", &stepper, start, 2, 1);
    sag_free(&sag);
}

/* A sample whose slope is 0 is seen like any other. */
static void record_zero_slope(FILE *trace, struct rng *rng)
{
    struct samples samples;
    struct sag sag;
    real theta[SAMPLES_N] = {0}, seen[SAMPLES_M];
    samples_draw(&samples, GLM_SQUARED, SAMPLES_M, 0, rng);
    samples.y[1] = samples.y[2] = 0;
    sag_init(&sag, &samples.glm, NULL, (struct sag_config){0.1, SAG_START_SEEN});
    sag_step(&sag, theta, 1);
    sag_step(&sag, theta, 1);
    sag_step(&sag, theta, 2);
    sag_step(&sag, theta, 0);
    for (size_t i = 0; i < SAMPLES_M; i++)
        seen[i] = sag.seen[i];
    trace_column(trace, "theta-after-slopes-of-0", SAMPLES_N, theta);
    trace_column(trace, "seen", SAMPLES_M, seen);
    trace_number(trace, "samples-seen", (double)sag.count);
    sag_free(&sag);
}

static void table(FILE *trace, struct rng *rng)
{
    record_centered(trace, rng);
    record_zero_slope(trace, rng);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    struct samples samples, before;
    struct glm glm[3], large = samples_large(2, DRIVER_LARGE);
    struct sag sag[3];
    struct samples_turn turn[3];
    struct driver_method method[3];
    samples_draw(&samples, GLM_LOGISTIC, SAMPLES_M, 0.1, rng);
    before = samples;
    glm[0] = glm[1] = samples.glm;
    glm[2] = large;
    for (size_t k = 0; k < 3; k++) {
        const real lr = k < 2 ? 0.1 : 1e-5;
        sag_init(&sag[k], &glm[k], NULL, (struct sag_config){.lr = lr});
        turn[k] = (struct samples_turn){stepper_of(&sag[k]), glm[k].m, 0};
        method[k] = (struct driver_method){&turn[k], samples_turn_step, {NULL}};
    }
    driver_contract(trace, rng, method, kept);
    samples_unchanged(trace, &samples, &before);
    for (size_t k = 0; k < 3; k++)
        sag_free(&sag[k]);
    samples_drop(&large);
}

const struct driver_case driver_cases[] = {
    {"logistic", logistic}, {"squared", squared}, {"centered", centered},
    {"schedule", schedule}, {"alone", alone},     {"descent", descent},
    {"many", many},         {"edges", edges},     {"table", table},
    {"contract", contract}, {NULL, NULL},
};
