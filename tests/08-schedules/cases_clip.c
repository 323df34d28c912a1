/* cases_clip.c: gradients in parts, short and long, of extreme sizes, zero, NaN and
 * infinite; what is left of them, and what was measured. */
#include "judge/driver.h"
#include "optim/clip.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS = 3, N = 12, LENGTHS = 40, MANY = 100000, SIZES = 10 };

static const size_t part_size[PARTS] = {1, 7, 4};

/* The parts of N numbers. */
static void cut(real *g, struct clip_part part[PARTS])
{
    for (size_t k = 0, first = 0; k < PARTS; first += part_size[k++])
        part[k] = (struct clip_part){part_size[k], g + first};
}

static void draw(struct rng *rng, real scale, real *g)
{
    for (size_t i = 0; i < N; i++)
        g[i] = scale * (i < 1 ? 3 : i < 8 ? 1 : 0.1) * rng_normal(rng);
}

/* Gradients of norms from a hundredth to a hundred: what norm is left. */
static void lengths(FILE *trace, struct rng *rng)
{
    real given[LENGTHS], left[LENGTHS], said[LENGTHS], most = 0.5 + rng_uniform(rng);
    for (size_t i = 0; i < LENGTHS; i++) {
        struct clip_part part[PARTS];
        real g[N], sum = 0;
        cut(g, part);
        draw(rng, 1, g);
        for (size_t k = 0; k < N; k++)
            sum += g[k] * g[k];
        given[i] = pow(10, 4 * (real)i / LENGTHS - 2);
        for (size_t k = 0; k < N; k++)
            g[k] *= given[i] / sqrt(sum);
        clip_global(PARTS, part, most, 0, &said[i]);
        sum = 0;
        for (size_t k = 0; k < N; k++)
            sum += g[k] * g[k];
        left[i] = sqrt(sum);
    }
    trace_input(trace, "most", 1, &most);
    trace_input(trace, "given", LENGTHS, given);
    trace_column(trace, "left", LENGTHS, left);
    trace_column(trace, "norm-measured", LENGTHS, said);
}

/* One long gradient, its numbers before and after. */
static void numbers(FILE *trace, struct rng *rng)
{
    struct clip_part part[PARTS];
    real g[N], before[N], most = 1 + rng_uniform(rng), norm, status;
    cut(g, part);
    draw(rng, 10, g);
    memcpy(before, g, sizeof g);
    const real alone = clip_norm(PARTS, part);
    const size_t changed = driver_overwritten(N, g, before);
    status = (real)clip_global(PARTS, part, most, 0, &norm);
    trace_input(trace, "most", 1, &most);
    trace_input(trace, "gradient", N, before);
    trace_column(trace, "clipped", N, g);
    trace_number(trace, "norm", norm);
    trace_number(trace, "norm-alone", alone);
    trace_number(trace, "numbers-changed-by-the-norm", (double)changed);
    trace_column(trace, "status", 1, &status);
}

/* Short enough: not one bit changes, also if the norm is just what may remain, or if
 * there is no limit; a NULL for the norm. */
static void kept(FILE *trace, struct rng *rng)
{
    struct clip_part part[PARTS];
    real g[N] = {3, 0, 4}, before[N], changed[4], norm[4] = {0}, status[4];
    const real most[4] = {5, 5 + rng_uniform(rng), 1e300, (real)INFINITY};
    cut(g, part);
    memcpy(before, g, sizeof g);
    for (size_t i = 0; i < 4; i++) {
        status[i] = (real)clip_global(PARTS, part, most[i], 0, i == 3 ? NULL : &norm[i]);
        changed[i] = (real)driver_overwritten(N, g, before);
    }
    draw(rng, 1e-3, g);
    memcpy(before, g, sizeof g);
    clip_global(PARTS, part, 1, 0, NULL);
    trace_input(trace, "most", 4, most);
    trace_column(trace, "numbers-changed", 4, changed);
    trace_column(trace, "norm-of-3-0-4", 4, norm);
    trace_column(trace, "status", 4, status);
    trace_number(trace, "numbers-changed-of-a-short-one",
                 (double)driver_overwritten(N, g, before));
}

