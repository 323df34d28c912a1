/* cases_layers_backward.c: gradients of a linear layer and of ReLU, for batches of many
 * shapes.
 *
 * Outputs hold numbers of an earlier call before each call, as they do in training. The
 * gradients of W, b and X are recorded in different cases, so that whoever has written
 * one of them can test it. */
#include "judge/driver.h"
#include "lab/layers.h"
#include "optim/layers_backward.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 6, IN = 4, OUT = 3, COUNT = 40 };

/* A layer in the middle of training: its inputs, and outputs that hold old numbers.
 * Behind two of them is one number more, which is nobody's. */
struct layer {
    size_t batch, in, out;
    real x[BATCH * IN], w[OUT * IN], b[OUT], dy[BATCH * OUT];
    real dw[OUT * IN + 1], db[OUT + 1], dx[BATCH * IN];
};

static void draw(size_t n, real *values, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        values[i] = rng_normal(rng);
}

static struct layer draw_layer(size_t batch, size_t in, size_t out, struct rng *rng)
{
    struct layer layer = {.batch = batch, .in = in, .out = out};
    draw(BATCH * IN, layer.x, rng);
    draw(OUT * IN, layer.w, rng);
    draw(OUT, layer.b, rng);
    draw(BATCH * OUT, layer.dy, rng);
    draw(OUT * IN + 1, layer.dw, rng);
    draw(OUT + 1, layer.db, rng);
    draw(BATCH * IN, layer.dx, rng);
    return layer;
}

static void backward(struct layer *layer)
{
    linear_backward(layer->batch, layer->in, layer->out, layer->x, layer->w, layer->dy,
                    layer->dw, layer->db, layer->dx);
}

/* dW, row by row, numbered for the plot. */
static void batch(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(BATCH, IN, OUT, rng);
    real row[OUT * IN], column[OUT * IN], i[OUT * IN];
    for (size_t k = 0; k < OUT * IN; k++) {
        i[k] = (real)k;
        row[k] = (real)(k / IN);
        column[k] = (real)(k % IN);
    }
    backward(&layer);
    trace_input(trace, "i", OUT * IN, i);
    trace_input(trace, "row", OUT * IN, row);
    trace_input(trace, "column", OUT * IN, column);
    trace_column(trace, "dw", OUT * IN, layer.dw);
}

static void bias(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(BATCH, IN, OUT, rng);
    backward(&layer);
    trace_column(trace, "db", OUT, layer.db);
}

static void inputs(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(BATCH, IN, OUT, rng);
    backward(&layer);
    trace_matrix(trace, "dx", BATCH, IN, layer.dx);
}

/* How many numbers of the inputs, which are const, are no longer what they were. */
static size_t overwritten_inputs(const struct layer *now, const struct layer *before)
{
    return driver_overwritten(BATCH * IN, now->x, before->x) +
           driver_overwritten(OUT * IN, now->w, before->w) +
           driver_overwritten(BATCH * OUT, now->dy, before->dy);
}

static void without_dx(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(BATCH, IN, OUT, rng);
    const struct layer before = layer;
    linear_backward(BATCH, IN, OUT, layer.x, layer.w, layer.dy, layer.dw, layer.db, NULL);
    size_t overwritten = overwritten_inputs(&layer, &before);
    trace_matrix(trace, "dw-without-dx", OUT, IN, layer.dw);
    trace_column(trace, "db-without-dx", OUT, layer.db);
    trace_number(trace, "behind-dw", layer.dw[OUT * IN]);
    trace_number(trace, "behind-db", layer.db[OUT]);
    linear_backward(BATCH, IN, OUT, layer.x, layer.w, layer.dy, layer.dw, layer.db,
                    layer.dx);
    overwritten += overwritten_inputs(&layer, &before);
    trace_number(trace, "numbers-of-X-W-and-dY-overwritten", (double)overwritten);
}

/* <A, B>, the sum of all products of elements. */
static real inner(size_t n, const real *a, const real *b)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

/* The forward pass is linear in each of its arguments. Moved along V, Y moves by
 * forward(V), and <dY, forward(V)> is what the gradient says of it, <gradient, V>. */
