/* cases_focal.c: focal losses and gradients, for logits of any size, and weights. */
#include "draw.h"
#include "optim/focal.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { SETS = 20, K = 4, SWEEP = 99, MANY = 100000 };

struct sets {
    real z[SETS][K], label[SETS], gamma[SETS];
};

static void draw_sets(struct sets *sets, real spread, struct rng *rng)
{
    static const real gammas[] = {0, 0.5, 1, 2, 5};
    draw(SETS * K, sets->z[0], 0, spread, rng);
    for (size_t s = 0; s < SETS; s++) {
        sets->label[s] = (real)rng_below(rng, K);
        sets->gamma[s] = gammas[s % 5] * (s < 10 ? 1 : 0.5 + rng_uniform(rng));
    }
}

static void record_inputs(FILE *trace, const struct sets *sets)
{
    static const char *const names[K] = {"z0", "z1", "z2", "z3"};
    for (size_t i = 0; i < K; i++) {
        real column[SETS];
        for (size_t s = 0; s < SETS; s++)
            column[s] = sets->z[s][i];
        trace_input(trace, names[i], SETS, column);
    }
    trace_input(trace, "label", SETS, sets->label);
    trace_input(trace, "gamma", SETS, sets->gamma);
}

static void record(FILE *trace, const struct sets *sets, const real *alpha)
{
    real loss[SETS], dz[SETS][K];
    for (size_t s = 0; s < SETS; s++)
        loss[s] = focal_loss(K, sets->z[s], (size_t)sets->label[s], sets->gamma[s], alpha,
                             dz[s]);
    record_inputs(trace, sets);
    trace_column(trace, "loss", SETS, loss);
    trace_matrix(trace, "dz", SETS, K, dz[0]);
}

static void plain(FILE *trace, struct rng *rng)
{
    struct sets sets;
    draw_sets(&sets, 2, rng);
    record(trace, &sets, NULL);
}

static void weighted(FILE *trace, struct rng *rng)
{
    struct sets sets;
    real alpha[K] = {0};
    draw_sets(&sets, 2, rng);
    for (size_t i = 1; i < K; i++)
        alpha[i] = 3 * rng_uniform(rng);
    trace_input(trace, "alpha", K, alpha);
    record(trace, &sets, alpha);
}

/* Logits up to ±10,000: the true class far above the others, far below, or level. */
static void large(FILE *trace, struct rng *rng)
{
    struct sets sets;
    draw_sets(&sets, 2, rng);
    for (size_t s = 0; s < SETS; s++) {
        const real size = s < 4 ? 1e4 : 20 * pow(1.35, (real)s);
        const size_t label = (size_t)sets.label[s];
        for (size_t i = 0; i < K; i++)
            sets.z[s][i] += s % 4 == 3 ? size : 0;
        sets.z[s][label] += s % 4 == 3 ? 0 : s % 4 == 0 ? -size : size;
    }
    record(trace, &sets, NULL);
}

struct sample {
    real z[K];
    size_t label;
    real gamma;
};

static real loss_of(const void *context)
{
    const struct sample *sample = context;
    return focal_loss(K, sample->z, sample->label, sample->gamma, NULL, NULL);
}

static void differences(FILE *trace, struct rng *rng)
{
    static const real gammas[] = {0.5, 1, 2, 5};
    real dz[4][K], quotient[4][K];
    for (size_t s = 0; s < 4; s++) {
        struct sample sample = {.label = s, .gamma = gammas[s]};
        draw(K, sample.z, 0, 1.5, rng);
        focal_loss(K, sample.z, s, gammas[s], NULL, dz[s]);
        quotients(K, sample.z, loss_of, &sample, quotient[s]);
    }
    trace_matrix(trace, "dz-by-differences", 4, K, quotient[0]);
    trace_matrix(trace, "dz-of-four", 4, K, dz[0]);
}

/* One class; equal logits; many classes; const inputs. */
static void edges(FILE *trace, struct rng *rng)
{
    const real some = 100 * rng_normal(rng), equal[K] = {some, some, some, some};
    real dz[K];
    trace_input(trace, "some", 1, &some);
    trace_number(trace, "loss-of-one-class", focal_loss(1, &some, 0, 2, NULL, dz));
    trace_column(trace, "dz-of-one-class", 1, dz);
    trace_number(trace, "loss-of-one-class-gamma-0",
                 focal_loss(1, &some, 0, 0, NULL, dz));
    trace_number(trace, "loss-of-equal", focal_loss(K, equal, 2, 2, NULL, dz));
    trace_column(trace, "dz-of-equal", K, dz);
    real *z = room(3 * MANY), *slope = z + MANY, *given = slope + MANY;
    draw(MANY, z, 0, 1, rng);
    memcpy(given, z, MANY * sizeof *z);
    const size_t before = driver_allocations();
    trace_number(trace, "loss-of-100000-classes", focal_loss(MANY, z, 5, 2, NULL, slope));
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_number(trace, "dz-of-the-true-one", slope[5]);
    trace_number(trace, "dz-of-the-last-one", slope[MANY - 1]);
    trace_number(trace, "logits-overwritten", (double)driver_overwritten(MANY, z, given));
    free(z);
}

