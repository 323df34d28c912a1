/* cases_block_quant.c: there, back, and both; maps of every kind, blocks of every length,
 * outliers, ties, zeros, and what is not finite. */
#include "judge/driver.h"
#include "optim/block_quant.h"

#include <math.h>
#include <string.h>

enum { N = 60, CURVE = 201, MANY = 100000, MOST = 2048 };

/* A map of the seed's own: ascending, from -1 to 1, 0 among its numbers. */
static void random_map(real map[QUANT_CODES], struct rng *rng)
{
    real sum = 0;
    for (size_t i = 0; i < QUANT_CODES; i++)
        map[i] = sum += (real)(0.1 + rng_uniform(rng));
    const real middle = map[100];
    for (size_t i = 0; i < QUANT_CODES; i++)
        map[i] = (map[i] - middle) / (i < 100 ? middle : sum - middle);
    const real least = -map[0];
    for (size_t i = 0; i < 100; i++)
        map[i] /= least;
}

static void record(FILE *trace, const real map[QUANT_CODES], size_t n, size_t block,
                   const real *x)
{
    static uint8_t code[MOST];
    static real scale[MOST], codes[MOST], back[MOST];
    const real length = (real)block;
    block_quantize(map, n, block, x, code, scale);
    block_dequantize(map, n, block, code, scale, back);
    for (size_t i = 0; i < n; i++)
        codes[i] = code[i];
    trace_input(trace, "block", 1, &length);
    trace_input(trace, "x", n, x);
    trace_column(trace, "code", n, codes);
    trace_column(trace, "scale", quant_blocks(n, block), scale);
    trace_column(trace, "dequantized", n, back);
}

/* A single block from -1 to 1, so that the steps can be seen. */
static void steps(FILE *trace, struct rng *rng)
{
    real map[QUANT_CODES], x[CURVE];
    const real size = (real)(0.5 + rng_uniform(rng));
    quant_map_dynamic(map, true);
    for (size_t i = 0; i < CURVE; i++)
        x[i] = size * ((real)i - 100 + (real)(0.3 * rng_uniform(rng))) / 100;
    x[0] = (real)-1.01 * size;
    record(trace, map, CURVE, CURVE, x);
}

static void noise(size_t n, real *x, struct rng *rng)
{
    for (size_t i = 0; i < n; i++) {
        const double size = pow(10, 2 * rng_normal(rng));
        x[i] = (real)(size * rng_normal(rng));
    }
}

static void own_map(FILE *trace, struct rng *rng)
{
    real map[QUANT_CODES], x[N];
    random_map(map, rng);
    noise(N, x, rng);
    x[N / 2] = 0; /* in this map its code is 100, in the dynamic one 127 */
    record(trace, map, N, 7 + (size_t)rng_below(rng, 6), x);
}

/* All positive, with the map that has no signs. */
static void positive(FILE *trace, struct rng *rng)
{
    real map[QUANT_CODES], x[N];
    quant_map_dynamic(map, false);
    noise(N, x, rng);
    for (size_t i = 0; i < N; i++)
        x[i] *= x[i];
    record(trace, map, N, 16, x);
}

/* One large number in a block of its own; blocks that end just at the end, and beyond. */
static void outlier(FILE *trace, struct rng *rng)
{
    real map[QUANT_CODES], x[N];
    quant_map_linear(map, true);
    for (size_t i = 0; i < N; i++)
        x[i] = (real)rng_normal(rng);
    x[20 + rng_below(rng, 10)] = (real)-1e4;
    record(trace, map, N, 10, x);
}

static void lengths(FILE *trace, struct rng *rng)
{
    static const size_t n[4] = {1, 2, 20, 19}, block[4] = {5, 1, 1000, 10};
    static const char *const names[4] = {"alone", "blocks-of-1", "one-block",
                                         "last-of-9"};
    static const char *const scales[4] = {"scale-alone", "scales-of-1", "one-scale",
                                          "scales-of-19"};
    real map[QUANT_CODES];
    quant_map_dynamic(map, true);
    for (size_t k = 0; k < 4; k++) {
        real x[20], back[21], scale[5] = {7, 7, 7, 7, 7};
        uint8_t code[21];
        noise(20, x, rng);
        for (size_t i = 0; i <= 20; i++)
            back[i] = code[i] = 99;
        block_quantize(map, n[k], block[k], x, code, scale);
        block_dequantize(map, n[k], block[k], code, scale, back);
        trace_column(trace, names[k], n[k] + 1, back);
        trace_column(trace, scales[k], 5, scale);
        trace_number(trace,
                     k == 0   ? "code-beyond-1"
                     : k == 1 ? "code-beyond-2"
                     : k == 2 ? "code-beyond-20"
                              : "code-beyond-19",
                     code[n[k]]);
    }
}

