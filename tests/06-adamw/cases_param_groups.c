/* cases_param_groups.c: two layers and a normalization, whose weights decay and whose
 * biases and gains do not. */
#include "judge/driver.h"
#include "optim/param_groups.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The first five tensors are those of a network; the last two are an empty one, and a
 * weight that stands alone. */
enum { T = 80, TENSORS = 7, ALL = 18 };

static const struct tensor network[TENSORS] = {
    {"weights of layer 1", TENSOR_WEIGHT, 6},
    {"biases of layer 1", TENSOR_BIAS, 2},
    {"gains", TENSOR_NORM, 2},
    {"weights of layer 2", TENSOR_WEIGHT, 4},
    {"bias of layer 2", TENSOR_BIAS, 1},
    {NULL, TENSOR_WEIGHT, 0},
    {"factor", TENSOR_WEIGHT, 3},
};

/* Tensors of one kind have one name here, so that mistakes can be told apart. */
static const char *const names[TENSORS] = {"weights-1", "biases-1", "gains", "weights-2",
                                           "bias-2",    "empty",    "factor"};

struct run {
    struct adamw_config config;
    struct param_group group[2];
    real start[ALL];
    real g[T * ALL];           /* given gradients */
    const real *lr, *schedule; /* of each step; NULL: as in config, and 1 */
    size_t changed_at;         /* then tensor 3 goes to group 1, and 1 to 0 */
};

static void draw(struct run *run, real noise, struct rng *rng)
{
    *run = (struct run){.config = adamw_defaults(), .changed_at = T};
    run->config.lr = 0.02 + 0.02 * rng_uniform(rng);
    run->group[0] = (struct param_group){.lr_scale = 1, .decay = 0.5 + rng_uniform(rng)};
    run->group[1] = (struct param_group){.lr_scale = 1, .decay = 0};
    for (size_t i = 0; i < ALL; i++)
        run->start[i] = rng_signed(rng, 1 + rng_uniform(rng));
    for (size_t i = 0; i < T * ALL; i++)
        run->g[i] = noise * (rng_normal(rng) + 0.2 * (real)(i % ALL));
}

/* Records θ after each of T steps; returns the steps counted by all optimizers that
 * have parameters. */
static size_t walk(const struct run *run, real *path)
{
    struct param_groups groups;
    real theta[ALL];
    size_t steps = 0;
    memcpy(theta, run->start, sizeof theta);
    if (param_groups_init(&groups, TENSORS, network, run->group, run->config))
        return 0;
    for (size_t t = 0; t < T; t++) {
        if (t == run->changed_at) {
            groups.group_of[3] = 1;
            groups.group_of[1] = 0;
        }
        if (run->lr)
            groups.lr = run->lr[t];
        if (run->schedule)
            groups.schedule = run->schedule[t];
        param_groups_step(&groups, theta, run->g + t * ALL);
        memcpy(path + t * ALL, theta, sizeof theta);
    }
    for (size_t k = 0; k < TENSORS; k++)
        steps += network[k].count ? groups.adamw[k].t : 0;
    param_groups_free(&groups);
    return steps;
}

/* Each tensor's share of a path, under its name. */
static void record_tensors(FILE *trace, const real *path)
{
    real part[T * ALL];
    size_t offset = 0;
    for (size_t k = 0; k < TENSORS; offset += network[k++].count) {
        const size_t count = network[k].count;
        for (size_t t = 0; t < T; t++)
            memcpy(part + t * count, path + t * ALL + offset, count * sizeof *part);
        if (count)
            trace_matrix(trace, names[k], T, count, part);
    }
}

static void record_run(FILE *trace, const struct run *run)
{
    real t[T];
    for (size_t i = 0; i < T; i++)
        t[i] = (real)(i + 1);
    trace_input(trace, "lr", 1, &run->config.lr);
    trace_input(trace, "decay", 1, &run->group[0].decay);
    trace_input(trace, "t", T, t);
    if (run->schedule)
        trace_input(trace, "schedule", T, run->schedule);
}

