/* cases_minimum_norm.c: least squares of every shape and rank. */
#include "draw.h"
#include "optim/minimum_norm.h"

#include <math.h>
#include <string.h>

enum { MOST = 12, WRONG = 8, STEPS = 60 };

/* A of the given rank: a product of m × rank and rank × n; and b, not in its range. */
static void draw_problem(size_t m, size_t n, size_t rank, real *a, real *b,
                         struct rng *rng)
{
    real left[MOST * MOST], right[MOST * MOST];
    draw(m * rank, left, 0, 1, rng);
    draw(rank * n, right, 0, 1, rng);
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++) {
            a[i * n + j] = 0;
            for (size_t k = 0; k < rank; k++)
                a[i * n + j] += left[i * rank + k] * right[k * n + j];
        }
    draw(m, b, 0, 1, rng);
}

static void solve(FILE *trace, struct rng *rng, size_t m, size_t n, size_t rank)
{
    real a[MOST * MOST], b[MOST], x[MOST];
    size_t found = 99;
    draw_problem(m, n, rank, a, b, rng);
    for (size_t j = 0; j < n; j++)
        x[j] = 7;
    trace_input(trace, "a", m * n, a);
    trace_input(trace, "b", m, b);
    trace_number(trace, "status", minimum_norm(m, n, a, b, 1e-10, x, &found));
    trace_column(trace, "x", n, x);
    trace_number(trace, "rank", (double)found);
}

static void tall(FILE *trace, struct rng *rng)
{
    solve(trace, rng, 9, 4, 4);
}

static void wide(FILE *trace, struct rng *rng)
{
    solve(trace, rng, 4, 9, 4);
}

static void deficient(FILE *trace, struct rng *rng)
{
    solve(trace, rng, 8, 6, 3);
}

static void deficient_wide(FILE *trace, struct rng *rng)
{
    solve(trace, rng, 5, 8, 3);
}

/* Singular values of known sizes, all rows and columns of which are mixed by reflections:
 * what counts depends on rcond alone, not on the scale of A. */
static void cutoff(FILE *trace, struct rng *rng)
{
    const real sigma[4] = {1, 0.1, 1e-3, 1e-5}, rcond[3] = {1e-6, 1e-4, 1e-2};
    real ranks[6], length[6], q[4], p[4], scale = 1e-9 * (1 + rng_uniform(rng));
    draw(4, q, 0, 1, rng);
    draw(4, p, 0, 1, rng);
    const real qq = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3];
    const real pp = p[0] * p[0] + p[1] * p[1] + p[2] * p[2] + p[3] * p[3];
    for (size_t k = 0; k < 6; k++) {
        real a[16], b[4] = {1, 2, 3, 4}, x[4];
        size_t found = 99;
        for (size_t i = 0; i < 4; i++)
            for (size_t j = 0; j < 4; j++) {
                a[4 * i + j] = 0;
                for (size_t s = 0; s < 4; s++)
                    a[4 * i + j] += ((i == s) - 2 * q[i] * q[s] / qq) * sigma[s] *
                                    ((s == j) - 2 * p[s] * p[j] / pp);
                a[4 * i + j] *= k < 3 ? 1 : scale;
            }
        minimum_norm(4, 4, a, b, rcond[k % 3], x, &found);
        ranks[k] = (real)found;
        length[k] = sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + x[3] * x[3]);
        length[k] *= k < 3 ? 1 : scale;
    }
    trace_input(trace, "scale", 1, &scale);
    trace_column(trace, "rank-by-cutoff", 6, ranks);
    trace_column(trace, "length-by-cutoff", 6, length);
}

/* One number; a row; a column; and a matrix of zeros. What is asked for has a copy: what
 * LAPACK leaves in a matrix that it works in is not the same everywhere. */