static void adjoint(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(BATCH, IN, OUT, rng);
    struct layer v = draw_layer(BATCH, IN, OUT, rng);
    const real zero[BATCH * IN] = {0};
    real moved[3][BATCH * OUT], cost[3], gradient[3];
    backward(&layer);
    linear_forward(BATCH, IN, OUT, layer.x, v.w, zero, moved[0]);
    linear_forward(BATCH, IN, OUT, layer.x, zero, v.b, moved[1]);
    linear_forward(BATCH, IN, OUT, v.x, layer.w, zero, moved[2]);
    for (size_t i = 0; i < 3; i++)
        cost[i] = inner(BATCH * OUT, layer.dy, moved[i]);
    gradient[0] = inner(OUT * IN, layer.dw, v.w);
    gradient[1] = inner(OUT, layer.db, v.b);
    gradient[2] = inner(BATCH * IN, layer.dx, v.x);
    trace_column(trace, "change-of-the-cost", 3, cost);
    trace_column(trace, "gradient-times-move", 3, gradient);
}

/* Σ ½ s relu(z)², with z = X Wᵀ + 1 bᵀ and a factor s for each element. Unless they are
 * NULL, z and the gradient with respect to what ReLU returns go to z and dy. */
static real cost_of(const struct layer *layer, const real *s, real *z, real *dy)
{
    const size_t n = layer->batch * layer->out;
    real y[BATCH * OUT], inside[BATCH * OUT], sum = 0;
    linear_forward(layer->batch, layer->in, layer->out, layer->x, layer->w, layer->b,
                   inside);
    relu_forward(n, inside, y);
    for (size_t i = 0; i < n; i++) {
        sum += s[i] * y[i] * y[i] / 2;
        if (z) {
            z[i] = inside[i];
            dy[i] = s[i] * y[i];
        }
    }
    return sum;
}

/* Central differences of the cost in n of the layer's numbers. */
static void quotients(const struct layer *layer, const real *s, real *numbers, size_t n,
                      real *quotient)
{
    const real h = 0x1p-16;
    for (size_t i = 0; i < n; i++) {
        const real old = numbers[i];
        numbers[i] = old + h;
        const real above = cost_of(layer, s, NULL, NULL);
        numbers[i] = old - h;
        const real below = cost_of(layer, s, NULL, NULL);
        numbers[i] = old;
        quotient[i] = (above - below) / (2 * h);
    }
}

/* Two layers' passes forward and backward, and difference quotients of the cost. */
static void differences(FILE *trace, struct rng *rng)
{
    struct layer layer = draw_layer(BATCH, IN, OUT, rng);
    real s[BATCH * OUT], z[BATCH * OUT], dy[BATCH * OUT];
    real dw[OUT * IN], db[OUT], dx[BATCH * IN];
    draw(BATCH * OUT, s, rng);
    cost_of(&layer, s, z, dy);
    relu_backward(BATCH * OUT, z, dy, layer.dy);
    backward(&layer);
    quotients(&layer, s, layer.w, OUT * IN, dw);
    quotients(&layer, s, layer.b, OUT, db);
    quotients(&layer, s, layer.x, BATCH * IN, dx);
    trace_column(trace, "dw-by-differences", OUT * IN, dw);
    trace_column(trace, "db-by-differences", OUT, db);
    trace_column(trace, "dx-by-differences", BATCH * IN, dx);
    trace_column(trace, "dw-through-both", OUT * IN, layer.dw);
    trace_column(trace, "db-through-both", OUT, layer.db);
    trace_column(trace, "dx-through-both", BATCH * IN, layer.dx);
}

/* A layer too large for an array on the stack. */
static void record_large(FILE *trace, struct rng *rng)
{
    enum { LARGE = 400, ALL = LARGE * LARGE, PLACES = 5 };
    static const size_t places[PLACES] = {0, 31, 64, 1000, ALL - 1};
    real *number = malloc((4 * LARGE + 2 * ALL) * sizeof *number), some[PLACES];
    if (!number)
        abort();
    real *x = number, *dy = x + LARGE, *db = dy + LARGE, *dx = db + LARGE;
    real *w = dx + LARGE, *dw = w + ALL;
    draw(2 * LARGE, x, rng);
    draw(ALL, w, rng);
    linear_backward(1, LARGE, LARGE, x, w, dy, dw, db, dx);
    for (size_t i = 0; i < PLACES; i++)
        some[i] = dw[places[i]];
    trace_column(trace, "some-of-dw-of-400-by-400", PLACES, some);
    trace_column(trace, "db-of-400", LARGE, db);
    trace_column(trace, "dx-of-400", LARGE, dx);
    free(number);
}

