/* draw.h: what the cases of this chapter are made of: random vectors and matrices with
 * known properties, and what a function may not do to its inputs. */
#ifndef TESTS_SECOND_ORDER_DRAW_H
#define TESTS_SECOND_ORDER_DRAW_H

#include "judge/driver.h"
#include "lab/rng.h"
#include "optim/real.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DRAW_MAX = 8 };

static inline void draw_vector(size_t n, real *x, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = rng_normal(rng);
}

/* A symmetric matrix BᵀB + I/2, n ≤ DRAW_MAX: positive definite, with a condition number
 * below a few hundred. */
static inline void draw_definite(size_t n, real *a, struct rng *rng)
{
    real b[DRAW_MAX * DRAW_MAX];
    draw_vector(n * n, b, rng);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            a[i * n + j] = i == j ? 0.5 : 0;
            for (size_t k = 0; k < n; k++)
                a[i * n + j] += b[k * n + i] * b[k * n + j];
        }
}

static inline void multiply(size_t n, const real *a, const real *x, real *y)
{
    for (size_t i = 0; i < n; i++) {
        y[i] = 0;
        for (size_t j = 0; j < n; j++)
            y[i] += a[i * n + j] * x[j];
    }
}

static inline real product(size_t n, const real *x, const real *y)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}

static inline void *allocate(size_t count)
{
    void *memory = calloc(count, sizeof(real));
    if (!memory)
        abort();
    return memory;
}

/* 1, 2, …, n */
static inline void count_up(size_t n, real *t)
{
    for (size_t i = 0; i < n; i++)
        t[i] = (real)(i + 1);
}

/* What a call did to its inputs and to memory. Take it before and give it back after. */
struct watch {
    const real *input[3];
    real *copy[3];
    size_t count[3];
    size_t allocations;
};

static inline struct watch watch_begin(const real *a, size_t na, const real *b, size_t nb,
                                       const real *c, size_t nc)
{
    struct watch watch = {.input = {a, b, c}, .count = {na, nb, nc}};
    for (size_t k = 0; k < 3; k++) {
        watch.copy[k] = allocate(watch.count[k] + 1);
        if (watch.count[k])
            memcpy(watch.copy[k], watch.input[k], watch.count[k] * sizeof(real));
    }
    watch.allocations = driver_allocations();
    return watch;
}

static inline void watch_end(FILE *trace, struct watch *watch)
{
    size_t overwritten = 0, allocated = driver_allocations() - watch->allocations;
    for (size_t k = 0; k < 3; k++) {
        for (size_t i = 0; i < watch->count[k]; i++)
            overwritten +=
                memcmp(&watch->input[k][i], &watch->copy[k][i], sizeof(real)) != 0;
        free(watch->copy[k]);
    }
    trace_number(trace, "numbers-of-the-inputs-overwritten", (double)overwritten);
    trace_number(trace, "allocations-in-the-call", (double)allocated);
}

#endif
