/* cases_svrg.c: SVRG on bowls that note what they are asked, from one state with each
 * sample, on one sample, down to an optimum, and where it must refuse. */
#include "optim/svrg.h"
#include "samples.h"

enum { M = SAMPLES_M, N = SAMPLES_N, T = SAMPLES_STEPS, INNER = 5 };

/* f_i(θ) = ½ Σ_j h_ij (θ_j - c_ij)² + ¼ (θ_0 - c_i0)⁴, and a note of each call. */
struct bowls {
    real h[M][N], c[M][N];
    size_t m, asked_first, asked_second, samples, means;
};

static void bowls_draw(struct bowls *bowls, size_t m, struct rng *rng)
{
    *bowls = (struct bowls){.m = m};
    for (size_t i = 0; i < M; i++)
        for (size_t j = 0; j < N; j++) {
            bowls->h[i][j] = 0.5 + rng_uniform(rng);
            bowls->c[i][j] = 0.5 * rng_normal(rng);
        }
}

static void add_bowl(const struct bowls *bowls, size_t i, const real *theta, real share,
                     real *g)
{
    for (size_t j = 0; j < N; j++) {
        real off = theta[j] - bowls->c[i][j];
        g[j] += share * (bowls->h[i][j] * off + (j == 0 ? off * off * off : 0));
    }
}

static void bowls_sample(const struct finite_sum *self, size_t i, const real *theta,
                         real *g)
{
    struct bowls *bowls = (struct bowls *)self->data;
    *(bowls->samples++ ? &bowls->asked_second : &bowls->asked_first) = i;
    memset(g, 0, N * sizeof *g);
    add_bowl(bowls, i, theta, 1, g);
}

static void bowls_mean(const struct finite_sum *self, const real *theta, real *g)
{
    struct bowls *bowls = (struct bowls *)self->data;
    bowls->means++;
    memset(g, 0, N * sizeof *g);
    for (size_t i = 0; i < bowls->m; i++)
        add_bowl(bowls, i, theta, 1 / (real)bowls->m, g);
}

static struct finite_sum bowls_sum(struct bowls *bowls)
{
    return (struct finite_sum){N, bowls->m, bowls_sample, bowls_mean, bowls};
}

/* What is noted of each step of a walk. */
struct notes {
    real theta[T][N], snapshot[T][N], full[T][N], gradient[T][N];
    real sample[T], weight[T], lr[T], first[T], second[T], samples[T], means[T];
};

static void note_step(struct notes *notes, size_t t, struct svrg *svrg,
                      struct bowls *bowls, real *theta)
{
    struct bowls silent = *bowls;
    struct finite_sum sum = bowls_sum(&silent);
    bowls_mean(&sum, theta, notes->gradient[t]);
    bowls->samples = bowls->means = 0;
    svrg->config.lr = notes->lr[t];
    svrg_step(svrg, theta, (size_t)notes->sample[t], notes->weight[t]);
    memcpy(notes->theta[t], theta, sizeof notes->theta[t]);
    memcpy(notes->snapshot[t], svrg->snapshot, sizeof notes->snapshot[t]);
    memcpy(notes->full[t], svrg->full, sizeof notes->full[t]);
    notes->first[t] = (real)bowls->asked_first;
    notes->second[t] = (real)bowls->asked_second;
    notes->samples[t] = (real)bowls->samples;
    notes->means[t] = (real)bowls->means;
}

/* How a walk differs from the plainest one. */
struct how {
    size_t m, inner;
    bool falling, weighted;
};

static void record(FILE *trace, struct how how, struct rng *rng)
{
    static struct notes notes;
    struct bowls bowls;
    struct svrg svrg;
    real theta[N], rate = 0.05 + 0.1 * rng_uniform(rng), inner;
    bowls_draw(&bowls, how.m, rng);
    struct finite_sum sum = bowls_sum(&bowls);
    svrg_init(&svrg, &sum, (struct svrg_config){rate, how.inner});
    inner = (real)svrg.config.inner;
    for (size_t j = 0; j < N; j++)
        theta[j] = 1 + rng_uniform(rng);
    trace_input(trace, "start", N, theta);
    trace_input(trace, "inner", 1, &inner);
    for (size_t t = 0; t < T; t++) {
        notes.sample[t] = (real)rng_below(rng, how.m);
        notes.weight[t] = how.weighted ? 0.5 + rng_uniform(rng) : 1;
        notes.lr[t] = how.falling ? rate / (real)(1 << t / 12) : rate;
        note_step(&notes, t, &svrg, &bowls, theta);
    }
    trace_input(trace, "lr", T, notes.lr);
    trace_input(trace, "sample", T, notes.sample);
    trace_input(trace, "weight", T, notes.weight);
    trace_matrix(trace, "theta", T, N, notes.theta[0]);
    trace_matrix(trace, "snapshot", T, N, notes.snapshot[0]);
    trace_matrix(trace, "gradient-of-the-snapshot", T, N, notes.full[0]);
    trace_matrix(trace, "gradient-at-theta-before", T, N, notes.gradient[0]);
    trace_column(trace, "first-sample-asked", T, notes.first);
    trace_column(trace, "second-sample-asked", T, notes.second);
    trace_column(trace, "samples-asked", T, notes.samples);
    trace_column(trace, "means-asked", T, notes.means);
    trace_number(trace, "steps-counted", (double)svrg.t);
    svrg_free(&svrg);
}

static void bowls(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){M, INNER, false, false}, rng);
}

static void usual(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){M, 0, false, false}, rng);
}

static void weights(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){M, INNER, false, true}, rng);
}

static void schedule(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){M, INNER, true, false}, rng);
}

static void always(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){M, 1, false, false}, rng);
}

