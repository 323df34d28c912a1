/* cases_muon_groups.c: a network of three layers, whose middle goes to Muon and the rest
 * to AdamW; which tensor goes where; the learning rates of the two scales. */
#include "matrices.h"
#include "optim/muon_groups.h"

enum { T = 20, TENSORS = 9, ALL = 58, MANY = 10, SHAPES = 6 };

static const struct shaped_tensor network[TENSORS] = {
    {"weights of layer 1", TENSOR_WEIGHT, PLACE_INPUT, 4, 3},
    {"weights of layer 2", TENSOR_WEIGHT, PLACE_HIDDEN, 5, 4},
    {"weights of layer 3", TENSOR_WEIGHT, PLACE_OUTPUT, 2, 5},
    {"biases of layer 1", TENSOR_BIAS, PLACE_HIDDEN, 4, 1},
    {NULL, TENSOR_WEIGHT, PLACE_HIDDEN, 0, 4},
    {"biases of layer 2", TENSOR_BIAS, PLACE_HIDDEN, 1, 2},
    {"factors", TENSOR_WEIGHT, PLACE_HIDDEN, 1, 4},
    {"gains", TENSOR_NORM, PLACE_HIDDEN, 1, 2},
    {"one more hidden layer", TENSOR_WEIGHT, PLACE_HIDDEN, 2, 2},
};

/* In the trace. */
static const char *const names[TENSORS] = {"weights-1", "weights-2", "weights-3",
                                           "biases-1",  "empty",     "biases-2",
                                           "factors",   "gains",     "weights-4"};

struct run {
    struct muon_config muon;
    struct adamw_config adamw;
    real start[ALL];
    real g[T * ALL];
    const real *muon_lr, *adamw_lr, *schedule; /* of each step, or NULL */
    real status[T];
};

static void draw(struct run *run, struct rng *rng)
{
    *run = (struct run){.muon = muon_defaults(), .adamw = adamw_defaults()};
    run->muon.lr = 0.05 + 0.05 * rng_uniform(rng);
    run->muon.decay = 0.9; /* not to be used */
    run->adamw.lr = 0.01 + 0.01 * rng_uniform(rng);
    run->adamw.decay = 0.5 + rng_uniform(rng);
    draw_matrix(ALL, run->start, rng);
    draw_matrix(T * ALL, run->g, rng);
}

/* Records θ after each of T steps; returns the steps counted by all that have
 * parameters. */
static size_t walk(struct run *run, real *path)
{
    struct muon_groups groups;
    real theta[ALL];
    size_t steps = 0;
    driver_scramble(&groups, sizeof groups);
    memcpy(theta, run->start, sizeof theta);
    if (muon_groups_init(&groups, TENSORS, network, run->muon, run->adamw))
        abort();
    for (size_t t = 0; t < T; t++) {
        if (run->muon_lr)
            groups.muon_lr = run->muon_lr[t];
        if (run->adamw_lr)
            groups.adamw_lr = run->adamw_lr[t];
        if (run->schedule)
            groups.schedule = run->schedule[t];
        run->status[t] = (real)muon_groups_step(&groups, theta, run->g + t * ALL);
        memcpy(path + t * ALL, theta, sizeof theta);
    }
    for (size_t k = 0; k < TENSORS; k++)
        if (network[k].rows)
            steps += groups.muon[k].t + groups.adamw[k].t;
    muon_groups_free(&groups);
    return steps;
}

/* Each tensor's share of a path, under its name. */
static void record_tensors(FILE *trace, const real *path)
{
    real part[T * ALL];
    size_t offset = 0;
    for (size_t k = 0; k < TENSORS; k++) {
        const size_t count = network[k].rows * network[k].cols;
        for (size_t t = 0; t < T; t++)
            memcpy(part + t * count, path + t * ALL + offset, count * sizeof *part);
        if (count)
            trace_matrix(trace, names[k], T, count, part);
        offset += count;
    }
}

static void record_run(FILE *trace, const struct run *run)
{
    trace_input(trace, "muon-lr", 1, &run->muon.lr);
    trace_input(trace, "adamw-lr", 1, &run->adamw.lr);
    trace_input(trace, "decay", 1, &run->adamw.decay);
}

static void record_routes(FILE *trace, const char *name, size_t count,
                          const struct shaped_tensor *tensor)
{
    enum muon_route route[MANY];
    real values[MANY];
    muon_groups_assign(count, tensor, route);
    for (size_t k = 0; k < count; k++)
        values[k] = (real)route[k];
    trace_enum(trace, name, count, values, "ROUTE_MUON ROUTE_ADAMW");
}

