/* cases_adam8.c: Adam of bytes in a valley, on given gradients with codes and scales,
 * with decay, rates that change, outliers, blocks of every length, NaN. */
#include "judge/driver.h"
#include "optim/adam8.h"
#include "optim/block_quant.h"

#include <math.h>
#include <string.h>

enum { T = 60, N = 11, BLOCK = 4, BLOCKS = 3, VALLEY = 150 };

/* Between 1 and 2 from 0, on either side. */
static real either_sign(struct rng *rng)
{
    const real sign = rng_below(rng, 2) ? 1 : -1;
    return sign * (real)(1 + rng_uniform(rng));
}

static struct adam8_config draw(struct rng *rng)
{
    struct adam8_config config = adam8_defaults();
    config.lr = (real)(0.02 + 0.05 * rng_uniform(rng));
    config.beta1 = (real)(0.8 + 0.15 * rng_uniform(rng));
    config.beta2 = (real)(0.97 + 0.029 * rng_uniform(rng));
    config.eps = (real)(0.01 + 0.05 * rng_uniform(rng));
    config.block = BLOCK;
    return config;
}

static void record_config(FILE *trace, const struct adam8_config *config)
{
    const real block = (real)config->block;
    trace_input(trace, "lr", 1, &config->lr);
    trace_input(trace, "beta1", 1, &config->beta1);
    trace_input(trace, "beta2", 1, &config->beta2);
    trace_input(trace, "eps", 1, &config->eps);
    trace_input(trace, "decay", 1, &config->decay);
    trace_input(trace, "block", 1, &block);
}

/* The two averages, as their codes say. */
static void record_state(FILE *trace, const struct adam8 *adam8)
{
    real m[N], v[N];
    const size_t n = adam8->n, block = adam8->config.block;
    block_dequantize(adam8->with_sign, n, block, adam8->m, adam8->m_scale, m);
    block_dequantize(adam8->without_sign, n, block, adam8->v, adam8->v_scale, v);
    trace_column(trace, "m-as-kept", n, m);
    trace_column(trace, "v-as-kept", n, v);
    trace_column(trace, "scales-of-m", quant_blocks(n, block), adam8->m_scale);
    trace_column(trace, "scales-of-v", quant_blocks(n, block), adam8->v_scale);
}

static void walk(FILE *trace, struct adam8_config config, const real *g, const real *lr,
                 struct rng *rng)
{
    struct adam8 adam8;
    real theta[N], path[T * N], t[T];
    for (size_t i = 0; i < N; i++)
        theta[i] = either_sign(rng);
    adam8_init(&adam8, N, config);
    for (size_t s = 0; s < T; s++) {
        if (lr)
            adam8.config.lr = lr[s];
        adam8_step(&adam8, theta, g + s * N);
        memcpy(path + s * N, theta, sizeof theta);
        t[s] = (real)(s + 1);
    }
    record_config(trace, &config);
    trace_input(trace, "t", T, t);
    trace_input(trace, "first-gradients", N, g);
    trace_matrix(trace, "theta", T, N, path);
    record_state(trace, &adam8);
    trace_number(trace, "steps-counted", (double)adam8.t);
    trace_number(trace, "beta1_power", adam8.beta1_power);
    trace_number(trace, "beta2_power", adam8.beta2_power);
    adam8_free(&adam8);
}

/* Of another size in each coordinate, by factors of up to a hundred in a block. */
static void noise(real *g, struct rng *rng)
{
    for (size_t i = 0; i < T * N; i++)
        g[i] = (real)(pow(10, (real)(i % N % 3) - 1) * (0.3 + rng_normal(rng)));
}

static void given(FILE *trace, struct rng *rng)
{
    real g[T * N];
    noise(g, rng);
    walk(trace, draw(rng), g, NULL, rng);
}

static void decay(FILE *trace, struct rng *rng)
{
    struct adam8_config config = draw(rng);
    real g[T * N];
    config.decay = (real)(0.3 + 0.5 * rng_uniform(rng));
    noise(g, rng);
    walk(trace, config, g, NULL, rng);
}

static void schedule(FILE *trace, struct rng *rng)
{
    struct adam8_config config = draw(rng);
    real g[T * N], lr[T];
    config.decay = (real)0.1;
    noise(g, rng);
    for (size_t t = 0; t < T; t++)
        lr[t] = config.lr * (real)(t < 10 ? t + 1 : T - t) / (t < 10 ? 10 : T);
    trace_input(trace, "rates", T, lr);
    walk(trace, config, g, lr, rng);
}