/* One row, one column, one of everything, a square, and an empty batch. */
static void shapes(FILE *trace, struct rng *rng)
{
    static const struct {
        const char *dw, *db, *dx;
        size_t batch, in, out;
    } all[] = {
        {"dw-1-by-1-by-1", "db-1-by-1-by-1", "dx-1-by-1-by-1", 1, 1, 1},
        {"dw-one-row", "db-one-row", "dx-one-row", 1, IN, OUT},
        {"dw-one-input", "db-one-input", "dx-one-input", BATCH, 1, OUT},
        {"dw-one-output", "db-one-output", "dx-one-output", BATCH, IN, 1},
        {"dw-square", "db-square", "dx-square", OUT, OUT, OUT},
        {"dw-empty-batch", "db-empty-batch", "dx-empty-batch", 0, IN, OUT},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct layer layer = draw_layer(all[i].batch, all[i].in, all[i].out, rng);
        backward(&layer);
        trace_matrix(trace, all[i].dw, layer.out, layer.in, layer.dw);
        trace_column(trace, all[i].db, layer.out, layer.db);
        trace_matrix(trace, all[i].dx, layer.batch, layer.in, layer.dx);
    }
    record_large(trace, rng);
}

static void relu(FILE *trace, struct rng *rng)
{
    real x[COUNT], dy[COUNT], dx[COUNT], x_before[COUNT], dy_before[COUNT];
    draw(COUNT, x, rng);
    draw(COUNT, dy, rng);
    draw(COUNT, dx, rng);
    memcpy(x_before, x, sizeof x);
    memcpy(dy_before, dy, sizeof dy);
    relu_backward(COUNT, x, dy, dx);
    trace_input(trace, "x", COUNT, x_before);
    trace_input(trace, "dy", COUNT, dy_before);
    trace_column(trace, "relu-dx", COUNT, dx);
    trace_number(trace, "numbers-of-x-and-dy-overwritten",
                 (double)(driver_overwritten(COUNT, x, x_before) +
                          driver_overwritten(COUNT, dy, dy_before)));
}

/* The kink, from both sides and as -0; numbers that are hardly any; NaN, infinities. */
static void kink(FILE *trace, struct rng *rng)
{
    enum { POINTS = 8 };
    const real inf = (real)INFINITY;
    const real x[POINTS] = {0, -(real)0.0, 1e-300, -1e-300, (real)NAN, inf, -inf, 1};
    real dy[POINTS], dx[POINTS];
    draw(POINTS, dx, rng);
    for (size_t i = 0; i < POINTS; i++)
        dy[i] = 1 + rng_uniform(rng);
    dy[6] = dy[7] = (real)NAN;
    relu_backward(POINTS, x, dy, dx);
    trace_input(trace, "x", POINTS, x);
    trace_input(trace, "dy", POINTS, dy);
    trace_column(trace, "relu-dx", POINTS, dx);
    relu_backward(0, x, dy, dx);
}

/* The result in the place of dY, as a network with little memory does. */
static void in_place(FILE *trace, struct rng *rng)
{
    real x[COUNT], dy[COUNT];
    draw(COUNT, x, rng);
    draw(COUNT, dy, rng);
    trace_input(trace, "x", COUNT, x);
    trace_input(trace, "dy", COUNT, dy);
    relu_backward(COUNT, x, dy, dy);
    trace_column(trace, "relu-dx-in-place", COUNT, dy);
}

const struct driver_case driver_cases[] = {
    {"batch", batch},       {"bias", bias},
    {"inputs", inputs},     {"without-dx", without_dx},
    {"adjoint", adjoint},   {"shapes", shapes},
    {"relu", relu},         {"kink", kink},
    {"in-place", in_place}, {"differences", differences},
    {NULL, NULL},
};
