/* cases_group_norm.c: passes for every group count, and what does not divide. */
#include "draw.h"
#include "optim/group_norm.h"

#include <math.h>
#include <string.h>

enum { SAMPLES = 2, C = 6, SPACE = 3, ALL = SAMPLES * C * SPACE, SETS = SAMPLES * C };

static const struct norm_shape shape = {SAMPLES, C, SPACE};

struct data {
    real x[ALL], gain[C], bias[C], mean[SETS], scale[SETS], y[ALL];
    real dy[ALL], dx[ALL], dgain[C], dbias[C];
};

static struct data draw_data(real center, struct rng *rng)
{
    struct data data;
    draw(sizeof data / sizeof(real), data.x, 0, 1, rng);
    draw(ALL, data.x, center, 1.5, rng);
    for (size_t c = 0; c < C; c++)
        data.gain[c] += 1.5;
    return data;
}

static enum descent_status forward(struct data *data, size_t groups)
{
    return group_norm_forward(shape, groups, 1e-5, data->x, data->gain, data->bias,
                              data->mean, data->scale, data->y);
}

static enum descent_status backward(struct data *data, size_t groups)
{
    return group_norm_backward(shape, groups, data->x, data->gain, data->mean,
                               data->scale, data->dy, data->dx, data->dgain, data->dbias);
}

/* Each array in a case of its own name, for the group counts 1, 2, 3, 6. */
static void record_forward(FILE *trace, size_t groups, const char *const names[3],
                           struct rng *rng)
{
    struct data data = draw_data(0.5, rng);
    real set[SETS];
    forward(&data, groups);
    for (size_t k = 0; k < SETS; k++)
        set[k] = (real)k;
    trace_input(trace, "x", ALL, data.x);
    trace_input(trace, "gain", C, data.gain);
    trace_input(trace, "bias", C, data.bias);
    trace_input(trace, "set", SAMPLES * groups, set);
    trace_column(trace, names[0], ALL, data.y);
    trace_column(trace, names[1], SAMPLES * groups, data.mean);
    trace_column(trace, names[2], SAMPLES * groups, data.scale);
}

static void layer(FILE *trace, struct rng *rng)
{
    record_forward(
        trace, 1,
        (const char *const[]){"y-of-1-group", "mean-of-1-group", "scale-of-1-group"},
        rng);
}

static void instance(FILE *trace, struct rng *rng)
{
    record_forward(
        trace, C,
        (const char *const[]){"y-of-6-groups", "mean-of-6-groups", "scale-of-6-groups"},
        rng);
}

static void sets(FILE *trace, struct rng *rng)
{
    record_forward(trace, 3, (const char *const[]){"y-of-3-groups", "mean", "scale"},
                   rng);
}

static void record_backward(FILE *trace, size_t groups, const char *const names[3],
                            struct rng *rng)
{
    struct data data = draw_data(0.5, rng);
    forward(&data, groups);
    backward(&data, groups);
    trace_input(trace, "x", ALL, data.x);
    trace_input(trace, "dy", ALL, data.dy);
    trace_input(trace, "gain", C, data.gain);
    trace_column(trace, names[0], ALL, data.dx);
    trace_column(trace, names[1], C, data.dgain);
    trace_column(trace, names[2], C, data.dbias);
}

static void back_layer(FILE *trace, struct rng *rng)
{
    record_backward(
        trace, 1,
        (const char *const[]){"dx-of-1-group", "dgain-of-1-group", "dbias-of-1-group"},
        rng);
}

static void back_sets(FILE *trace, struct rng *rng)
{
    record_backward(
        trace, 2,
        (const char *const[]){"dx-of-2-groups", "dgain-of-2-groups", "dbias-of-2-groups"},
        rng);
}

static void back_instance(FILE *trace, struct rng *rng)
{
    record_backward(
        trace, C,
        (const char *const[]){"dx-of-6-groups", "dgain-of-6-groups", "dbias-of-6-groups"},
        rng);
}

struct layer {
    struct data data;
    size_t groups;
};

static real cost_of_layer(const void *context)
{
    struct layer layer_now = *(const struct layer *)context;
    real cost = 0;
    forward(&layer_now.data, layer_now.groups);
    for (size_t i = 0; i < ALL; i++)
        cost += layer_now.data.dy[i] * layer_now.data.y[i];
    return cost;
}

static void differences(FILE *trace, struct rng *rng)
{
    struct layer now = {draw_data(0.5, rng), 2};
    real dx[ALL], dgain[C];
    quotients(ALL, now.data.x, cost_of_layer, &now, dx);
    quotients(C, now.data.gain, cost_of_layer, &now, dgain);
    forward(&now.data, now.groups);
    backward(&now.data, now.groups);
    trace_column(trace, "dx-by-differences", ALL, dx);
    trace_column(trace, "dgain-by-differences", C, dgain);
    trace_column(trace, "dx-of-the-cost", ALL, now.data.dx);
    trace_column(trace, "dgain-of-the-cost", C, now.data.dgain);
}