/* Tensors of kinds that only the seed knows. */
static void assign_mixed(FILE *trace, struct rng *rng)
{
    enum { MANY = 24 };
    struct tensor tensor[MANY];
    size_t group[MANY];
    real kinds[MANY], groups[MANY];
    for (size_t k = 0; k < MANY; k++) {
        tensor[k] = (struct tensor){NULL, (enum tensor_kind)rng_below(rng, 3), 1};
        kinds[k] = (real)tensor[k].kind;
    }
    param_groups_assign(MANY, tensor, group);
    for (size_t k = 0; k < MANY; k++)
        groups[k] = (real)group[k];
    trace_input(trace, "kind", MANY, kinds);
    trace_column(trace, "group-by-kind", MANY, groups);
}

static void assign(FILE *trace, struct rng *rng)
{
    static const enum tensor_kind kinds[3] = {TENSOR_WEIGHT, TENSOR_BIAS, TENSOR_NORM};
    static const char *const of[3] = {"group-of-weights", "group-of-biases",
                                      "group-of-norms"};
    enum { MANY = 12 };
    for (size_t kind = 0; kind < 3; kind++) {
        struct tensor tensor[MANY];
        size_t group[MANY + 1];
        real groups[MANY + 1];
        for (size_t k = 0; k < MANY; k++)
            tensor[k] = (struct tensor){NULL, kinds[kind], (size_t)rng_below(rng, 100)};
        for (size_t k = 0; k <= MANY; k++)
            group[k] = 99; /* the last one is not to be touched */
        param_groups_assign(MANY, tensor, group);
        for (size_t k = 0; k <= MANY; k++)
            groups[k] = (real)group[k];
        trace_column(trace, of[kind], MANY + 1, groups);
    }
    size_t mixed[TENSORS];
    real groups[TENSORS];
    param_groups_assign(TENSORS, network, mixed);
    for (size_t k = 0; k < TENSORS; k++)
        groups[k] = (real)mixed[k];
    trace_column(trace, "group-in-a-network", TENSORS, groups);
    assign_mixed(trace, rng);
}

/* The norm of all weights, and that of the rest, under small gradients. */
static void layers(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL], norms[T], others[T];
    draw(&run, 0.1, rng);
    walk(&run, path);
    for (size_t t = 0; t < T; t++) {
        real square = 0, other = 0;
        size_t i = t * ALL;
        for (size_t k = 0; k < TENSORS; k++)
            for (size_t c = 0; c < network[k].count; c++, i++)
                *(network[k].kind == TENSOR_WEIGHT ? &square : &other) +=
                    path[i] * path[i];
        norms[t] = sqrt(square);
        others[t] = sqrt(other);
    }
    record_run(trace, &run);
    trace_column(trace, "norms", T, norms);
    trace_column(trace, "norms-of-the-rest", T, others);
}

static void step(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, 1, rng);
    size_t steps = walk(&run, path);
    record_run(trace, &run);
    record_tensors(trace, path);
    trace_number(trace, "steps-counted-by-all", (double)steps);
}

/* No gradient anywhere; the biases stay. */
static void no_gradient(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, 0, rng);
    walk(&run, path);
    record_run(trace, &run);
    trace_input(trace, "start", ALL, run.start);
    trace_matrix(trace, "theta", T, ALL, path);
}

/* A learning rate of its own for each group, and a decay for both; with DECAY_INDEPENDENT
 * in the end, where the decay does not ask for the learning rate. */
static void scales(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, 1, rng);
    run.group[0].lr_scale = 0.2 + 0.3 * rng_uniform(rng);
    run.group[1] = (struct param_group){.lr_scale = 2 + rng_uniform(rng), .decay = 0.1};
    record_run(trace, &run);
    trace_input(trace, "lr-scale-of-group-0", 1, &run.group[0].lr_scale);
    trace_input(trace, "lr-scale-of-group-1", 1, &run.group[1].lr_scale);
    walk(&run, path);
    record_tensors(trace, path);
    run.config.decoupling = DECAY_INDEPENDENT;
    run.config.lr /= 10;
    run.group[0].decay /= 100;
    walk(&run, path);
    trace_matrix(trace, "decay-alone", T, ALL, path);
}

