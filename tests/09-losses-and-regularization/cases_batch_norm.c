/* cases_batch_norm.c: passes in training and in use, and the running statistics. */
#include "draw.h"
#include "optim/batch_norm.h"

#include <math.h>
#include <string.h>

enum { ROWS = 5, C = 3, ALL = ROWS * C, STEPS = 30, MANY = 20000 };

struct data {
    real x[ALL], gain[C], bias[C], y[ALL], dy[ALL], dx[ALL], dgain[C], dbias[C];
};

static struct data draw_data(real center, struct rng *rng)
{
    struct data data;
    draw(ALL, data.x, center, 1.5, rng);
    draw(ALL, data.dy, 0, 1, rng);
    draw(ALL, data.dx, 0, 1, rng);
    draw(C, data.gain, 1, 0.5, rng);
    draw(C, data.bias, 0, 1, rng);
    draw(C, data.dgain, 0, 1, rng);
    draw(C, data.dbias, 0, 1, rng);
    return data;
}

static struct batch_norm prepared(size_t channels, struct batch_norm_config config)
{
    struct batch_norm bn;
    driver_scramble(&bn, sizeof bn);
    if (batch_norm_init(&bn, channels, config))
        abort();
    return bn;
}

static void run_forward(struct batch_norm *bn, struct data *data, bool training)
{
    batch_norm_forward(bn, ROWS, data->x, data->gain, data->bias, training, data->y);
}

static void run_backward(const struct batch_norm *bn, struct data *data, bool training)
{
    batch_norm_backward(bn, ROWS, data->x, data->gain, training, data->dy, data->dx,
                        data->dgain, data->dbias);
}

static void record_inputs(FILE *trace, const struct data *data)
{
    trace_input(trace, "x", ALL, data->x);
    trace_input(trace, "gain", C, data->gain);
    trace_input(trace, "bias", C, data->bias);
}

static void forward(FILE *trace, struct rng *rng)
{
    struct batch_norm bn = prepared(C, batch_norm_defaults());
    struct data data = draw_data(1, rng);
    record_inputs(trace, &data);
    run_forward(&bn, &data, true);
    trace_column(trace, "y", ALL, data.y);
    trace_column(trace, "mean", C, bn.mean);
    trace_column(trace, "scale", C, bn.scale);
    batch_norm_free(&bn);
}

/* Many batches of two. */
static void running(FILE *trace, struct rng *rng)
{
    struct batch_norm bn = prepared(C, (struct batch_norm_config){1e-5, 0.2});
    real mean[STEPS][C], variance[STEPS][C], t[STEPS], column[STEPS];
    for (size_t k = 0; k < STEPS; k++) {
        struct data data = draw_data(2, rng);
        batch_norm_forward(&bn, 2, data.x, data.gain, data.bias, true, data.y);
        memcpy(mean[k], bn.running_mean, sizeof mean[k]);
        memcpy(variance[k], bn.running_variance, sizeof variance[k]);
        t[k] = (real)k + 1;
        column[k] = mean[k][0];
    }
    trace_input(trace, "t", STEPS, t);
    trace_column(trace, "running-mean", STEPS, column);
    trace_matrix(trace, "running-means", STEPS, C, mean[0]);
    trace_matrix(trace, "running-variances", STEPS, C, variance[0]);
    batch_norm_free(&bn);
}