/* Far from 0; in the place of dy; inputs that are const. */
static void careful(FILE *trace, struct rng *rng)
{
    struct data data = draw_data(0x1p28, rng);
    forward(&data, 2);
    trace_rough(trace, "y-far-from-0", ALL, data.y);
    data = draw_data(0.5, rng);
    const struct data before = data;
    const size_t asked = driver_allocations();
    forward(&data, 3);
    backward(&data, 3);
    trace_number(trace, "allocations", (double)(driver_allocations() - asked));
    trace_number(trace, "inputs-overwritten",
                 (double)(driver_overwritten(ALL, data.x, before.x) +
                          driver_overwritten(ALL, data.dy, before.dy) +
                          driver_overwritten(C, data.gain, before.gain) +
                          driver_overwritten(C, data.bias, before.bias)));
    group_norm_backward(shape, 3, data.x, data.gain, data.mean, data.scale, data.dy,
                        data.dy, data.dgain, data.dbias);
    trace_column(trace, "dx-in-place", ALL, data.dy);
    trace_column(trace, "dgain-in-place", C, data.dgain);
}

/* One of everything; no image; a constant group; a NaN; a large one. */
static void edges(FILE *trace, struct rng *rng)
{
    struct data data = draw_data(0.5, rng);
    const struct norm_shape one = {1, 1, 1}, flat = {2, C, 1}, wide = {1, 4, 25000};
    group_norm_forward(one, 1, 1e-5, data.x, data.gain, data.bias, data.mean, data.scale,
                       data.y);
    trace_number(trace, "y-of-one-number", data.y[0]);
    group_norm_backward(one, 1, data.x, data.gain, data.mean, data.scale, data.dy,
                        data.dx, data.dgain, data.dbias);
    trace_number(trace, "dx-of-one-number", data.dx[0]);
    for (size_t i = 0; i < 2; i++)
        data.x[i] = 4;
    data.x[2] = (real)NAN;
    group_norm_forward(flat, 3, 1e-5, data.x, data.gain, data.bias, data.mean, data.scale,
                       data.y);
    trace_column(trace, "y-without-places", 2 * C, data.y);
    group_norm_backward(flat, 3, data.x, data.gain, data.mean, data.scale, data.dy,
                        data.dx, data.dgain, data.dbias);
    trace_column(trace, "dx-without-places", 2 * C, data.dx);
    real *x = room(200000);
    draw(100000, x, 0, 1, rng);
    group_norm_forward(wide, 2, 1e-5, x, data.gain, data.bias, data.mean, data.scale,
                       x + 100000);
    const real some[] = {x[100000], x[149999], x[150000], x[199999]};
    trace_column(trace, "some-y-of-100000", 4, some);
    free(x);
}

/* Group counts that do not divide, sizes of 0, ε: nothing is written. Then a count
 * that divides. */
static void invalid(FILE *trace, struct rng *rng)
{
    enum { BAD = 10 };
    static const struct norm_shape shapes[BAD] = {
        {2, 6, 3}, {2, 6, 3}, {2, 6, 3}, {0, 6, 3}, {2, 0, 3},
        {2, 6, 0}, {2, 6, 3}, {2, 6, 3}, {2, 6, 3}, {2, 6, 3}};
    static const size_t groups[BAD] = {4, 0, 12, 1, 1, 1, 2, 2, 2, 2};
    const real eps[BAD] = {1e-5, 1e-5, 1e-5, 1e-5,      1e-5,
                           1e-5, 0,    -1,   (real)NAN, (real)INFINITY};
    struct data data = draw_data(0.5, rng);
    real status[2 * BAD], count[BAD];
    for (size_t k = 0; k < BAD; k++) {
        struct data now = data;
        status[k] =
            (real)group_norm_forward(shapes[k], groups[k], eps[k], now.x, now.gain,
                                     now.bias, now.mean, now.scale, now.y);
        count[k] = (real)(driver_overwritten(ALL, now.y, data.y) +
                          driver_overwritten(SETS, now.mean, data.mean));
        status[BAD + k] = 0;
        if (k < 6)
            status[BAD + k] = (real)group_norm_backward(
                shapes[k], groups[k], now.x, now.gain, now.mean, now.scale, now.dy,
                now.dx, now.dgain, now.dbias);
        count[k] += (real)(driver_overwritten(C, now.dgain, data.dgain) +
                           driver_overwritten(ALL, now.dx, data.dx));
    }
    trace_column(trace, "status-of-bad-shapes", 2 * BAD, status);
    trace_column(trace, "written-all-the-same", BAD, count);
    trace_number(trace, "status-of-a-good-shape", (double)forward(&data, 2));
    trace_column(trace, "y-of-a-good-shape", ALL, data.y);
}

const struct driver_case driver_cases[] = {
    {"layer", layer},
    {"instance", instance},
    {"sets", sets},
    {"back-layer", back_layer},
    {"back-sets", back_sets},
    {"back-instance", back_instance},
    {"differences", differences},
    {"careful", careful},
    {"edges", edges},
    {"invalid", invalid},
    {NULL, NULL},
};
