/* cases_layer_norm_backward.c: gradients of rows, of one row, of one feature, far from 0,
 * and beside NaN. */
#include "draw.h"
#include "optim/layer_norm_backward.h"

#include <math.h>
#include <string.h>

enum { ROWS = 4, N = 6, WIDE = 100000 };

struct layer {
    real x[ROWS][N], dy[ROWS][N], dx[ROWS][N];
    real gain[N], dgain[N], dbias[N], eps;
};

static struct layer draw_layer(real center, real spread, struct rng *rng)
{
    struct layer layer;
    draw(ROWS * N, layer.x[0], center, spread, rng);
    draw(ROWS * N, layer.dy[0], 0, 1, rng);
    draw(ROWS * N, layer.dx[0], 0, 1, rng);
    draw(N, layer.gain, 1, 0.5, rng);
    draw(N, layer.dgain, 0, 1, rng);
    draw(N, layer.dbias, 0, 1, rng);
    layer.eps = 1e-5;
    return layer;
}

static void backward(struct layer *layer)
{
    layer_norm_backward(ROWS, N, layer->x[0], layer->gain, layer->eps, layer->dy[0],
                        layer->dx[0], layer->dgain, layer->dbias);
}

static void record_inputs(FILE *trace, const struct layer *layer)
{
    real i[ROWS * N];
    for (size_t k = 0; k < ROWS * N; k++)
        i[k] = (real)k;
    trace_input(trace, "i", ROWS * N, i);
    trace_input(trace, "x", ROWS * N, layer->x[0]);
    trace_input(trace, "dy", ROWS * N, layer->dy[0]);
    trace_input(trace, "gain", N, layer->gain);
    trace_input(trace, "eps", 1, &layer->eps);
}

static void rows(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(0.5, 1, rng);
    record_inputs(trace, &layer);
    backward(&layer);
    trace_column(trace, "dx", ROWS * N, layer.dx[0]);
}

static void sums(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(0.5, 1, rng);
    record_inputs(trace, &layer);
    backward(&layer);
    trace_column(trace, "dgain", N, layer.dgain);
    trace_column(trace, "dbias", N, layer.dbias);
}

/* An ε that is not small beside the variance. */
static void strong_eps(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(0, 0.01, rng);
    layer.eps = 1e-3;
    record_inputs(trace, &layer);
    backward(&layer);
    trace_column(trace, "dx-beside-eps", ROWS * N, layer.dx[0]);
    trace_column(trace, "dgain-beside-eps", N, layer.dgain);
}

/* A million standard deviations from 0. */
static void far(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(0x1p28, 1, rng);
    record_inputs(trace, &layer);
    backward(&layer);
    trace_rough(trace, "dx-far-from-0", ROWS * N, layer.dx[0]);
    trace_rough(trace, "dgain-far-from-0", N, layer.dgain);
}

/* Σ dy (gain x̂): what the gradient is of. */
static real cost_of_rows(const void *context)
{
    const struct layer *layer = context;
    real cost = 0;
    for (size_t r = 0; r < ROWS; r++) {
        const real *x = layer->x[r];
        real mean = 0, variance = 0;
        for (size_t i = 0; i < N; i++)
            mean += x[i] / N;
        for (size_t i = 0; i < N; i++)
            variance += (x[i] - mean) * (x[i] - mean) / N;
        for (size_t i = 0; i < N; i++)
            cost += layer->dy[r][i] * layer->gain[i] * (x[i] - mean) /
                    sqrt(variance + layer->eps);
    }
    return cost;
}

static void differences(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(0.5, 1, rng);
    real dx[ROWS][N], dgain[N];
    quotients(ROWS * N, layer.x[0], cost_of_rows, &layer, dx[0]);
    quotients(N, layer.gain, cost_of_rows, &layer, dgain);
    backward(&layer);
    trace_column(trace, "dx-by-differences", ROWS * N, dx[0]);
    trace_column(trace, "dgain-by-differences", N, dgain);
    trace_column(trace, "dx-of-the-cost", ROWS * N, layer.dx[0]);
    trace_column(trace, "dgain-of-the-cost", N, layer.dgain);
}