/* After some training: one sample, no sample, and statistics that stay. */
static void use(FILE *trace, struct rng *rng)
{
    struct batch_norm bn = prepared(C, (struct batch_norm_config){1e-3, 0.3});
    struct data data = draw_data(2, rng);
    run_forward(&bn, &data, true);
    data = draw_data(0, rng);
    record_inputs(trace, &data);
    run_forward(&bn, &data, false);
    trace_column(trace, "y-in-use", ALL, data.y);
    trace_column(trace, "running-means-after-use", C, bn.running_mean);
    trace_column(trace, "running-variances-after-use", C, bn.running_variance);
    batch_norm_forward(&bn, 1, data.x, data.gain, data.bias, false, data.y);
    trace_column(trace, "y-of-one-sample", C, data.y);
    trace_number(
        trace, "status-of-no-sample-in-use",
        (double)batch_norm_forward(&bn, 0, NULL, data.gain, data.bias, false, NULL));
    run_forward(&bn, &data, false);
    run_backward(&bn, &data, false);
    trace_column(trace, "dx-in-use", ALL, data.dx);
    trace_column(trace, "dgain-in-use", C, data.dgain);
    trace_column(trace, "dbias-in-use", C, data.dbias);
    batch_norm_free(&bn);
}

static void backward(FILE *trace, struct rng *rng)
{
    struct batch_norm bn = prepared(C, batch_norm_defaults());
    struct data data = draw_data(1, rng);
    run_forward(&bn, &data, true);
    run_backward(&bn, &data, true);
    record_inputs(trace, &data);
    trace_input(trace, "dy", ALL, data.dy);
    trace_column(trace, "dx", ALL, data.dx);
    trace_column(trace, "dgain", C, data.dgain);
    trace_column(trace, "dbias", C, data.dbias);
    run_backward(&bn, &data, true);
    memcpy(data.dx, data.dy, sizeof data.dx);
    batch_norm_backward(&bn, ROWS, data.x, data.gain, true, data.dx, data.dx, data.dgain,
                        data.dbias);
    trace_column(trace, "dx-in-place", ALL, data.dx);
    trace_column(trace, "dgain-in-place", C, data.dgain);
    batch_norm_free(&bn);
}

/* A layer in training, and what the gradient is of: Σ dy y. */
struct layer {
    struct batch_norm bn;
    struct data data;
};

static real cost_of_layer(const void *context)
{
    struct layer layer = *(const struct layer *)context;
    real cost = 0;
    run_forward(&layer.bn, &layer.data, true);
    for (size_t i = 0; i < ALL; i++)
        cost += layer.data.dy[i] * layer.data.y[i];
    return cost;
}

static void differences(FILE *trace, struct rng *rng)
{
    struct layer layer = {prepared(C, batch_norm_defaults()), draw_data(1, rng)};
    real dx[ALL], dgain[C], dbias[C];
    quotients(ALL, layer.data.x, cost_of_layer, &layer, dx);
    quotients(C, layer.data.gain, cost_of_layer, &layer, dgain);
    quotients(C, layer.data.bias, cost_of_layer, &layer, dbias);
    run_forward(&layer.bn, &layer.data, true);
    run_backward(&layer.bn, &layer.data, true);
    trace_column(trace, "dx-by-differences", ALL, dx);
    trace_column(trace, "dgain-by-differences", C, dgain);
    trace_column(trace, "dbias-by-differences", C, dbias);
    trace_column(trace, "dx-of-the-cost", ALL, layer.data.dx);
    trace_column(trace, "dgain-of-the-cost", C, layer.data.dgain);
    trace_column(trace, "dbias-of-the-cost", C, layer.data.dbias);
    batch_norm_free(&layer.bn);
}

/* Columns far from 0, and a constant one. */
static void far(FILE *trace, struct rng *rng)
{
    struct batch_norm bn = prepared(C, batch_norm_defaults());
    struct data data = draw_data(0x1p28, rng);
    for (size_t r = 0; r < ROWS; r++)
        data.x[r * C] = 7;
    record_inputs(trace, &data);
    run_forward(&bn, &data, true);
    trace_rough(trace, "y-far-from-0", ALL, data.y);
    trace_rough(trace, "running-variances-far-from-0", C, bn.running_variance);
    batch_norm_free(&bn);
}

