/* cases_training_memory.c: stages by processes, plans of optimizers, what does not
 * divide, and what must be refused. */
#include "judge/driver.h"
#include "optim/training_memory.h"

#include <math.h>

enum { STAGES = 4, SIZES = 8, MANY = 24 };

static const struct memory_plan mixed_adam = {2, 2, 12};

/* Mixed-precision Adam, by processes, for each stage. */
static void stages(FILE *trace, struct rng *rng)
{
    static const char *const kept[STAGES] = {"kept", "kept-1", "kept-2", "kept-3"};
    static const char *const sent[STAGES] = {"sent", "sent-1", "sent-2", "sent-3"};
    const size_t n = 1024 * (1000 + (size_t)rng_below(rng, 1000));
    const real parameters = (real)n;
    real processes[SIZES], bytes[SIZES], traffic[SIZES];
    trace_input(trace, "parameters", 1, &parameters);
    for (size_t k = 0; k < SIZES; k++)
        processes[k] = (real)((size_t)1 << k);
    trace_input(trace, "processes", SIZES, processes);
    for (unsigned stage = 0; stage < STAGES; stage++) {
        for (size_t k = 0; k < SIZES; k++) {
            struct memory_use use = {0, 0, 0, 0};
            memory_per_process(&mixed_adam, n, (size_t)1 << k, (enum zero_stage)stage,
                               &use);
            bytes[k] = (real)((use.parameters + use.gradients + use.state) / (double)n);
            traffic[k] = (real)(use.sent / (double)n);
        }
        trace_column(trace, kept[stage], SIZES, bytes);
        trace_column(trace, sent[stage], SIZES, traffic);
    }
}

static void record_use(FILE *trace, size_t count, const struct memory_plan *plan,
                       const size_t *n, const size_t *processes, const unsigned *stage)
{
    real a[MANY], b[MANY], c[MANY], parts[4][MANY];
    for (size_t k = 0; k < count; k++) {
        struct memory_use use = {0, 0, 0, 0};
        memory_per_process(&plan[k], n[k], processes[k], (enum zero_stage)stage[k], &use);
        a[k] = (real)n[k], b[k] = (real)processes[k], c[k] = (real)stage[k];
        parts[0][k] = (real)use.parameters, parts[1][k] = (real)use.gradients;
        parts[2][k] = (real)use.state, parts[3][k] = (real)use.sent;
    }
    trace_input(trace, "parameters-given", count, a);
    trace_input(trace, "processes-given", count, b);
    trace_input(trace, "stage-given", count, c);
    trace_column(trace, "bytes-of-parameters", count, parts[0]);
    trace_column(trace, "bytes-of-gradients", count, parts[1]);
    trace_column(trace, "bytes-of-state", count, parts[2]);
    trace_column(trace, "bytes-sent", count, parts[3]);
}

/* Any numbers; most do not divide. */
static void uneven(FILE *trace, struct rng *rng)
{
    struct memory_plan plan[MANY];
    size_t n[MANY], processes[MANY];
    unsigned stage[MANY];
    for (size_t k = 0; k < MANY; k++) {
        plan[k].parameter = 1 + (double)rng_below(rng, 4);
        plan[k].gradient = 5 + (double)rng_below(rng, 4);
        plan[k].state = 10 + (double)rng_below(rng, 9);
        processes[k] = 1 + (size_t)rng_below(rng, 9);
        n[k] = processes[k] * (size_t)rng_below(rng, 20) + k % 3;
        stage[k] = (unsigned)(k % STAGES);
    }
    record_use(trace, MANY, plan, n, processes, stage);
}

/* No parameters, fewer than processes, one process, as many parameters as there may
 * be. */
static void edges(FILE *trace, struct rng *rng)
{
    const size_t some = 3 + (size_t)rng_below(rng, 60);
    const size_t n[6] = {0, some, 1, 4000000000u, some, 100};
    const size_t processes[6] = {4, 64, 1, 1024, 1, (size_t)1 << 20};
    const unsigned stage[6] = {3, 3, 2, 1, 3, 3};
    const struct memory_plan plan[6] = {mixed_adam, mixed_adam, mixed_adam,
                                        mixed_adam, {4, 0, 0},  mixed_adam};
    record_use(trace, 6, plan, n, processes, stage);
}

static void plans(FILE *trace, struct rng *rng)
{
    static const char *const of[4] = {"parameter", "gradient", "state", "status"};
    real method[MANY], mixed[MANY], rows[MANY], cols[MANY], block[MANY], out[4][MANY];
    for (size_t k = 0; k < MANY; k++) {
        struct memory_plan plan = {0, 0, 0};
        method[k] = (real)(k % 5);
        mixed[k] = (real)(k / 5 % 2);
        rows[k] = (real)(2 + rng_below(rng, 300));
        cols[k] = (real)(2 + rng_below(rng, 300));
        block[k] = (real)(1 + rng_below(rng, 500));
        out[3][k] = (real)memory_plan_of((enum memory_method)(k % 5), k / 5 % 2 == 1,
                                         (size_t)rows[k], (size_t)cols[k],
                                         (size_t)block[k], &plan);
        out[0][k] = (real)plan.parameter, out[1][k] = (real)plan.gradient;
        out[2][k] = (real)plan.state;
    }
    trace_input_enum(trace, "method", MANY, method, "SGD MOMENTUM ADAM ADAM8 ADAFACTOR");
    trace_input(trace, "mixed", MANY, mixed);
    trace_input(trace, "rows", MANY, rows);
    trace_input(trace, "columns", MANY, cols);
    trace_input(trace, "block", MANY, block);
    for (size_t p = 0; p < 4; p++)
        trace_column(trace, of[p], MANY, out[p]);
}

/* What is outside its range; what was there stays. */
static void refused(FILE *trace, struct rng *rng)
{
    const double some = 1 + rng_uniform(rng);
    const struct memory_plan plan[6] = {{-some, 2, 3},    {2, (double)NAN, 3},
                                        {2, 3, INFINITY}, {2, 3, some},
                                        {2, 3, some},     {2, 3, -1}};
    static const size_t processes[6] = {2, 2, 2, 0, 2, 1};
    static const unsigned stage[6] = {1, 1, 1, 1, 4, 0};
    real status[6], kept[6], plans_status[5];
    for (size_t k = 0; k < 6; k++) {
        struct memory_use use = {some + (double)k, 0, 0, 0};
        status[k] = (real)memory_per_process(&plan[k], 100, processes[k],
                                             (enum zero_stage)stage[k], &use);
        kept[k] = (real)use.parameters;
    }
    trace_column(trace, "status-of-bad-arguments", 6, status);
    trace_column(trace, "what-was-there", 6, kept);
    static const unsigned method[5] = {5, MEMORY_ADAM, MEMORY_ADAM, MEMORY_ADAM8,
                                       MEMORY_ADAM};
    static const size_t rows[5] = {8, 1, 8, 8, 8}, cols[5] = {8, 8, 0, 8, 8};
    static const size_t block[5] = {8, 8, 8, 0, 0};
    for (size_t k = 0; k < 5; k++) {
        struct memory_plan out = {0, 0, 0};
        plans_status[k] = (real)memory_plan_of((enum memory_method)method[k], false,
                                               rows[k], cols[k], block[k], &out);
    }
    trace_column(trace, "status-of-bad-plans", 5, plans_status);
}

const struct driver_case driver_cases[] = {
    {"stages", stages}, {"uneven", uneven},   {"edges", edges},
    {"plans", plans},   {"refused", refused}, {NULL, NULL},
};
