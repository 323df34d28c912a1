/* cases_plane.c: planes through random, nearly parallel, huge and hopeless directions. */
#include "draw.h"
#include "optim/plane.h"

#include <math.h>
#include <string.h>

enum { N = 40, WALK = 60, MANY = 100000, WRONG = 7 };

static void record(FILE *trace, size_t n, real *u, real *v)
{
    trace_number(trace, "status", plane_orthonormal(n, u, v));
    trace_column(trace, "u", n, u);
    trace_column(trace, "v", n, v);
}

static void random_plane(FILE *trace, struct rng *rng)
{
    real u[N], v[N];
    draw(N, u, 0, 1 + rng_uniform(rng), rng);
    draw(N, v, 0, 1 + rng_uniform(rng), rng);
    trace_input(trace, "u-before", N, u);
    trace_input(trace, "v-before", N, v);
    record(trace, N, u, v);
}

/* Angles of about 1, 1e-5, 1e-6 and 1e-7, on one side or the other: how orthogonal and
 * how long what comes back is. */
static void parallel(FILE *trace, struct rng *rng)
{
    enum { ANGLES = 4 };
    const real angle[ANGLES] = {1, 1e-5, 1e-6, 1e-7};
    real dot[ANGLES], length[ANGLES], status[ANGLES];
    for (size_t k = 0; k < ANGLES; k++) {
        const real times = rng_signed(rng, 1 + rng_uniform(rng));
        real u[N], v[N], squares = 0;
        draw(N, u, 0, 1, rng);
        for (size_t i = 0; i < N; i++)
            v[i] = times * u[i] + angle[k] * rng_normal(rng);
        status[k] = plane_orthonormal(N, u, v);
        dot[k] = 0;
        for (size_t i = 0; i < N; i++) {
            dot[k] += u[i] * v[i];
            squares += v[i] * v[i];
        }
        length[k] = sqrt(squares);
    }
    trace_input(trace, "angle", ANGLES, angle);
    trace_column(trace, "status", ANGLES, status);
    trace_rough(trace, "u-dot-v", ANGLES, dot);
    trace_column(trace, "length-of-v", ANGLES, length);
}

/* Squares of these overflow, or underflow. */
static void sizes(FILE *trace, struct rng *rng)
{
    real u[N], v[N];
    draw(N, u, 0, 1e200, rng);
    draw(N, v, 0, 1e-200, rng);
    record(trace, N, u, v);
}

static void points(FILE *trace, struct rng *rng)
{
    real u[N], v[N], center[N], point[N], other[N], at[3];
    const real a = 2 * rng_normal(rng), b = 3 * rng_normal(rng);
    draw(N, u, 0, 1, rng);
    draw(N, v, 0, 1, rng);
    draw(N, center, 0, 10, rng);
    draw(N, other, 0, 1, rng);
    plane_orthonormal(N, u, v);
    trace_input(trace, "a", 1, &a);
    trace_input(trace, "b", 1, &b);
    plane_point(N, center, u, v, a, b, point);
    trace_column(trace, "point", N, point);
    struct plane_place place = plane_place(N, center, u, v, point);
    at[0] = place.a, at[1] = place.b;
    trace_column(trace, "place-of-the-point", 2, at);
    trace_rough(trace, "off-by-rounding", 1, &place.off);
    for (size_t i = 0; i < N; i++)
        other[i] += center[i];
    place = plane_place(N, center, u, v, other);
    at[0] = place.a, at[1] = place.b, at[2] = place.off;
    trace_column(trace, "place-of-another", 3, at);
}

/* A point close to the plane and far from its center: no difference of squares. */
static void near_the_plane(FILE *trace, struct rng *rng)
{
    real u[3] = {1, 0, 0}, v[3] = {0, 1, 0}, center[3] = {0, 0, 0};
    const real across = 1e3 * (1 + rng_uniform(rng)), along = 1e3 * rng_uniform(rng);
    real point[3] = {across, along, 1e-7 * (1 + rng_uniform(rng))};
    trace_input(trace, "height", 1, &point[2]);
    struct plane_place place = plane_place(3, center, u, v, point);
    trace_rough(trace, "off-of-a-near-point", 1, &place.off);
    point[2] *= -1e7;
    place = plane_place(3, center, u, v, point);
    trace_number(trace, "off-of-a-point-below", place.off);
}

/* What spans no plane: n below 2, NaN, infinity, 0, and parallel. */
static void refused(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY, some = 1 + rng_uniform(rng);
    real u[WRONG][N], v[WRONG][N], status[WRONG];
    for (size_t k = 0; k < WRONG; k++) {
        draw(N, u[k], 0, some, rng);
        draw(N, v[k], 0, some, rng);
    }
    u[1][3] = nan;
    v[2][N - 1] = -inf;
    memset(u[3], 0, sizeof u[3]);
    memset(v[4], 0, sizeof v[4]);
    for (size_t i = 0; i < N; i++) {
        v[5][i] = -some * u[5][i];
        v[6][i] = u[6][i] * 1e100;
    }
    for (size_t k = 0; k < WRONG; k++)
        status[k] = plane_orthonormal(k == 0 ? 1 : N, u[k], v[k]);
    trace_input(trace, "spread", 1, &some);
    trace_column(trace, "status-of-what-spans-no-plane", WRONG, status);
}

static void many(FILE *trace, struct rng *rng)
{
    real *u = room(5 * MANY), *v = u + MANY, *center = v + MANY, *point = center + MANY;
    real *given = point + MANY;
    draw(2 * MANY, u, 0, 1, rng);
    draw(MANY, center, 0, 1, rng);
    memcpy(given, center, MANY * sizeof *center);
    const size_t before = driver_allocations();
    plane_orthonormal(MANY, u, v);
    plane_point(MANY, center, u, v, 3, -4, point);
    const struct plane_place place = plane_place(MANY, center, u, v, point);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    const real some[] = {u[0], v[MANY - 1], point[7], place.a, place.b};
    trace_column(trace, "some-of-100000", 5, some);
    trace_number(trace, "center-overwritten",
                 (double)driver_overwritten(MANY, center, given));
    free(u);
}

/* For the plot: a walk, seen in a plane. */
static void walk(FILE *trace, struct rng *rng)
{
    real u[N], v[N], center[N], point[N], a[WALK], b[WALK];
    draw(N, u, 0, 1, rng);
    draw(N, v, 0, 1, rng);
    draw(N, center, 0, 1, rng);
    draw(N, point, 0, 1, rng);
    plane_orthonormal(N, u, v);
    for (size_t t = 0; t < WALK; t++) {
        const struct plane_place place = plane_place(N, center, u, v, point);
        a[t] = place.a;
        b[t] = place.b;
        for (size_t i = 0; i < N; i++)
            point[i] += 0.1 * (center[i] - point[i]) + 0.05 * rng_normal(rng);
    }
    trace_column(trace, "a", WALK, a);
    trace_column(trace, "b", WALK, b);
}

const struct driver_case driver_cases[] = {
    {"random", random_plane}, {"parallel", parallel},   {"sizes", sizes},
    {"points", points},       {"near", near_the_plane}, {"refused", refused},
    {"many", many},           {"walk", walk},           {NULL, NULL},
};
