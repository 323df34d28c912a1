/* zero_digits.c: a run that any number of processes make alike.
 *
 * Invariant: every process draws the same start and the same batches. */
#include "lab/zero_digits.h"
#include "lab/batches.h"
#include "lab/dataset.h"
#include "lab/layers.h"
#include "lab/rng.h"
#include "optim/cross_entropy.h"
#include "optim/zeros.h"

#include <stdlib.h>
#include <tgmath.h>

enum { BATCH = 32, SEED = 1, UNITS = 64 };

struct zero_net_config zero_digits_config(enum zero_stage stage)
{
    struct zero_net_config config = {.stage = stage,
                                     .layers = 3,
                                     .width = {64, UNITS, 32, 10},
                                     .rows = BATCH / ZERO_SLICES,
                                     .adam = adam_defaults()};
    config.adam.lr = (real)0.003;
    return config;
}

/* He's start, layer by layer: biases and what fills up are 0. */
static void draw_start(const struct zero_net_config *config, real *theta)
{
    struct rng rng = rng_seed(SEED);
    for (size_t l = 0; l < config->layers; l++) {
        const size_t in = config->width[l], out = config->width[l + 1];
        for (size_t i = 0; i < in * out; i++)
            theta[i] = (real)rng_normal(&rng) * sqrt((real)2 / (real)in);
        theta += ((in + 1) * out + ZERO_SLICES - 1) / ZERO_SLICES * ZERO_SLICES;
    }
}

/* FNV-1a over the bytes. */
static uint64_t hash_of(size_t n, const real *theta)
{
    const unsigned char *byte = (const unsigned char *)theta;
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < n * sizeof *theta; i++)
        hash = (hash ^ byte[i]) * 1099511628211u;
    return hash;
}

static double cost_of(const struct zero_net_config *config, const real *theta,
                      const struct dataset *data)
{
    double cost = 0;
    for (size_t i = 0; i < data->rows; i++) {
        real y[2][UNITS];
        const real *x = data->x + i * data->features, *w = theta;
        for (size_t l = 0; l < config->layers; l++) {
            const size_t in = config->width[l], out = config->width[l + 1];
            linear_forward(1, in, out, x, w, w + in * out, y[l % 2]);
            if (l + 1 < config->layers)
                relu_forward(out, y[l % 2], y[l % 2]);
            x = y[l % 2];
            w += ((in + 1) * out + ZERO_SLICES - 1) / ZERO_SLICES * ZERO_SLICES;
        }
        cost += (double)softmax_cross_entropy(config->width[config->layers], x,
                                              data->label[i], NULL);
    }
    return cost / (double)data->rows;
}

/* A run with what it needs at hand. */
struct run {
    struct zero_net_config config;
    struct dataset train, test;
    struct batches batches;
    struct zero_net net;
    real *theta, *x;
    size_t *label;
};

static enum descent_status prepare(struct run *run, struct collective *all)
{
    enum descent_status status = dataset_load(&run->train, &run->test, DIGITS_PATH,
                                              DIGITS_TRAIN, DIGITS_SEED, NULL);
    if (status)
        return status;
    run->theta = zeros(zero_net_n(&run->config));
    run->x = zeros(BATCH * run->train.features);
    run->label = calloc(BATCH, sizeof *run->label);
    if (!run->theta || !run->x || !run->label)
        return DESCENT_ENOMEM;
    draw_start(&run->config, run->theta);
    status = batches_init(&run->batches, run->train.rows, BATCH, SEED);
    return status ? status : zero_net_init(&run->net, all, &run->config, run->theta);
}

/* The next whole batch: what is left at the end of an epoch is left out. */
static void next_batch(struct run *run)
{
    const size_t *rows;
    while (batches_next(&run->batches, &rows) < BATCH)
        continue;
    dataset_gather(&run->train, BATCH, rows, run->x, run->label);
}

enum descent_status zero_digits(struct collective *all, enum zero_stage stage,
                                size_t steps, void (*tell)(size_t step),
                                struct zero_report *report)
{
    struct run run = {.config = zero_digits_config(stage)};
    enum descent_status status = prepare(&run, all);
    const double before = all->sent;
    for (size_t t = 1; !status && t <= steps; t++) {
        next_batch(&run);
        zero_net_step(&run.net, run.x, run.label);
        if (tell)
            tell(t);
    }
    const double sent = (all->sent - before) / (double)(steps ? steps : 1);
    if (!status) {
        zero_net_theta(&run.net, run.theta);
        *report = (struct zero_report){
            .n = run.net.n,
            .use = {run.net.kept_theta, run.net.kept_g, run.net.kept_state, sent},
            .cost = cost_of(&run.config, run.theta, &run.train),
            .bits = hash_of(run.net.n, run.theta)};
        zero_net_free(&run.net);
    }
    batches_free(&run.batches);
    dataset_free(&run.train);
    dataset_free(&run.test);
    free(run.theta);
    free(run.x);
    free(run.label);
    return status;
}