/* PyTorch's slack of 10^-6, and one that shows. */
static void slacks(FILE *trace, struct rng *rng)
{
    const real slack[3] = {0, 1e-6, 0.5}, scale = 0.1 + rng_uniform(rng);
    static const char *const names[] = {"clipped-exactly", "clipped-slack-1e-6",
                                        "clipped-slack-0.5"};
    struct clip_part part[PARTS];
    real g[N] = {0}, just[N] = {0.75}, norm;
    for (size_t k = 0; k < 3; k++) {
        for (size_t i = 0; i < N; i++)
            g[i] = scale * (real)(i + 1);
        cut(g, part);
        clip_global(PARTS, part, scale, slack[k], &norm);
        trace_column(trace, names[k], N, g);
    }
    cut(just, part);
    clip_global(PARTS, part, 1, 0.5, &norm);
    trace_number(trace, "norm-without-slack", norm);
    trace_number(trace, "0.75-with-slack-0.5-and-1", just[0]);
    just[0] = 0.5;
    clip_global(PARTS, part, 1, 0.5, NULL);
    trace_number(trace, "0.5-with-slack-0.5-and-1", just[0]);
}

/* Numbers whose squares overflow or vanish, subnormal ones, and a norm that is too large
 * for a real though they are not. */
static void sizes(FILE *trace, struct rng *rng)
{
    const real unit[SIZES] = {1e200,   1e-200, 1e300,  1e-300, 4e-320,
                              1.5e308, 1e160,  1e-170, 1e308,  1};
    const real most[SIZES] = {1, 1e-210, 1e-10,  1e-305, 1e-321,
                              1, 1e100,  1e-180, 1e308,  1e-300};
    real norm[SIZES], alone[SIZES], first[SIZES], last[SIZES], status[SIZES];
    for (size_t i = 0; i < SIZES; i++) {
        struct clip_part part[PARTS];
        real g[N] = {0};
        g[0] = 0.8 * unit[i];
        g[N - 1] = -(0.6 + (i % 2 ? 0 : 0.1 * rng_uniform(rng))) * unit[i];
        if (unit[i] > 1.4e308)
            g[0] = unit[i], g[N - 1] = -unit[i];
        cut(g, part);
        alone[i] = clip_norm(PARTS, part);
        status[i] = (real)clip_global(PARTS, part, most[i], 0, &norm[i]);
        first[i] = g[0] / most[i];
        last[i] = g[N - 1] / most[i];
    }
    trace_input(trace, "unit", SIZES, unit);
    trace_input(trace, "most", SIZES, most);
    trace_column(trace, "norm", SIZES, norm);
    trace_column(trace, "norm-alone", SIZES, alone);
    trace_column(trace, "first-number-over-most", SIZES, first);
    trace_column(trace, "last-number-over-most", SIZES, last);
    trace_column(trace, "status", SIZES, status);
}

/* Zeros, no numbers, no parts, nothing may remain. */
static void nothing(FILE *trace, struct rng *rng)
{
    struct clip_part part[PARTS], empty[2] = {{0, NULL}, {0, NULL}};
    real zero[N] = {0}, g[N], norm[5], status[5], most = 0.1 + rng_uniform(rng);
    cut(zero, part);
    status[0] = (real)clip_global(PARTS, part, most, 0, &norm[0]);
    status[1] = (real)clip_global(PARTS, part, 0, 1, &norm[1]);
    status[2] = (real)clip_global(2, empty, most, 0, &norm[2]);
    status[3] = (real)clip_global(0, NULL, most, 0, &norm[3]);
    trace_column(trace, "zeros", N, zero);
    trace_number(trace, "norm-of-no-parts", clip_norm(0, NULL));
    trace_number(trace, "norm-of-zeros", clip_norm(PARTS, part));
    cut(g, part);
    draw(rng, 1, g);
    status[4] = (real)clip_global(PARTS, part, 0, 0, &norm[4]);
    trace_column(trace, "norm", 5, norm);
    trace_column(trace, "status", 5, status);
    trace_column(trace, "clipped-to-0", N, g);
}

