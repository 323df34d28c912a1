/* cases_init_scale.c: fans, gains, parameters of three laws, and deep signals. */
#include "draw.h"
#include "optim/init_scale.h"

#include <math.h>

enum { SHAPES = 12, DRAWS = 40000, DEPTH = 40 };

static struct layer_shape draw_shape(struct rng *rng)
{
    const size_t out = 1 + rng_below(rng, 500), in = 1 + rng_below(rng, 500);
    return (struct layer_shape){out, in, rng_below(rng, 2) ? 1 : 9};
}

static void record_shapes(FILE *trace, const struct layer_shape *shape)
{
    real out[SHAPES], in[SHAPES], kernel[SHAPES];
    for (size_t k = 0; k < SHAPES; k++) {
        out[k] = (real)shape[k].out;
        in[k] = (real)shape[k].in;
        kernel[k] = (real)shape[k].kernel;
    }
    trace_input(trace, "out", SHAPES, out);
    trace_input(trace, "in", SHAPES, in);
    trace_input(trace, "kernel", SHAPES, kernel);
}

static void fans(FILE *trace, struct rng *rng)
{
    struct layer_shape shape[SHAPES];
    real fan[3][SHAPES];
    for (size_t k = 0; k < SHAPES; k++) {
        shape[k] = draw_shape(rng);
        fan[0][k] = fan_of(shape[k], FAN_IN);
        fan[1][k] = fan_of(shape[k], FAN_OUT);
        fan[2][k] = fan_of(shape[k], FAN_AVERAGE);
    }
    record_shapes(trace, shape);
    trace_column(trace, "fan-in", SHAPES, fan[0]);
    trace_column(trace, "fan-out", SHAPES, fan[1]);
    trace_column(trace, "fan-average", SHAPES, fan[2]);
}

static void gains(FILE *trace, struct rng *rng)
{
    real slope[SHAPES], gain[SHAPES];
    for (size_t k = 0; k < SHAPES; k++) {
        slope[k] = k == 0 ? 0 : k == 1 ? 1 : rng_normal(rng);
        gain[k] = activation_gain(ACTIVATION_LEAKY_RELU, slope[k]);
    }
    trace_input(trace, "slope", SHAPES, slope);
    trace_column(trace, "gain-of-leaky-relu", SHAPES, gain);
    trace_number(trace, "gain-of-linear", activation_gain(ACTIVATION_LINEAR, (real)NAN));
    trace_number(trace, "gain-of-tanh", activation_gain(ACTIVATION_TANH, (real)INFINITY));
    trace_number(trace, "gain-of-a-bad-slope",
                 activation_gain(ACTIVATION_LEAKY_RELU, (real)NAN));
    trace_number(trace, "gain-of-an-infinite-slope",
                 activation_gain(ACTIVATION_LEAKY_RELU, (real)INFINITY));
}

static void record_law(FILE *trace, enum weight_law law, const char *name,
                       struct rng *rng)
{
    struct layer_shape shape[SHAPES];
    real gain[SHAPES], parameter[SHAPES], fan[SHAPES];
    for (size_t k = 0; k < SHAPES; k++) {
        shape[k] = draw_shape(rng);
        gain[k] = k == 0 ? 0 : k == 1 ? sqrt(2) : 2 * rng_uniform(rng);
        fan[k] = (real)(k % 3);
        parameter[k] = init_parameter(shape[k], (enum fan)(k % 3), gain[k], law);
    }
    record_shapes(trace, shape);
    trace_input(trace, "gain", SHAPES, gain);
    trace_input_enum(trace, "fan", SHAPES, fan, "FAN_IN FAN_OUT FAN_AVERAGE");
    trace_column(trace, name, SHAPES, parameter);
}

static void normal(FILE *trace, struct rng *rng)
{
    record_law(trace, LAW_NORMAL, "deviation", rng);
}

static void uniform(FILE *trace, struct rng *rng)
{
    record_law(trace, LAW_UNIFORM, "bound", rng);
}

static void truncated(FILE *trace, struct rng *rng)
{
    record_law(trace, LAW_TRUNCATED, "untruncated-deviation", rng);
}

/* Draws by each law; their mean square is what was asked for. */
static void draws(FILE *trace, struct rng *rng)
{
    const struct layer_shape shape = {1, 4, 1};
    real square[3] = {0}, parameter[3];
    for (int law = 0; law < 3; law++) {
        parameter[law] = init_parameter(shape, FAN_IN, 1, (enum weight_law)law);
        for (size_t i = 0; i < DRAWS; i++) {
            real x = law == LAW_UNIFORM ? 2 * rng_uniform(rng) - 1 : rng_normal(rng);
            while (law == LAW_TRUNCATED && fabs(x) > 2)
                x = rng_normal(rng);
            square[law] += parameter[law] * x * parameter[law] * x / DRAWS;
        }
    }
    trace_column(trace, "mean-square-of-40000-draws", 3, square);
}