/* Group 0 frozen by a scale of 0, from which one tensor is freed half-way. */
static void frozen(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, 1, rng);
    run.group[0].lr_scale = 0;
    run.changed_at = T / 2;
    walk(&run, path);
    record_run(trace, &run);
    record_tensors(trace, path);
}

/* The multiplier goes up and down; then the learning rate changes as well. */
static void schedules(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL], schedule[T], lr[T];
    draw(&run, 1, rng);
    for (size_t t = 0; t < T; t++) {
        schedule[t] = t < 10 ? (real)(t + 1) / 10 : (real)(T - t) / (T - 9);
        lr[t] = run.config.lr / (real)(1 + t / 20);
    }
    run.schedule = schedule;
    record_run(trace, &run);
    walk(&run, path);
    trace_matrix(trace, "scheduled", T, ALL, path);
    const real decay = run.group[0].decay;
    run.config.decoupling = DECAY_INDEPENDENT;
    run.group[0].decay = 0.01;
    walk(&run, path);
    trace_matrix(trace, "scheduled-decay-alone", T, ALL, path);
    run.config.decoupling = DECAY_TIMES_LR;
    run.group[0].decay = decay;
    run.schedule = NULL;
    run.lr = lr;
    walk(&run, path);
    trace_matrix(trace, "with-a-new-lr", T, ALL, path);
}

/* The caller moves two tensors to the other group half-way. */
static void moved(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, 1, rng);
    run.changed_at = T / 2;
    walk(&run, path);
    record_run(trace, &run);
    record_tensors(trace, path);
}

/* A single tensor with a single parameter, a huge gradient, none, and NaN. */
static void single(FILE *trace, struct rng *rng)
{
    static const struct tensor tensor = {"one", TENSOR_BIAS, 1};
    enum { STEPS = 4 };
    const real g[STEPS] = {1e150 * (1 + rng_uniform(rng)), 0, 1e-150, (real)NAN};
    const struct param_group group[2] = {{1, 0.1}, {1, 0}};
    struct param_groups groups;
    real theta = 1, path[STEPS];
    if (param_groups_init(&groups, 1, &tensor, group, adamw_defaults()))
        return;
    for (size_t t = 0; t < STEPS; t++) {
        param_groups_step(&groups, &theta, &g[t]);
        path[t] = theta;
    }
    param_groups_free(&groups);
    trace_input(trace, "gradient", STEPS, g);
    trace_column(trace, "theta", STEPS, path);
}

static void step_method(void *groups, real *theta, const real *g)
{
    param_groups_step(groups, theta, g);
}

/* What every header promises of a step. */
static void contract(FILE *trace, struct rng *rng)
{
    static const char *const kept[] = {"lr", "schedule", NULL};
    static const struct tensor small[2] = {{NULL, TENSOR_WEIGHT, 2},
                                           {NULL, TENSOR_BIAS, DRIVER_N - 2}};
    static const struct tensor large[2] = {{NULL, TENSOR_BIAS, 40000},
                                           {NULL, TENSOR_WEIGHT, DRIVER_LARGE - 40000}};
    static const struct param_group group[2] = {{0.5, 0.1}, {2, 0.05}};
    struct adamw_config config = adamw_defaults();
    struct param_groups one[3];
    struct driver_method method[3];
    config.lr = 0.02 + 0.02 * rng_uniform(rng);
    for (size_t k = 0; k < 3; k++) {
        if (param_groups_init(&one[k], 2, k < 2 ? small : large, group, config))
            abort();
        one[k].schedule = 0.5;
        method[k] =
            (struct driver_method){&one[k], step_method, {&one[k].lr, &one[k].schedule}};
    }
    driver_contract(trace, rng, method, kept);
    for (size_t k = 0; k < 3; k++)
        param_groups_free(&one[k]);
}

const struct driver_case driver_cases[] = {
    {"assign", assign},           {"layers", layers}, {"step", step},
    {"no-gradient", no_gradient}, {"scales", scales}, {"frozen", frozen},
    {"schedules", schedules},     {"moved", moved},   {"contract", contract},
    {"single", single},           {NULL, NULL},
};