static void invalid(FILE *trace, struct rng *rng)
{
    enum { POINTS = 12 };
    const real inf = (real)INFINITY, nan = (real)NAN, some = rng_normal(rng);
    real z0[POINTS], z2[POINTS], gamma[POINTS], alpha[3][POINTS];
    real label[POINTS] = {1, 1, 1, 3, (real)UINT32_MAX, 1, 1, 1, 1, 1, 1, 1};
    real dz[POINTS][3] = {{0}}, loss[POINTS];
    for (size_t i = 0; i < POINTS; i++) {
        z0[i] = i == 0 ? nan : i == 2 ? -inf : some;
        z2[i] = i == 1 ? inf : 1;
        gamma[i] = i == 5 ? -0.5 : i == 6 ? nan : i == 7 ? inf : 2;
        alpha[0][i] = i == 11 ? -1 : 1;
        alpha[1][i] = i == 8 ? -1 : i == 9 ? nan : i == 10 ? inf : 1;
        alpha[2][i] = i == 11 ? nan : 1;
        const real z[3] = {z0[i], 0, z2[i]};
        const real weight[3] = {alpha[0][i], alpha[1][i], alpha[2][i]};
        const size_t c = i == 4 ? UINT32_MAX : (size_t)label[i];
        loss[i] = focal_loss(3, z, c, gamma[i], i < 8 ? NULL : weight, dz[i]);
    }
    trace_input(trace, "z0", POINTS, z0);
    trace_input(trace, "z2", POINTS, z2);
    trace_input(trace, "label", POINTS, label);
    trace_input(trace, "gamma", POINTS, gamma);
    trace_input(trace, "alpha0", POINTS, alpha[0]);
    trace_input(trace, "alpha1", POINTS, alpha[1]);
    trace_input(trace, "alpha2", POINTS, alpha[2]);
    trace_rough(trace, "loss-of-none", POINTS, loss);
    trace_rough(trace, "dz-of-none", POINTS * 3, dz[0]);
    trace_number(trace, "loss-of-no-class", focal_loss(0, NULL, 0, 2, NULL, NULL));
}

static void balance(FILE *trace, struct rng *rng)
{
    enum { CLASSES = 6 };
    size_t count[CLASSES];
    real shown[CLASSES], alpha[CLASSES], single, none[2] = {5, 5};
    for (size_t i = 0; i < CLASSES; i++) {
        count[i] = i == 2 ? 0 : (size_t)(1 + rng_below(rng, 1000));
        shown[i] = (real)count[i];
    }
    balanced_weights(CLASSES, count, alpha);
    trace_input(trace, "count", CLASSES, shown);
    trace_column(trace, "alpha", CLASSES, alpha);
    balanced_weights(1, &(size_t){7}, &single);
    balanced_weights(2, (const size_t[]){0, 0}, none);
    balanced_weights(0, NULL, NULL);
    trace_number(trace, "alpha-of-the-only-class", single);
    trace_column(trace, "alpha-without-samples", 2, none);
    const size_t huge[2] = {(size_t)1 << 31, 1};
    balanced_weights(2, huge, none);
    trace_column(trace, "alpha-of-2-to-the-31-and-1", 2, none);
}

/* For the plot: the loss of two classes against the probability of the true one. */
static void sweep(FILE *trace, struct rng *rng)
{
    real p[SWEEP], loss[SWEEP];
    const real gamma = 1 + 2 * rng_uniform(rng);
    for (size_t i = 0; i < SWEEP; i++) {
        p[i] = 0.01 * (real)(i + 1);
        const real z[2] = {0, log(p[i] / (1 - p[i]))};
        loss[i] = focal_loss(2, z, 1, gamma, NULL, NULL);
    }
    trace_input(trace, "gamma", 1, &gamma);
    trace_input(trace, "p", SWEEP, p);
    trace_column(trace, "loss", SWEEP, loss);
}

const struct driver_case driver_cases[] = {
    {"plain", plain},     {"weighted", weighted},
    {"large", large},     {"differences", differences},
    {"edges", edges},     {"invalid", invalid},
    {"balance", balance}, {"sweep", sweep},
    {NULL, NULL},
};