/* All kinds in all places, and the network. */
static void assign(FILE *trace, struct rng *rng)
{
    static const char *const of[3] = {"hidden-weights", "input-weights",
                                      "output-weights"};
    struct shaped_tensor tensor[MANY];
    for (int place = 0; place < 3; place++) {
        for (size_t k = 0; k < MANY; k++) {
            const size_t rows = 2 + rng_below(rng, 50), cols = 2 + rng_below(rng, 50);
            tensor[k] = (struct shaped_tensor){NULL, TENSOR_WEIGHT,
                                               (enum tensor_place)place, rows, cols};
        }
        record_routes(trace, of[place], MANY, tensor);
    }
    for (size_t k = 0; k < MANY; k++)
        tensor[k] = (struct shaped_tensor){NULL, k % 2 ? TENSOR_BIAS : TENSOR_NORM,
                                           PLACE_HIDDEN, 2 + k, 7};
    record_routes(trace, "hidden-biases-and-norms", MANY, tensor);
    for (size_t k = 0; k < MANY; k++)
        tensor[k] = (struct shaped_tensor){NULL, TENSOR_WEIGHT, PLACE_HIDDEN,
                                           k % 2 ? k : 1, k % 2 ? 1 : k};
    record_routes(trace, "hidden-rows-and-columns", MANY, tensor);
    record_routes(trace, "a-network", TENSORS, network);
    for (size_t k = 0; k < MANY; k++) {
        const size_t rows = 1 + rng_below(rng, 3), cols = 1 + rng_below(rng, 3);
        const enum tensor_kind kind = rng_below(rng, 4) ? TENSOR_WEIGHT : TENSOR_NORM;
        tensor[k] = (struct shaped_tensor){
            NULL, kind, rng_below(rng, 3) ? PLACE_HIDDEN : PLACE_OUTPUT, rows, cols};
    }
    record_routes(trace, "mixed", MANY, tensor);
}

/* The norms of what goes to Muon and of the rest, without decay. */
static void layers(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL], norms[T], others[T], t[T];
    draw(&run, rng);
    run.adamw.decay = 0;
    walk(&run, path);
    for (size_t k = 0; k < T; k++) {
        real sum = 0, rest = 0;
        for (size_t i = 0; i < ALL; i++) {
            const bool muon = (i >= 12 && i < 32) || i >= ALL - 4;
            *(muon ? &sum : &rest) += path[k * ALL + i] * path[k * ALL + i];
        }
        norms[k] = sqrt(sum);
        others[k] = sqrt(rest);
        t[k] = (real)(k + 1);
    }
    record_run(trace, &run);
    trace_input(trace, "t", T, t);
    trace_column(trace, "norms", T, norms);
    trace_column(trace, "norms-of-the-rest", T, others);
}

static void step(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, rng);
    const size_t steps = walk(&run, path);
    record_run(trace, &run);
    record_tensors(trace, path);
    trace_column(trace, "status", T, run.status);
    trace_number(trace, "steps-counted-by-all", (double)steps);
}

/* No gradient anywhere: weights decay, by both methods; the rest stays. */
static void no_gradient(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, rng);
    fill(T * ALL, run.g, 0);
    walk(&run, path);
    record_run(trace, &run);
    record_tensors(trace, path);
}

/* Learning rates and the multiplier change between steps. */
static void schedules(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL], muon_lr[T], adamw_lr[T], schedule[T];
    draw(&run, rng);
    for (size_t t = 0; t < T; t++) {
        muon_lr[t] = run.muon.lr / (real)(1 + t / 5);
        adamw_lr[t] = run.adamw.lr * (real)(1 + t % 3);
        schedule[t] = (real)(t < 5 ? t + 1 : T - t) / 5;
    }
    run.schedule = schedule;
    record_run(trace, &run);
    trace_input(trace, "schedule", T, schedule);
    walk(&run, path);
    trace_matrix(trace, "theta-scheduled", T, ALL, path);
    run.muon_lr = muon_lr;
    run.adamw_lr = adamw_lr;
    walk(&run, path);
    record_tensors(trace, path);
}

