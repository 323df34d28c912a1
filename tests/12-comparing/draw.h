/* draw.h: what the cases of chapter 12 share: uniform numbers, counts, and
 * attention by its definition. */
#ifndef TESTS_12_DRAW_H
#define TESTS_12_DRAW_H

#include "judge/inputs.h"
#include "optim/attention.h"
#include <math.h>

/* n uniform numbers. */
static inline void draw_uniform(size_t n, real *u, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        u[i] = rng_uniform(rng);
}

/* 0, 1, 2, … for plots. */
static inline void count(size_t n, real *i)
{
    for (size_t k = 0; k < n; k++)
        i[k] = (real)k;
}

/* A row of attention by its definition, without a care for large scores; `weight` has
 * place + 1 numbers. */
static inline void attention_row(struct attention_shape shape, size_t place,
                                 const real *q, const real *k, const real *v,
                                 real *weight, real *y)
{
    real sum = 0;
    for (size_t j = 0; j <= place; j++) {
        real score = 0;
        for (size_t i = 0; i < shape.width; i++)
            score += q[place * shape.in + i] * k[j * shape.in + i];
        sum += weight[j] = exp(score / sqrt((real)shape.width));
    }
    for (size_t i = 0; i < shape.width; i++)
        y[i] = 0;
    for (size_t j = 0; j <= place; j++) {
        weight[j] /= sum;
        for (size_t i = 0; i < shape.width; i++)
            y[i] += weight[j] * v[j * shape.in + i];
    }
}

#endif