static void depth(FILE *trace, struct rng *rng)
{
    const struct layer_shape shape = {64, 64, 1};
    real layers[DEPTH], factor[DEPTH], leaky[DEPTH], slope = rng_uniform(rng);
    const real deviation = 0.1 + 0.1 * rng_uniform(rng);
    for (size_t k = 0; k < DEPTH; k++) {
        layers[k] = (real)k;
        factor[k] = signal_factor(shape, deviation, 0, k);
        leaky[k] = signal_factor((struct layer_shape){64, 7, 9}, deviation, slope, k);
    }
    trace_input(trace, "deviation", 1, &deviation);
    trace_input(trace, "slope", 1, &slope);
    trace_input(trace, "layers", DEPTH, layers);
    trace_column(trace, "factor", DEPTH, factor);
    trace_column(trace, "factor-of-leaky-convolutions", DEPTH, leaky);
}

/* He's initialization keeps the signal, whatever the layer; Xavier's halves it. */
static void keeps(FILE *trace, struct rng *rng)
{
    real he[SHAPES], xavier[SHAPES], other[SHAPES];
    for (size_t k = 0; k < SHAPES; k++) {
        const struct layer_shape shape = draw_shape(rng);
        const struct layer_shape equal = {shape.in, shape.in, shape.kernel};
        const real slope = rng_uniform(rng);
        const real gain = activation_gain(ACTIVATION_LEAKY_RELU, slope);
        he[k] = signal_factor(shape, init_parameter(shape, FAN_IN, gain, LAW_NORMAL),
                              slope, 30);
        other[k] = signal_factor(
            shape, init_parameter(shape, FAN_IN, 1 + rng_uniform(rng), LAW_NORMAL), slope,
            3);
        xavier[k] = signal_factor(
            equal, init_parameter(equal, FAN_AVERAGE, 1, LAW_NORMAL), 0, 30);
    }
    trace_column(trace, "factor-of-He-after-30", SHAPES, he);
    trace_column(trace, "factor-of-Xavier-after-30", SHAPES, xavier);
    trace_column(trace, "factor-of-other-gains-after-3", SHAPES, other);
}

static void invalid(FILE *trace, struct rng *rng)
{
    enum { BAD = 10 };
    const real inf = (real)INFINITY, nan = (real)NAN, s = 0.1 + rng_uniform(rng);
    static const struct layer_shape shape[BAD] = {
        {0, 5, 1}, {5, 0, 1}, {5, 5, 0}, {5, 5, 1}, {5, 5, 1},
        {5, 5, 1}, {5, 5, 1}, {5, 5, 1}, {5, 5, 1}, {5, 5, 1}};
    const real size[BAD] = {s, s, s, -s, nan, inf, s, s, -inf, s};
    const real slope[BAD] = {0, 0, 0, 0, 0, 0, nan, inf, 0, -inf};
    real fan[BAD], parameter[BAD], factor[BAD];
    for (size_t k = 0; k < BAD; k++) {
        fan[k] = fan_of(shape[k], (enum fan)(k % 3));
        parameter[k] = init_parameter(shape[k], (enum fan)(k % 3), size[k], LAW_UNIFORM);
        factor[k] = signal_factor(shape[k], size[k], slope[k], k % 2 ? 3 : 0);
    }
    trace_rough(trace, "fan-of-bad-shapes", BAD, fan);
    trace_rough(trace, "parameter-of-bad-arguments", BAD, parameter);
    trace_rough(trace, "factor-of-bad-arguments", BAD, factor);
    const struct layer_shape plain = {64, 64, 1};
    trace_number(trace, "factor-too-small", signal_factor(plain, 0.001, 0, 1000));
    trace_number(trace, "factor-too-large", signal_factor(plain, 10, 0, 1000));
    trace_number(trace, "factor-of-zero-weights", signal_factor(plain, 0, 0, 2));
    trace_number(trace, "factor-of-zero-weights-and-layers",
                 signal_factor(plain, 0, 0, 0));
}

/* Fans beyond 2^64, which only a real holds. */
static void beyond_32_bits(FILE *trace, struct rng *rng)
{
    const size_t bits = 33 + (size_t)rng_below(rng, 10), kernel = (size_t)1 << bits;
    const struct layer_shape huge = {kernel, (size_t)1 << 40, kernel};
    const real shown = (real)bits;
    trace_input(trace, "bits-of-outputs-and-kernel", 1, &shown);
    trace_number(trace, "fan-in", fan_of(huge, FAN_IN));
    trace_number(trace, "fan-out", fan_of(huge, FAN_OUT));
}

const struct driver_case driver_cases[] = {
    {"fans", fans},
    {"gains", gains},
    {"normal", normal},
    {"uniform", uniform},
    {"truncated", truncated},
    {"draws", draws},
    {"depth", depth},
    {"keeps", keeps},
    {"invalid", invalid},
    {"beyond-32-bits", beyond_32_bits},
    {NULL, NULL},
};