/* The learning rate of the other convention, and back. */
static void convert(FILE *trace, struct rng *rng)
{
    real rows[SHAPES] = {1, 7, 64, 65, 768, 4000}, cols[SHAPES] = {9, 7, 65, 64, 3072, 3};
    real to_rms[SHAPES], to_aspect[SHAPES], same[SHAPES];
    const real lr = 0.01 + rng_uniform(rng);
    for (size_t i = 0; i < SHAPES; i++) {
        const size_t m = (size_t)rows[i], n = (size_t)cols[i];
        to_rms[i] = muon_convert_lr(lr, MUON_SCALE_ASPECT, MUON_SCALE_RMS, m, n);
        to_aspect[i] = muon_convert_lr(lr, MUON_SCALE_RMS, MUON_SCALE_ASPECT, m, n);
        same[i] = muon_convert_lr(lr, MUON_SCALE_RMS, MUON_SCALE_RMS, m, n);
    }
    trace_input(trace, "lr", 1, &lr);
    trace_input(trace, "rows", SHAPES, rows);
    trace_input(trace, "cols", SHAPES, cols);
    trace_column(trace, "to-rms", SHAPES, to_rms);
    trace_column(trace, "to-aspect", SHAPES, to_aspect);
    trace_column(trace, "the-same", SHAPES, same);
}

/* A gradient of finite numbers whose norm is infinite in one of Muon's tensors, the first
 * or the last: the other tensors step. */
static void overflow(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, rng);
    fill(20, run.g + 3 * ALL + 12, 1e308);
    fill(4, run.g + 5 * ALL + ALL - 4, 1e308);
    const size_t steps = walk(&run, path);
    trace_column(trace, "status-of-overflows", T, run.status);
    trace_matrix(trace, "theta-beside-overflows", T, ALL, path);
    trace_number(trace, "steps-beside-overflows", (double)steps);
}

/* In two steps one number of the gradient is not finite, in the last tensor and in
 *  some. */
static void not_finite(FILE *trace, struct rng *rng)
{
    struct run run;
    real path[T * ALL];
    draw(&run, rng);
    run.g[2 * ALL + ALL - 1] = (real)NAN;
    run.g[5 * ALL + rng_below(rng, ALL)] = -(real)INFINITY;
    const size_t steps = walk(&run, path);
    trace_column(trace, "status", T, run.status);
    trace_matrix(trace, "theta", T, ALL, path);
    trace_number(trace, "steps-counted-by-all", (double)steps);
    overflow(trace, rng);
}

/* Two networks that take turns, nothing allocated, the gradient left as it is; a matrix
 * of 130 × 140. */
static void contract(FILE *trace, struct rng *rng)
{
    static const struct shaped_tensor wide = {NULL, TENSOR_WEIGHT, PLACE_HIDDEN, 130,
                                              140};
    struct muon_groups groups[2], large;
    struct run run;
    real theta[2][ALL], path[8 * ALL], copy[ALL], *g = take(ALL), some[3];
    size_t overwritten = 0, allocated = 0;
    draw(&run, rng);
    for (size_t k = 0; k < 2; k++) {
        memcpy(theta[k], run.start, sizeof theta[k]);
        if (muon_groups_init(&groups[k], TENSORS, network, run.muon, run.adamw))
            abort();
    }
    for (size_t t = 0; t < 8; t++) {
        memcpy(g, run.g + t * ALL, ALL * sizeof *g);
        memcpy(copy, g, sizeof copy);
        const size_t before = driver_allocations();
        muon_groups_step(&groups[t % 2], theta[t % 2], g);
        allocated += driver_allocations() - before;
        overwritten += count_changes(ALL, copy, g);
        memcpy(path + t * ALL, theta[t % 2], ALL * sizeof *path);
    }
    trace_matrix(trace, "theta-by-turns", 8, ALL, path);
    trace_number(trace, "numbers-of-the-gradient-overwritten", (double)overwritten);
    trace_number(trace, "allocations-in-steps", (double)allocated);
    real *big = take(18200), *slope = take(18200);
    fill(18200, big, 1);
    draw_matrix(18200, slope, rng);
    if (muon_groups_init(&large, 1, &wide, run.muon, run.adamw))
        abort();
    muon_groups_step(&large, big, slope);
    for (size_t i = 0; i < 3; i++)
        some[i] = big[i * 9099];
    trace_column(trace, "some-of-130-by-140", 3, some);
    muon_groups_free(&large);
    for (size_t k = 0; k < 2; k++)
        muon_groups_free(&groups[k]);
    free(big);
    free(slope);
    free(g);
}

const struct driver_case driver_cases[] = {
    {"assign", assign},           {"layers", layers},       {"step", step},
    {"no-gradient", no_gradient}, {"schedules", schedules}, {"convert", convert},
    {"not-finite", not_finite},   {"contract", contract},   {NULL, NULL},
};