/* A gradient that is a thousand times as large as its neighbors, in one block. */
static void outlier(FILE *trace, struct rng *rng)
{
    struct adam8_config config = draw(rng);
    real g[T * N];
    for (size_t i = 0; i < T * N; i++)
        g[i] = (real)(0.1 * (0.5 + rng_normal(rng)) * (i % N == 5 ? 1000 : 1));
    config.eps = (real)1e-8;
    walk(trace, config, g, NULL, rng);
}

/* One parameter in the valley ½ h θ², which a plot can show. */
static void valley(FILE *trace, struct rng *rng)
{
    struct adam8_config config = adam8_defaults();
    struct adam8 adam8;
    const real h = (real)(1 + rng_uniform(rng));
    real theta = (real)(1 + 2 * rng_uniform(rng)), path[VALLEY], t[VALLEY];
    config.lr = (real)(0.08 + 0.04 * rng_uniform(rng));
    adam8_init(&adam8, 1, config);
    for (size_t s = 0; s < VALLEY; s++) {
        const real g = h * theta;
        adam8_step(&adam8, &theta, &g);
        path[s] = theta;
        t[s] = (real)(s + 1);
    }
    trace_input(trace, "curvature", 1, &h);
    trace_input(trace, "t", VALLEY, t);
    trace_column(trace, "theta", VALLEY, path);
    record_state(trace, &adam8);
    adam8_free(&adam8);
}

/* One step from 0 without ε: lr against the sign, whatever the codes can hold. */
static void first(FILE *trace, struct rng *rng)
{
    struct adam8_config config = draw(rng);
    struct adam8 adam8;
    real g[N], theta[N] = {0};
    config.eps = 0;
    for (size_t i = 0; i < N; i++)
        g[i] = (real)((i % 2 ? 1 : -1) * pow(10, 3 * rng_normal(rng)));
    adam8_init(&adam8, N, config);
    adam8_step(&adam8, theta, g);
    trace_input(trace, "lr", 1, &config.lr);
    trace_input(trace, "g", N, g);
    trace_column(trace, "theta-after-one-step", N, theta);
    record_state(trace, &adam8);
    adam8_free(&adam8);
}

/* Blocks of 1, of more than there is, and a last one of 1; no parameters. */
static void lengths(FILE *trace, struct rng *rng)
{
    static const size_t block[3] = {1, 5000, N - 1};
    static const char *const names[3] = {"theta-blocks-of-1", "theta-one-block",
                                         "theta-last-block-of-1"};
    real g[T * N];
    noise(g, rng);
    for (size_t k = 0; k < 3; k++) {
        struct adam8_config config = draw(rng);
        struct adam8 adam8;
        real theta[N] = {0};
        config.block = block[k];
        adam8_init(&adam8, N, config);
        for (size_t t = 0; t < T; t++)
            adam8_step(&adam8, theta, g + t * N);
        trace_column(trace, names[k], N, theta);
        adam8_free(&adam8);
    }
    struct adam8 none;
    adam8_init(&none, 0, adam8_defaults());
    adam8_step(&none, NULL, NULL);
    trace_number(trace, "steps-counted-for-0-parameters", (double)none.t);
    adam8_free(&none);
}

/* A NaN takes its block with it in the next step, and no other. */
static void spoiled(FILE *trace, struct rng *rng)
{
    struct adam8 adam8;
    real g[N], theta[N] = {0}, once[N];
    for (size_t i = 0; i < N; i++)
        g[i] = (real)rng_normal(rng);
    adam8_init(&adam8, N, draw(rng));
    adam8_step(&adam8, theta, g);
    g[5] = (real)NAN;
    adam8_step(&adam8, theta, g);
    memcpy(once, theta, sizeof theta);
    g[5] = 1;
    adam8_step(&adam8, theta, g);
    trace_column(trace, "theta-after-a-nan", N, once);
    trace_column(trace, "theta-one-step-later", N, theta);
    adam8_free(&adam8);
}

static void step_method(void *adam8, real *theta, const real *g)
{
    adam8_step(adam8, theta, g);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"beta1_power", "beta2_power", NULL};
    struct adam8_config config = draw(rng);
    struct adam8 one[3];
    struct driver_method method[3];
    config.block = 2;
    for (size_t k = 0; k < 3; k++) {
        driver_scramble(&one[k], sizeof one[k]);
        adam8_init(&one[k], k < 2 ? DRIVER_N : DRIVER_LARGE, config);
        method[k] = (struct driver_method){
            &one[k], step_method, {&one[k].beta1_power, &one[k].beta2_power}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        adam8_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"given", given},     {"decay", decay},     {"schedule", schedule},
    {"outlier", outlier}, {"valley", valley},   {"first", first},
    {"lengths", lengths}, {"spoiled", spoiled}, {"contract", contract},
    {NULL, NULL},
};
