/* matrices.h: matrices for this chapter's exercises: drawn, multiplied, rotated. */
#ifndef TESTS_MUON_SHAMPOO_MATRICES_H
#define TESTS_MUON_SHAMPOO_MATRICES_H

#include "judge/driver.h"
#include "lab/orthogonal.h"
#include "optim/real.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static inline void draw_matrix(size_t count, real *a, struct rng *rng)
{
    for (size_t i = 0; i < count; i++)
        a[i] = rng_normal(rng);
}

/* C = AB, without a BLAS, whose rounding differs from machine to machine. */
static inline void multiply(size_t m, size_t n, size_t k, const real *a, const real *b,
                            real *c)
{
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++) {
            c[i * n + j] = 0;
            for (size_t l = 0; l < k; l++)
                c[i * n + j] += a[i * k + l] * b[l * n + j];
        }
}

/* Two rotations, one for each side of a matrix of at most 8 × 8. */
struct rotation {
    size_t rows, cols;
    real left[64], right[64];
};

static inline struct rotation draw_rotation(size_t rows, size_t cols, struct rng *rng)
{
    struct rotation rotation = {.rows = rows, .cols = cols};
    if (random_orthogonal(rows, rotation.left, rng) ||
        random_orthogonal(cols, rotation.right, rng))
        abort();
    return rotation;
}

/* B = PAQ. */
static inline void rotate(const struct rotation *rotation, const real *a, real *b)
{
    real half[64];
    multiply(rotation->rows, rotation->cols, rotation->rows, rotation->left, a, half);
    multiply(rotation->rows, rotation->cols, rotation->cols, half, rotation->right, b);
}

/* All of a walk's matrices. */
static inline void rotate_walk(const struct rotation *rotation, size_t steps,
                               const real *a, real *b)
{
    const size_t n = rotation->rows * rotation->cols;
    for (size_t t = 0; t < steps; t++)
        rotate(rotation, a + t * n, b + t * n);
}

enum { BOWL_STEPS = 40, BOWL_N = 18 };

/* Steps a method down ½‖W - C‖² from W = 0, which is far from C, and records the distance
 * after each step. */
static inline void down_a_bowl(FILE *trace, struct rng *rng, size_t n,
                               const struct driver_method *method)
{
    real w[BOWL_N] = {0}, g[BOWL_N], c[BOWL_N], distance[BOWL_STEPS], t[BOWL_STEPS];
    draw_matrix(n, c, rng);
    for (size_t i = 0; i < n; i++)
        c[i] += c[i] > 0 ? 3 : -3;
    for (size_t k = 0; k < BOWL_STEPS; k++) {
        real sum = 0;
        for (size_t i = 0; i < n; i++)
            g[i] = w[i] - c[i];
        method->step(method->state, w, g);
        for (size_t i = 0; i < n; i++)
            sum += (w[i] - c[i]) * (w[i] - c[i]);
        distance[k] = sqrt(sum);
        t[k] = (real)(k + 1);
    }
    trace_input(trace, "t", BOWL_STEPS, t);
    trace_column(trace, "distance", BOWL_STEPS, distance);
}

/* Memory with nothing behind its last number. */
static inline real *take(size_t count)
{
    real *memory = malloc((count ? count : 1) * sizeof *memory);
    if (!memory)
        abort();
    return memory;
}

static inline void fill(size_t count, real *a, real value)
{
    for (size_t i = 0; i < count; i++)
        a[i] = value;
}

static inline size_t count_changes(size_t count, const real *a, const real *b)
{
    size_t changes = 0;
    for (size_t i = 0; i < count; i++)
        changes += memcmp(&a[i], &b[i], sizeof *a) != 0;
    return changes;
}

#endif