static void alone(FILE *trace, struct rng *rng)
{
    record(trace, (struct how){1, INNER, false, false}, rng);
}

/* Four steps, the same each time, and then one with sample i: how far that one goes. */
static void step_with(struct bowls *bowls, size_t i, real weight, real *before,
                      real *moved)
{
    struct finite_sum sum = bowls_sum(bowls);
    struct svrg svrg;
    real theta[N] = {1, -1, 0.5};
    svrg_init(&svrg, &sum, (struct svrg_config){0.1, 9});
    for (size_t t = 0; t < 4; t++)
        svrg_step(&svrg, theta, t, 1);
    memcpy(before, theta, sizeof theta);
    svrg_step(&svrg, theta, i, weight);
    for (size_t j = 0; j < N; j++)
        moved[j] = (before[j] - theta[j]) / svrg.config.lr;
    svrg_free(&svrg);
}

/* The steps that each of the samples would make, and how likely each is. */
static void unbiased(FILE *trace, struct rng *rng)
{
    struct bowls bowls;
    real before[N], moved[M][N], share[M], gradient[N], sum = 0;
    bowls_draw(&bowls, M, rng);
    for (size_t i = 0; i < M; i++)
        sum += share[i] = 0.2 + rng_uniform(rng);
    for (size_t i = 0; i < M; i++) {
        share[i] /= sum;
        step_with(&bowls, i, 1 / (M * share[i]), before, moved[i]);
    }
    struct finite_sum all = bowls_sum(&bowls);
    bowls_mean(&all, before, gradient);
    trace_input(trace, "probability", M, share);
    trace_matrix(trace, "step-over-lr", M, N, moved[0]);
    trace_column(trace, "gradient", N, gradient);
}

static enum descent_status step(void *svrg, real *theta, size_t i, real weight)
{
    return svrg_step(svrg, theta, i, weight);
}

static void descent(FILE *trace, struct rng *rng)
{
    struct sums sums;
    struct svrg svrg;
    samples_sums(&sums, rng);
    struct finite_sum sum = glm_sum(&sums.glm);
    svrg_init(&svrg, &sum, (struct svrg_config){.lr = 1 / (2 * sums.L)});
    struct stepper stepper = {&svrg, step, &svrg.config.lr};
    samples_descend(trace, &sums, &stepper, rng);
    svrg_free(&svrg);
    sums_free(&sums);
}

/* Steps that must be refused, between two that must not. */
static void edges(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, start[] = {0.5, -0.5, 1}, huge[] = {1e200, 1, 1};
    const real other[] = {0.25, 1, -1};
    struct bowls bowls;
    struct svrg svrg;
    bowls_draw(&bowls, M, rng);
    struct finite_sum sum = bowls_sum(&bowls);
    svrg_init(&svrg, &sum, (struct svrg_config){0.1, 3});
    struct stepper stepper = {&svrg, step, &svrg.config.lr};
    samples_refuse(trace, "of-a-good-step", &stepper, start, 0, 1);
    bowls.samples = bowls.means = 0;
    samples_refuse(trace, "of-a-sample-beyond-the-last", &stepper, start, M, 1);
    samples_refuse(trace, "with-weight-0", &stepper, start, 1, 0);
    samples_refuse(trace, "with-a-negative-weight", &stepper, start, 1, -1);
    samples_refuse(trace, "with-an-infinite-weight", &stepper, start, 1, (real)INFINITY);
    samples_refuse(trace, "with-weight-nan", &stepper, start, 1, nan);
    trace_number(trace, "calls-in-refusals", (double)(bowls.samples + bowls.means));
    samples_refuse(trace, "with-huge-parameters", &stepper, huge, 2, 1);
    bowls.c[3][2] = nan;
    samples_refuse(trace, "with-nan-in-the-sample", &stepper, start, 3, 1);
    trace_number(trace, "steps-after-refusals", (double)svrg.t);
    samples_refuse(trace, "of-the-next-good-step", &stepper, start, 1, 2);
    samples_refuse(trace, "with-weight-1e200", &stepper, other, 1, 1e200);
    samples_refuse(trace, "with-weight-1e-200", &stepper, start, 4, 1e-200);
    trace_number(trace, "steps-counted", (double)svrg.t);
    svrg_free(&svrg);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {NULL};
    struct samples samples, before;
    struct glm glm[3], large = samples_large(2, DRIVER_LARGE);
    struct finite_sum sum[3];
    struct svrg svrg[3];
    struct samples_turn turn[3];
    struct driver_method method[3];
    samples_draw(&samples, GLM_LOGISTIC, M, 0.1, rng);
    before = samples;
    glm[0] = glm[1] = samples.glm;
    glm[2] = large;
    for (size_t k = 0; k < 3; k++) {
        sum[k] = glm_sum(&glm[k]);
        svrg_init(&svrg[k], &sum[k], (struct svrg_config){k < 2 ? 0.1 : 1e-5, 3});
        struct stepper stepper = {&svrg[k], step, &svrg[k].config.lr};
        turn[k] = (struct samples_turn){stepper, glm[k].m, 0};
        method[k] = (struct driver_method){&turn[k], samples_turn_step, {NULL}};
    }
    driver_contract(trace, rng, method, kept);
    samples_unchanged(trace, &samples, &before);
    for (size_t k = 0; k < 3; k++)
        svrg_free(&svrg[k]);
    samples_drop(&large);
}

const struct driver_case driver_cases[] = {
    {"bowls", bowls},       {"usual", usual},     {"weights", weights},
    {"schedule", schedule}, {"always", always},   {"alone", alone},
    {"unbiased", unbiased}, {"descent", descent}, {"edges", edges},
    {"contract", contract}, {NULL, NULL},
};