static void edges(FILE *trace, struct rng *rng)
{
    const real one = 2 + rng_uniform(rng), b[3] = {1, 2, 3}, nothing[6] = {0};
    real row[3], again[3], x[3], column[3];
    size_t rank = 99;
    draw(3, row, 0, 1, rng);
    memcpy(again, row, sizeof row);
    minimum_norm(1, 1, &one, b, 1e-10, x, NULL);
    trace_number(trace, "x-of-one-number", x[0]);
    minimum_norm(1, 3, row, b, 1e-10, x, &rank);
    trace_column(trace, "x-of-a-row", 3, x);
    minimum_norm(3, 1, again, b, 1e-10, column, &rank);
    trace_number(trace, "x-of-a-column", column[0]);
    x[0] = x[1] = 7;
    trace_number(trace, "status-of-zeros",
                 minimum_norm(3, 2, nothing, b, 1e-10, x, &rank));
    trace_column(trace, "x-of-zeros", 2, x);
    trace_number(trace, "rank-of-zeros", (double)rank);
}

static void inputs(FILE *trace, struct rng *rng)
{
    real a[8 * 6], b[8], x[6], a_given[8 * 6], b_given[8];
    draw_problem(8, 6, 3, a, b, rng);
    memcpy(a_given, a, sizeof a);
    memcpy(b_given, b, sizeof b);
    minimum_norm(8, 6, a, b, 1e-10, x, NULL);
    trace_number(trace, "a-overwritten", (double)driver_overwritten(48, a, a_given));
    trace_number(trace, "b-overwritten", (double)driver_overwritten(8, b, b_given));
    trace_column(trace, "x-without-a-rank", 6, x);
}

static void refused(FILE *trace, struct rng *rng)
{
    const real nan = (real)NAN, inf = (real)INFINITY;
    const real rcond[WRONG] = {1e-10, 1e-10, 0, 1, -1, nan, 1e-10, 1e-10};
    real status[WRONG], x[WRONG][2], ranks[WRONG], last[WRONG];
    for (size_t k = 0; k < WRONG; k++) {
        real a[6], b[3];
        size_t found = 99;
        draw(6, a, 0, 1, rng);
        draw(3, b, 0, 1, rng);
        last[k] = b[2];
        x[k][0] = x[k][1] = nan;
        if (k == 6)
            a[5] = nan;
        if (k == 7)
            b[0] = -inf;
        status[k] =
            minimum_norm(k == 0 ? 0 : 3, k == 1 ? 0 : 2, a, b, rcond[k], x[k], &found);
        ranks[k] = (real)found;
    }
    trace_input(trace, "last-of-b", WRONG, last);
    trace_column(trace, "status-of-what-is-refused", WRONG, status);
    trace_rough(trace, "x-of-what-is-refused", (size_t)2 * WRONG, x[0]);
    trace_rough(trace, "rank-of-what-is-refused", WRONG, ranks);
}

/* For the plot: gradient descent from 0 comes to the same x. */
static void descent(FILE *trace, struct rng *rng)
{
    enum { M = 4, N = 8 };
    real a[M * N], b[M], x[N], walk[N] = {0}, t[STEPS], distance[STEPS], squares = 0;
    real a_given[M * N];
    draw_problem(M, N, M, a, b, rng);
    memcpy(a_given, a, sizeof a);
    for (size_t i = 0; i < (size_t)M * N; i++)
        squares += a[i] * a[i];
    minimum_norm(M, N, a_given, b, 1e-10, x, NULL);
    for (size_t k = 0; k < STEPS; k++) {
        real residual[M];
        distance[k] = 0;
        for (size_t j = 0; j < N; j++)
            distance[k] += (walk[j] - x[j]) * (walk[j] - x[j]);
        distance[k] = log10(sqrt(distance[k]));
        for (size_t i = 0; i < M; i++) {
            residual[i] = -b[i];
            for (size_t j = 0; j < N; j++)
                residual[i] += a[i * N + j] * walk[j];
        }
        for (size_t j = 0; j < N; j++)
            for (size_t i = 0; i < M; i++)
                walk[j] -= a[i * N + j] * residual[i] / squares;
    }
    count_from_1(STEPS, t);
    trace_input(trace, "t", STEPS, t);
    trace_column(trace, "distance", STEPS, distance);
}

const struct driver_case driver_cases[] = {
    {"tall", tall},           {"wide", wide},
    {"deficient", deficient}, {"deficient-wide", deficient_wide},
    {"cutoff", cutoff},       {"edges", edges},
    {"inputs", inputs},       {"refused", refused},
    {"descent", descent},     {NULL, NULL},
};