/* Fewer than two rows in training: nothing is changed. Then two, which are enough. */
static void one_row(FILE *trace, struct rng *rng)
{
    struct batch_norm bn = prepared(C, batch_norm_defaults());
    struct data data = draw_data(1, rng);
    real status[5], left[5];
    run_forward(&bn, &data, true);
    const struct data before = data;
    real kept[4 * C];
    memcpy(kept, bn.running_mean, sizeof kept);
    status[0] =
        (real)batch_norm_forward(&bn, 1, data.x, data.gain, data.bias, true, data.y);
    status[1] =
        (real)batch_norm_forward(&bn, 0, data.x, data.gain, data.bias, true, data.y);
    status[2] = (real)batch_norm_backward(&bn, 1, data.x, data.gain, true, data.dy,
                                          data.dx, data.dgain, data.dbias);
    status[3] = (real)batch_norm_backward(&bn, 0, data.x, data.gain, true, data.dy,
                                          data.dx, data.dgain, data.dbias);
    left[0] = (real)driver_overwritten(4 * C, bn.running_mean, kept);
    left[1] = (real)driver_overwritten(ALL, data.y, before.y);
    left[2] = (real)driver_overwritten(ALL, data.dx, before.dx);
    left[3] = (real)driver_overwritten(C, data.dgain, before.dgain);
    left[4] = (real)driver_overwritten(C, data.dbias, before.dbias);
    status[4] =
        (real)batch_norm_forward(&bn, 2, data.x, data.gain, data.bias, true, data.y);
    trace_column(trace, "status-of-few-rows", 5, status);
    trace_column(trace, "changed-all-the-same", 5, left);
    trace_column(trace, "running-means-after-two-rows", C, bn.running_mean);
    batch_norm_free(&bn);
}

/* Two layers in turn, a NaN in a column, all momentum or none, many rows. */
static void edges(FILE *trace, struct rng *rng)
{
    struct batch_norm early = prepared(C, (struct batch_norm_config){1e-5, 1});
    struct batch_norm late = prepared(C, (struct batch_norm_config){1e-5, 0});
    struct data data = draw_data(1, rng);
    data.x[1] = (real)NAN;
    const struct data before = data;
    const size_t asked = driver_allocations();
    run_forward(&early, &data, true);
    trace_column(trace, "y-beside-a-column-with-nan", ALL, data.y);
    run_backward(&early, &data, true);
    trace_column(trace, "dx-beside-a-column-with-nan", ALL, data.dx);
    run_forward(&late, &data, true);
    trace_number(trace, "allocations", (double)(driver_allocations() - asked));
    trace_column(trace, "running-means-of-momentum-1", C, early.running_mean);
    trace_column(trace, "running-variances-of-momentum-1", C, early.running_variance);
    trace_number(trace, "running-mean-of-momentum-0", late.running_mean[0]);
    trace_number(trace, "running-variance-of-momentum-0", late.running_variance[0]);
    trace_number(trace, "inputs-overwritten",
                 (double)(driver_overwritten(ALL, data.x, before.x) +
                          driver_overwritten(ALL, data.dy, before.dy) +
                          driver_overwritten(C, data.gain, before.gain) +
                          driver_overwritten(C, data.bias, before.bias)));
    batch_norm_free(&early);
    batch_norm_free(&late);
    struct batch_norm one = prepared(1, batch_norm_defaults());
    real *x = room(2 * MANY), gain = 2, bias = 1;
    draw(MANY, x, 3, 2, rng);
    batch_norm_forward(&one, MANY, x, &gain, &bias, true, x + MANY);
    trace_number(trace, "running-variance-of-20000", one.running_variance[0]);
    trace_number(trace, "last-y-of-20000", x[2 * MANY - 1]);
    free(x);
    batch_norm_free(&one);
}

const struct driver_case driver_cases[] = {
    {"forward", forward},
    {"running", running},
    {"use", use},
    {"backward", backward},
    {"differences", differences},
    {"far", far},
    {"one-row", one_row},
    {"edges", edges},
    {NULL, NULL},
};