/* dX in the place of dY; the other inputs are const. */
static void in_place(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(0.5, 1, rng);
    const struct layer before = layer;
    record_inputs(trace, &before);
    layer_norm_backward(ROWS, N, layer.x[0], layer.gain, layer.eps, layer.dy[0],
                        layer.dy[0], layer.dgain, layer.dbias);
    trace_column(trace, "dx-in-place", ROWS * N, layer.dy[0]);
    trace_column(trace, "dgain-in-place", N, layer.dgain);
    layer = before;
    backward(&layer);
    trace_number(trace, "numbers-overwritten",
                 (double)(driver_overwritten(ROWS * N, layer.x[0], before.x[0]) +
                          driver_overwritten(ROWS * N, layer.dy[0], before.dy[0]) +
                          driver_overwritten(N, layer.gain, before.gain)));
}

/* No row, one row, one feature, constant rows, many features. */
static void shapes(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(0, 1, rng);
    real one[ROWS], constant[N] = {3, 3, 3, 3, 3, 3}, dx[N];
    layer_norm_backward(0, N, NULL, layer.gain, 1e-5, NULL, NULL, layer.dgain,
                        layer.dbias);
    trace_column(trace, "dgain-of-no-row", N, layer.dgain);
    trace_column(trace, "dbias-of-no-row", N, layer.dbias);
    layer_norm_backward(ROWS, 1, layer.x[0], layer.gain, 1e-5, layer.dy[0], one,
                        layer.dgain, layer.dbias);
    trace_column(trace, "dx-of-one-feature", ROWS, one);
    trace_number(trace, "dgain-of-one-feature", layer.dgain[0]);
    trace_number(trace, "dbias-of-one-feature", layer.dbias[0]);
    layer_norm_backward(1, N, constant, layer.gain, 1e-5, layer.dy[1], dx, layer.dgain,
                        layer.dbias);
    trace_column(trace, "dx-of-a-constant-row", N, dx);
    real *x = room(6 * WIDE), *dy = x + WIDE, *gain = dy + WIDE;
    draw(3 * WIDE, x, 0, 1, rng);
    const size_t before = driver_allocations();
    layer_norm_backward(1, WIDE, x, gain, 1e-5, dy, gain + WIDE, gain + 2 * WIDE,
                        gain + 3 * WIDE);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_column(trace, "some-dx-of-100000", 3, gain + WIDE);
    trace_column(trace, "some-dgain-of-100000", 3, gain + 2 * WIDE);
    free(x);
}

/* A NaN in one row; ranges. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real eps[5] = {0, -1e-5, (real)NAN, (real)INFINITY, 1e-5};
    struct layer layer = draw_layer(0, 1, rng);
    real status[6], kept[5];
    layer.x[1][2] = (real)NAN;
    backward(&layer);
    trace_column(trace, "dx-beside-a-row-with-nan", ROWS * N, layer.dx[0]);
    trace_column(trace, "dbias-beside-a-row-with-nan", N, layer.dbias);
    for (size_t k = 0; k < 5; k++) {
        real dx[N] = {7}, dgain[N] = {7}, dbias[N] = {7};
        status[k] = (real)layer_norm_backward(1, N, layer.x[0], layer.gain, eps[k],
                                              layer.dy[0], dx, dgain, dbias);
        kept[k] = (real)((dx[0] == 7) + (dgain[0] == 7) + (dbias[0] == 7));
    }
    status[5] = (real)layer_norm_backward(1, 0, NULL, NULL, 1e-5, NULL, NULL, NULL, NULL);
    trace_column(trace, "status-of-eps", 6, status);
    trace_column(trace, "outputs-left-alone", 5, kept);
}

const struct driver_case driver_cases[] = {
    {"rows", rows},
    {"sums", sums},
    {"strong-eps", strong_eps},
    {"far", far},
    {"differences", differences},
    {"in-place", in_place},
    {"shapes", shapes},
    {"invalid", invalid},
    {NULL, NULL},
};
