/* cases_halton.c: mirrored digits, and points of search spaces on both scales. */
#include "draw.h"
#include "optim/halton.h"

enum { COUNT = 40, POINTS = 64, CUBED = 81, DIMS = 4 };

static void inverses(FILE *trace, struct rng *rng)
{
    const size_t bases[8] = {2, 3, 4, 5, 7, 10, 53, 1000};
    real base[COUNT], index[COUNT], u[COUNT];
    for (size_t k = 0; k < COUNT; k++) {
        const size_t b = bases[k % 8], i = (size_t)rng_below(rng, 1 + 3 * k * k * k);
        base[k] = (real)b;
        index[k] = (real)i;
        u[k] = radical_inverse(b, i);
    }
    trace_input(trace, "base", COUNT, base);
    trace_input(trace, "index", COUNT, index);
    trace_column(trace, "radical-inverse", COUNT, u);
}

/* Base 10, so that the digits can be read. */
static void digits(FILE *trace, struct rng *rng)
{
    real index[COUNT], u[COUNT];
    for (size_t k = 0; k < COUNT; k++) {
        const size_t i = (size_t)rng_below(rng, 1000000);
        index[k] = (real)i;
        u[k] = radical_inverse(10, i);
    }
    trace_input(trace, "index", COUNT, index);
    trace_column(trace, "mirrored-digits", COUNT, u);
}

/* The square, from 0 to 1 both ways. */
static void points(FILE *trace, struct rng *rng)
{
    const struct search_range unit[2] = {{0, 1, SEARCH_LINEAR}, {0, 1, SEARCH_LINEAR}};
    const size_t first = (size_t)rng_below(rng, 1000);
    real index[POINTS], one[POINTS], two[POINTS];
    for (size_t k = 0; k < POINTS; k++) {
        real point[2] = {NAN, NAN};
        halton_point(2, unit, first + k, point);
        index[k] = (real)(first + k);
        one[k] = point[0];
        two[k] = point[1];
    }
    trace_input(trace, "index", POINTS, index);
    trace_column(trace, "one", POINTS, one);
    trace_column(trace, "two", POINTS, two);
}

/* A learning rate, one less a momentum, a warm-up and a dropout, as they are searched. */
static void draw_space(struct search_range *range, struct rng *rng)
{
    range[0] = (struct search_range){1e-5 * (1 + rng_uniform(rng)), 0.3, SEARCH_LOG};
    range[1] = (struct search_range){0.005, 0.1 + rng_uniform(rng), SEARCH_LOG};
    range[2] = (struct search_range){-3 - rng_uniform(rng), 2, SEARCH_LINEAR};
    range[3] = (struct search_range){10 * rng_uniform(rng), 30, SEARCH_LINEAR};
}

static void scales(FILE *trace, struct rng *rng)
{
    struct search_range range[DIMS];
    real low[DIMS], high[DIMS], index[COUNT], point[COUNT][DIMS], column[COUNT];
    draw_space(range, rng);
    for (size_t j = 0; j < DIMS; j++) {
        low[j] = range[j].low;
        high[j] = range[j].high;
    }
    for (size_t k = 0; k < COUNT; k++) {
        const size_t i = (size_t)rng_below(rng, 100000);
        index[k] = (real)i;
        halton_point(DIMS, range, i, point[k]);
    }
    static const char *const names[DIMS] = {"rate-on-log-scale", "momentum-on-log-scale",
                                            "warm-up-on-linear-scale",
                                            "dropout-on-linear-scale"};
    trace_input(trace, "low", DIMS, low);
    trace_input(trace, "high", DIMS, high);
    trace_input(trace, "index", COUNT, index);
    for (size_t j = 0; j < DIMS; j++) {
        for (size_t k = 0; k < COUNT; k++)
            column[k] = point[k][j];
        trace_column(trace, names[j], COUNT, column);
    }
}

/* The first points, for the property that each part of a range gets its share. */
static void shares(FILE *trace, struct rng *rng)
{
    const struct search_range range[2] = {{1, 16, SEARCH_LOG}, {0, 1, SEARCH_LINEAR}};
    const size_t first = CUBED * POINTS * (size_t)rng_below(rng, 100);
    real start = (real)first, one[CUBED], two[CUBED];
    for (size_t k = 0; k < CUBED; k++) {
        real point[2] = {NAN, NAN};
        halton_point(2, range, first + k, point);
        one[k] = point[0];
        two[k] = point[1];
    }
    trace_input(trace, "first-index", 1, &start);
    trace_column(trace, "from-1-to-16", CUBED, one);
    trace_column(trace, "from-0-to-1", CUBED, two);
}

