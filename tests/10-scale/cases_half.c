/* cases_half.c: the four conversions on numbers near each other, on ties, of every size,
 * on subnormals, on what is too large and on what is no number; and there and back. */
#include "judge/driver.h"
#include "optim/half.h"

#include <math.h>
#include <string.h>

enum { CURVE = 120, MANY = 96, BACK = 160 };

static float float_of(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static uint32_t bits_of(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* What bits mean, by the definition; NaN and infinities apart. */
static double meaning(unsigned bits, int fraction, int bias)
{
    const int exponent = (int)((bits & 0x7fff) >> fraction);
    const double part = (double)(bits & ((1u << fraction) - 1)) / (double)(1 << fraction);
    const double sign = bits & 0x8000 ? -1 : 1;
    if (exponent == (0x7fff >> fraction))
        return part > 0 ? NAN : sign * INFINITY;
    return sign * (exponent ? ldexp(1 + part, exponent - bias) : ldexp(part, 1 - bias));
}

static void record_bits(FILE *trace, size_t n, const float *x, int which)
{
    real input[BACK], bf16[BACK], fp16[BACK];
    for (size_t i = 0; i < n; i++) {
        input[i] = x[i];
        bf16[i] = bf16_from_float(x[i]);
        fp16[i] = fp16_from_float(x[i]);
    }
    trace_input(trace, "x", n, input);
    if (which & 1)
        trace_column(trace, "bits-of-bf16", n, bf16);
    if (which & 2)
        trace_column(trace, "bits-of-fp16", n, fp16);
}

/* An eighth of a binade, so that both stairs can be seen. */
static void rounding(FILE *trace, struct rng *rng)
{
    const float from = (float)(1 + 0.5 * rng_uniform(rng));
    real x[CURVE], bf16[CURVE], fp16[CURVE];
    for (size_t i = 0; i < CURVE; i++) {
        const float at = from + 0.0002f * (float)i;
        x[i] = at;
        bf16[i] = (real)meaning(bf16_from_float(at), 7, 127);
        fp16[i] = (real)meaning(fp16_from_float(at), 10, 15);
    }
    trace_input(trace, "x", CURVE, x);
    trace_column(trace, "bf16", CURVE, bf16);
    trace_column(trace, "fp16", CURVE, fp16);
}

/* Half-way between two neighbors, and one float above and below that, with both signs. */
static void ties(FILE *trace, struct rng *rng)
{
    float bf16[MANY], fp16[MANY];
    for (size_t i = 0; i < MANY; i++) {
        const uint32_t sign = (uint32_t)(i / 6 % 2) << 31;
        const uint32_t exponent = (uint32_t)(120 + rng_below(rng, 14)) << 23;
        const uint32_t odd = (uint32_t)(i / 3 % 2);
        const uint32_t kept = (uint32_t)rng_below(rng, 64) << 1 | odd;
        const uint32_t shift = (uint32_t)(i % 3);
        bf16[i] = float_of(sign | (exponent + (kept << 16) + 0x8000 + shift - 1));
        fp16[i] = float_of(sign | (exponent + (kept << 13) + 0x1000 + shift - 1));
    }
    real input[MANY], a[MANY], b[MANY];
    for (size_t i = 0; i < MANY; i++) {
        input[i] = bf16[i];
        a[i] = bf16_from_float(bf16[i]);
        b[i] = fp16_from_float(fp16[i]);
    }
    trace_input(trace, "near-ties-of-bf16", MANY, input);
    for (size_t i = 0; i < MANY; i++)
        input[i] = fp16[i];
    trace_input(trace, "near-ties-of-fp16", MANY, input);
    trace_column(trace, "bits-of-bf16", MANY, a);
    trace_column(trace, "bits-of-fp16", MANY, b);
}

/* Every exponent that both have. */
static void sizes(FILE *trace, struct rng *rng)
{
    float x[BACK];
    for (size_t i = 0; i < BACK; i++)
        x[i] = float_of((uint32_t)(rng_next(rng) & 0x807fffff) | (uint32_t)(113 + i % 30)
                                                                     << 23);
    record_bits(trace, BACK, x, 3);
}

/* Exponents that only bf16 has. */
static void wide(FILE *trace, struct rng *rng)
{
    float x[BACK];
    for (size_t i = 0; i < BACK; i++) {
        const uint32_t exponent = (uint32_t)(1 + rng_below(rng, 253)) << 23;
        x[i] = float_of((uint32_t)(rng_next(rng) & 0x807fffff) | exponent);
    }
    record_bits(trace, BACK, x, 1);
}

/* Around multiples and half-multiples of 2^-24, of fp16; the subnormals of bf16. */
static void small(FILE *trace, struct rng *rng)
{
    float x[MANY], tiny[MANY];
    real input[MANY], fp16[MANY], bf16[MANY];
    for (size_t i = 0; i < MANY; i++) {
        const float half_steps = (float)(i < 8 ? i : rng_below(rng, 2048));
        const uint32_t bits = bits_of(half_steps * 0x1p-25f);
        const uint32_t shift = half_steps > 0 ? (uint32_t)(i % 3) : 1;
        x[i] = float_of(bits + shift - 1);
        x[i] = i % 2 ? x[i] : -x[i];
        tiny[i] = float_of((uint32_t)(rng_next(rng) & 0x807fffff));
        if (i % 2)
            x[i] = i % 4 == 1 ? x[i] : (float)(rng_uniform(rng) * 0x1p-14);
    }
    tiny[0] = float_of(0x00008000);
    tiny[1] = float_of(0x00018000);
    tiny[2] = float_of(0x007fffff);
    for (size_t i = 0; i < MANY; i++) {
        input[i] = x[i];
        fp16[i] = fp16_from_float(x[i]);
        bf16[i] = bf16_from_float(tiny[i]);
    }
    trace_input(trace, "x", MANY, input);
    trace_column(trace, "bits-of-small-fp16", MANY, fp16);
    for (size_t i = 0; i < MANY; i++)
        input[i] = tiny[i];
    trace_input(trace, "subnormal", MANY, input);
    trace_column(trace, "bits-of-subnormal-bf16", MANY, bf16);
    for (size_t i = 0; i < MANY; i++)
        fp16[i] = fp16_from_float(tiny[i]);
    trace_column(trace, "bits-of-what-is-0-in-fp16", MANY, fp16);
}

static void large(FILE *trace, struct rng *rng)
{
    float x[18] = {65504,
                   65519.996f,
                   65520,
                   65535,
                   65536,
                   1e6f,
                   float_of(0x7f7f7fff),
                   float_of(0x7f7f8000),
                   float_of(0x7f7fffff)};
    real input[18], fp16[18], bf16[18];
    x[5] *= (float)(1 + rng_uniform(rng));
    for (size_t i = 0; i < 18; i++) {
        x[i] = i < 9 ? x[i] : -x[i - 9];
        input[i] = x[i];
        fp16[i] = fp16_from_float(x[i]);
        bf16[i] = bf16_from_float(x[i]);
    }
    trace_input(trace, "x", 18, input);
    trace_column(trace, "bits-of-large-fp16", 18, fp16);
    trace_column(trace, "bits-of-large-bf16", 18, bf16);
}

/* Zeros and infinities; and NaNs, of which only some have a bit that stays. */
static void special(FILE *trace, struct rng *rng)
{
    enum { NANS = 16 };
    const float x[4] = {0, -0.0f, INFINITY, -INFINITY};
    real fp16[NANS], bf16[NANS], name[NANS];
    for (size_t i = 0; i < 4; i++) {
        name[i] = x[i];
        fp16[i] = fp16_from_float(x[i]);
        bf16[i] = bf16_from_float(x[i]);
    }
    trace_input(trace, "x", 4, name);
    trace_column(trace, "bits-of-special-fp16", 4, fp16);
    trace_column(trace, "bits-of-special-bf16", 4, bf16);
    for (size_t i = 0; i < NANS; i++) {
        const uint32_t fraction = i < 4   ? 0x7fffff
                                  : i < 8 ? 1 + (uint32_t)rng_below(rng, 0xfff)
                                          : 1 + (uint32_t)rng_below(rng, 0x7ffffe);
        const uint32_t bits = 0x7f800000 | fraction | (uint32_t)(i % 2) << 31;
        name[i] = fraction;
        /* 1 for a NaN, 2 more for a sign */
        unsigned half = fp16_from_float(float_of(bits));
        fp16[i] = (real)(((half & 0x7fff) > 0x7c00) + 2 * (half >> 15));
        half = bf16_from_float(float_of(bits));
        bf16[i] = (real)(((half & 0x7fff) > 0x7f80) + 2 * (half >> 15));
    }
    trace_input(trace, "fraction-of-a-nan", NANS, name);
    trace_column(trace, "nan-and-sign-of-fp16", NANS, fp16);
    trace_column(trace, "nan-and-sign-of-bf16", NANS, bf16);
}

/* From 16 bits: usual numbers, subnormals, zeros and infinities. */
static void back(FILE *trace, struct rng *rng)
{
    real input[BACK], fp16[BACK], bf16[BACK], small16[BACK];
    for (size_t i = 0; i < BACK; i++) {
        const unsigned sign = (unsigned)(i % 2) << 15;
        const unsigned bits = sign | (unsigned)(0x0400 + rng_below(rng, 0x7c00 - 0x0400));
        input[i] = bits;
        fp16[i] = fp16_to_float((uint16_t)bits);
        bf16[i] = bf16_to_float((uint16_t)bits);
    }
    trace_input(trace, "bits", BACK, input);
    trace_column(trace, "float-of-fp16", BACK, fp16);
    trace_column(trace, "float-of-bf16", BACK, bf16);
    for (size_t i = 0; i < BACK; i++) {
        const unsigned bits = (unsigned)(i % 2) << 15 | (unsigned)rng_below(rng, 0x400);
        input[i] = bits;
        small16[i] = fp16_to_float((uint16_t)bits);
    }
    trace_input(trace, "small-bits", BACK, input);
    trace_column(trace, "float-of-small-fp16", BACK, small16);
    trace_number(trace, "fp16_to_float(0x7c00)", fp16_to_float(0x7c00));
    trace_number(trace, "fp16_to_float(0xfc00)", fp16_to_float(0xfc00));
    trace_number(trace, "fp16_to_float(0x7c01)", fp16_to_float(0x7c01));
    trace_number(trace, "bf16_to_float(0xff80)", bf16_to_float(0xff80));
    trace_number(trace, "bf16_to_float(0x7f81)", bf16_to_float(0x7f81));
    trace_number(trace, "sign-of-0-from-fp16", signbit(fp16_to_float(0x8000)) != 0);
    trace_number(trace, "sign-of-0-from-bf16", signbit(bf16_to_float(0x8000)) != 0);
    trace_number(trace, "sign-of-nan-from-fp16", signbit(fp16_to_float(0xfe00)) != 0);
}

/* Bits that mean a finite number, there and back. */
static void round_trip(FILE *trace, struct rng *rng)
{
    real given[BACK], fp16[BACK], bf16[BACK];
    for (size_t i = 0; i < BACK; i++) {
        const unsigned bits = (unsigned)(i % 2) << 15 | (unsigned)rng_below(rng, 0x7c00);
        given[i] = bits;
        fp16[i] = fp16_from_float(fp16_to_float((uint16_t)bits));
        bf16[i] = bf16_from_float(bf16_to_float((uint16_t)bits));
    }
    trace_input(trace, "bits", BACK, given);
    trace_column(trace, "fp16-there-and-back", BACK, fp16);
    trace_column(trace, "bf16-there-and-back", BACK, bf16);
}

/* The loops over arrays touch n numbers and no more; the mean error is near 0. */
static void many(FILE *trace, struct rng *rng)
{
    enum { N = 4000 };
    static float x[N], again[N + 1];
    static uint16_t bits[N + 1];
    double sum[2] = {0, 0};
    for (size_t i = 0; i < N; i++)
        x[i] = (float)(1 + rng_uniform(rng));
    bits[N] = 0x1234;
    again[N] = 77;
    bf16_pack(N, x, bits);
    bf16_unpack(N, bits, again);
    for (size_t i = 0; i < N; i++)
        sum[0] += ((double)again[i] - (double)x[i]) / N;
    fp16_pack(N, x, bits);
    fp16_unpack(N, bits, again);
    for (size_t i = 0; i < N; i++)
        sum[1] += ((double)again[i] - (double)x[i]) / N;
    bf16_pack(0, NULL, bits + N);
    fp16_unpack(0, NULL, again + N);
    trace_number(trace, "mean-error-of-bf16", sum[0]);
    trace_number(trace, "mean-error-of-fp16", sum[1]);
    trace_number(trace, "what-follows-the-bits", bits[N]);
    trace_number(trace, "what-follows-the-numbers", again[N]);
}

const struct driver_case driver_cases[] = {
    {"rounding", rounding},     {"ties", ties},   {"sizes", sizes},     {"wide", wide},
    {"small", small},           {"large", large}, {"special", special}, {"back", back},
    {"round-trip", round_trip}, {"many", many},   {NULL, NULL},
};