/* Quotients that are exactly half-way between two numbers of the map, or a little beside;
 * the scale is 1. */
static void ties(FILE *trace, struct rng *rng)
{
    real map[QUANT_CODES], x[N];
    for (size_t i = 0; i < QUANT_CODES; i++)
        map[i] = ((real)i - 127) / 128;
    x[0] = 1;
    for (size_t i = 1; i < N; i++)
        x[i] = ((real)rng_below(rng, 250) - 125 + (real)0.5) / 128 +
               (real)((int)(i % 3) - 1) / 4096;
    record(trace, map, N, N, x);
}

/* Blocks of 4: zeros; zeros with a sign; one number; tiny; huge; NaN; infinities. */
static void edges(FILE *trace, struct rng *rng)
{
    const real some = (real)(1 + rng_uniform(rng)), huge = sqrt((real)FLT_MAX);
    const real x[32] = {0,
                        0,
                        0,
                        0,
                        0,
                        -(real)0.0,
                        0,
                        0,
                        0,
                        some,
                        0,
                        0,
                        1e-30f,
                        some * 1e-31f,
                        0,
                        -1e-31f,
                        huge,
                        -huge * some,
                        1,
                        huge / 3,
                        some,
                        (real)NAN,
                        1,
                        2,
                        1,
                        2,
                        (real)INFINITY,
                        3,
                        -(real)INFINITY,
                        some,
                        some,
                        some};
    real map[QUANT_CODES];
    quant_map_dynamic(map, true);
    record(trace, map, 32, 4, x);
}

/* Dequantizing codes that are given. */
static void back(FILE *trace, struct rng *rng)
{
    real map[QUANT_CODES], scale[6], codes[N], x[N];
    uint8_t code[N];
    random_map(map, rng);
    for (size_t i = 0; i < 6; i++)
        scale[i] = (real)exp(3 * rng_normal(rng));
    for (size_t i = 0; i < N; i++)
        codes[i] = code[i] = (uint8_t)rng_below(rng, 256);
    block_dequantize(map, N, 11, code, scale, x);
    trace_input(trace, "scales-given", 6, scale);
    trace_input(trace, "codes-given", N, codes);
    trace_column(trace, "dequantized-from-codes", N, x);
}

/* 100,000 numbers; inputs stay; nothing is allocated. */
static void many(FILE *trace, struct rng *rng)
{
    static real x[MANY], kept[MANY], y[MANY], scale[MANY / 256 + 1];
    static uint8_t code[MANY];
    real map[QUANT_CODES], before[QUANT_CODES];
    double error = 0, largest = 0;
    quant_map_dynamic(map, true);
    memcpy(before, map, sizeof map);
    for (size_t i = 0; i < MANY; i++)
        kept[i] = x[i] = (real)rng_normal(rng);
    const size_t allocations = driver_allocations();
    block_quantize(map, MANY, 256, x, code, scale);
    block_dequantize(map, MANY, 256, code, scale, y);
    trace_number(trace, "allocations", (double)(driver_allocations() - allocations));
    for (size_t i = 0; i < MANY; i++) {
        error += fabs((double)(y[i] - x[i])) / MANY;
        largest = fmax(largest, fabs((double)(y[i] - x[i]) / (double)scale[i / 256]));
    }
    trace_number(trace, "mean-error", error);
    trace_number(trace, "largest-error-of-a-scale", largest);
    trace_number(trace, "last-scale", scale[MANY / 256]);
    trace_number(trace, "x-overwritten", (double)driver_overwritten(MANY, x, kept));
    trace_number(trace, "map-overwritten",
                 (double)driver_overwritten(QUANT_CODES, map, before));
    block_quantize(map, 0, 256, NULL, NULL, NULL);
    block_dequantize(map, 0, 256, NULL, NULL, NULL);
}

const struct driver_case driver_cases[] = {
    {"steps", steps},     {"own-map", own_map}, {"positive", positive},
    {"outlier", outlier}, {"lengths", lengths}, {"ties", ties},
    {"edges", edges},     {"back", back},       {"many", many},
    {NULL, NULL},
};
