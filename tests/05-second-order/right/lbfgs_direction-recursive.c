/* lbfgs_direction-recursive.c: one call for each pair, V and Vᵀ around the rest. */
#include "optim/lbfgs_direction.h"

static real dot(size_t n, const real *a, const real *b)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

static void apply(const struct curvature_pairs *pairs, size_t age, real scale, real *d)
{
    const size_t n = pairs->n;
    if (age > pairs->count) {
        for (size_t i = 0; i < n; i++)
            d[i] *= scale;
        return;
    }
    const size_t row = (pairs->next + pairs->m - age) % pairs->m;
    const real *s = pairs->s + row * n, *y = pairs->y + row * n, ys = dot(n, y, s);
    const real alpha = dot(n, s, d) / ys;
    for (size_t i = 0; i < n; i++)
        d[i] -= alpha * y[i];
    apply(pairs, age + 1, age == 1 ? ys / dot(n, y, y) : scale, d);
    const real share = alpha - dot(n, y, d) / ys;
    for (size_t i = 0; i < n; i++)
        d[i] += share * s[i];
}

void lbfgs_direction(struct curvature_pairs *pairs, const real *g, real *d)
{
    for (size_t i = 0; i < pairs->n; i++)
        d[i] = g[i];
    apply(pairs, 1, 1, d);
    for (size_t i = 0; i < pairs->n; i++)
        d[i] = -d[i];
}