static void all_dimensions(FILE *trace, struct rng *rng)
{
    struct search_range range[HALTON_MAX_DIMS];
    const size_t i = 1 + (size_t)rng_below(rng, 1000000);
    real index = (real)i, point[HALTON_MAX_DIMS];
    for (size_t j = 0; j < HALTON_MAX_DIMS; j++)
        range[j] = (struct search_range){0, 1, SEARCH_LINEAR};
    halton_point(HALTON_MAX_DIMS, range, i, point);
    trace_input(trace, "index", 1, &index);
    trace_column(trace, "point-of-16-numbers", HALTON_MAX_DIMS, point);
}

/* The first point, the last one, ranges of one number. */
static void edges(FILE *trace, struct rng *rng)
{
    struct search_range range[DIMS];
    real first[DIMS], last[DIMS], alone[2];
    draw_space(range, rng);
    const struct search_range single[2] = {{range[0].low, range[0].low, SEARCH_LOG},
                                           {range[2].low, range[2].low, SEARCH_LINEAR}};
    halton_point(DIMS, range, 0, first);
    halton_point(DIMS, range, HALTON_MAX_INDEX, last);
    halton_point(2, single, 12345, alone);
    trace_column(trace, "point-0", DIMS, first);
    trace_column(trace, "point-of-the-largest-index", DIMS, last);
    trace_column(trace, "point-of-ranges-of-one-number", 2, alone);
    trace_number(trace, "radical_inverse(2,0)", radical_inverse(2, 0));
    trace_number(trace, "radical_inverse(2,2147483647)",
                 radical_inverse(2, HALTON_MAX_INDEX));
}

static void invalid(FILE *trace, struct rng *rng)
{
    enum { RANGES = 10 };
    const real inf = (real)INFINITY, nan = (real)NAN, some = 1 + rng_uniform(rng);
    const struct search_range good = {some, 4, SEARCH_LINEAR};
    const struct search_range bad[RANGES] = {
        {3, 1, SEARCH_LINEAR},       {3, 1, SEARCH_LOG},      {0, 1, SEARCH_LOG},
        {-1, 1, SEARCH_LOG},         {nan, 1, SEARCH_LINEAR}, {0, nan, SEARCH_LINEAR},
        {-inf, 0, SEARCH_LINEAR},    {1, inf, SEARCH_LINEAR}, {1, inf, SEARCH_LOG},
        {1, 2, (enum search_scale)2}};
    real status[RANGES + 3], kept[RANGES];
    for (size_t k = 0; k < RANGES; k++) {
        const struct search_range range[2] = {good, bad[k]};
        real point[2] = {7, 7};
        status[k] = (real)halton_point(2, range, 5, point);
        kept[k] = (real)((point[0] == 7) + (point[1] == 7));
    }
    struct search_range many[HALTON_MAX_DIMS + 1];
    real point[HALTON_MAX_DIMS + 1];
    for (size_t j = 0; j <= HALTON_MAX_DIMS; j++)
        many[j] = good;
    status[RANGES] = (real)halton_point(0, many, 5, point);
    status[RANGES + 1] = (real)halton_point(HALTON_MAX_DIMS + 1, many, 5, point);
    status[RANGES + 2] = (real)halton_point(1, many, HALTON_MAX_INDEX + 1, point);
    trace_input(trace, "some", 1, &some);
    trace_column(trace, "status-of-ranges", RANGES + 3, status);
    trace_column(trace, "points-left-alone", RANGES, kept);
    const real refused[4] = {radical_inverse(1, 5), radical_inverse(0, 5),
                             radical_inverse(1001, 5),
                             radical_inverse(2, HALTON_MAX_INDEX + 1)};
    trace_rough(trace, "inverse-of-what-is-refused", 4, refused);
}

const struct driver_case driver_cases[] = {
    {"inverses", inverses}, {"digits", digits},   {"points", points},
    {"scales", scales},     {"shares", shares},   {"all-dimensions", all_dimensions},
    {"edges", edges},       {"invalid", invalid}, {NULL, NULL},
};