/* NaN and infinities at every place: nothing is changed, and the status says why. The
 * number after the place is finite, and still the same. */
static void not_finite(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY;
    const real bad[5][2] = {{nan, 1}, {inf, 1}, {-inf, 1}, {nan, inf}, {inf, nan}};
    real norm[5 * N], alone[5 * N], changed[5 * N], status[5 * N], place[5 * N];
    real beside[5 * N], still[5 * N];
    for (size_t r = 0; r < 5 * N; r++) {
        struct clip_part part[PARTS];
        real g[N], before[N];
        cut(g, part);
        draw(rng, 1, g);
        g[r % N] = bad[r / N][0];
        g[(r + 5) % N] *= bad[r / N][1];
        memcpy(before, g, sizeof g);
        beside[r] = g[(r + 1) % N];
        alone[r] = clip_norm(PARTS, part);
        status[r] = (real)clip_global(PARTS, part, 0.1, 0, &norm[r]);
        changed[r] = (real)driver_overwritten(N, g, before);
        place[r] = (real)(r % N);
        still[r] = g[(r + 1) % N];
    }
    trace_input(trace, "place", 5 * N, place);
    trace_input(trace, "number-beside", 5 * N, beside);
    trace_column(trace, "norm", 5 * N, norm);
    trace_column(trace, "norm-alone", 5 * N, alone);
    trace_column(trace, "numbers-changed", 5 * N, changed);
    trace_column(trace, "number-beside-afterwards", 5 * N, still);
    trace_column(trace, "status", 5 * N, status);
}

/* Limits and slacks that are none. */
static void invalid(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY;
    const real most[] = {-1, -1e-300, nan, -inf, 1, 1, 1, nan, 1};
    const real slack[] = {0, 0, 0, 0, -1e-9, nan, inf, nan, 0};
    enum { BAD = sizeof most / sizeof *most };
    real norm[BAD], changed[BAD], status[BAD];
    for (size_t i = 0; i < BAD; i++) {
        struct clip_part part[PARTS];
        real g[N], before[N];
        cut(g, part);
        draw(rng, 10, g);
        if (i == 7)
            g[3] = nan;
        memcpy(before, g, sizeof g);
        norm[i] = -7;
        status[i] = (real)clip_global(PARTS, part, most[i], slack[i], &norm[i]);
        changed[i] = (real)driver_overwritten(N, g, before);
    }
    trace_input(trace, "most", BAD, most);
    trace_input(trace, "slack", BAD, slack);
    trace_rough(trace, "norm", BAD, norm);
    trace_rough(trace, "numbers-changed", BAD, changed);
    trace_column(trace, "status", BAD, status);
}

/* 100,000 numbers in two parts; nothing is allocated. */
static void many(FILE *trace, struct rng *rng)
{
    real *g = malloc(MANY * sizeof *g), norm;
    if (!g)
        abort();
    for (size_t i = 0; i < MANY; i++)
        g[i] = i < 1000 ? rng_normal(rng) : g[i - 1000];
    const struct clip_part part[2] = {{1, g}, {MANY - 1, g + 1}};
    const size_t before = driver_allocations();
    clip_global(2, part, 1, 0, &norm);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_number(trace, "norm-of-100000", norm);
    trace_number(trace, "norm-left", clip_norm(2, part));
    trace_number(trace, "first-of-100000", g[0]);
    trace_number(trace, "last-of-100000", g[MANY - 1]);
    free(g);
}

const struct driver_case driver_cases[] = {
    {"lengths", lengths},
    {"numbers", numbers},
    {"kept", kept},
    {"slacks", slacks},
    {"sizes", sizes},
    {"nothing", nothing},
    {"not-finite", not_finite},
    {"invalid", invalid},
    {"many", many},
    {NULL, NULL},
};
