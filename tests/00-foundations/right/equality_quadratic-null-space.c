/* equality_quadratic-null-space.c: coordinates along and across the constraints, from the
 * singular value decomposition of A; then Cholesky along them. */
#include "optim/equality_quadratic.h"
#include "optim/lapack.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What all of it needs, in one block. */
struct room {
    real *a, *u, *vt, *sigma, *turned, *inner, *w, *slope, *z;
};

static bool all_finite(size_t count, const real *x)
{
    real sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += 0 * x[i];
    return sum == 0;
}

/* turned = Vᵀ H V, where row i of vt is direction i. */
static void turn(size_t n, const real *h, const struct room *r)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            real sum = 0;
            for (size_t k = 0; k < n; k++)
                for (size_t l = 0; l < n; l++)
                    sum += r->vt[i * n + k] * h[k * n + l] * r->vt[j * n + l];
            r->turned[i * n + j] = sum;
        }
}

static bool is_singular(size_t free, const struct room *r, real scale, size_t *negative)
{
    if (free &&
        LAPACKE_dsyev(LAPACK_ROW_MAJOR, 'V', 'U', (int)free, r->inner, (int)free, r->w))
        abort();
    bool flat = false;
    *negative = 0;
    for (size_t i = 0; i < free; i++) {
        flat = flat || fabs(r->w[i]) <= 1e-13 * scale;
        *negative += r->w[i] < 0;
    }
    return flat;
}

static enum equality_status solve(size_t n, size_t m, const real *h, const real *c,
                                  const real *b, const struct room *r, real *x,
                                  real *lambda)
{
    real scale = 0;
    size_t negative;
    if (m > n)
        return EQUALITY_SINGULAR;
    if (n == 0)
        return EQUALITY_OK;
    memset(r->vt, 0, n * n * sizeof(real));
    for (size_t i = 0; i < n; i++)
        r->vt[i * n + i] = 1;
    if (m && LAPACKE_dgesdd(LAPACK_ROW_MAJOR, 'A', (int)m, (int)n, r->a, (int)n, r->sigma,
                            r->u, (int)m, r->vt, (int)n))
        return EQUALITY_NO_MEMORY;
    if (m && r->sigma[m - 1] <= 1e-13 * r->sigma[0])
        return EQUALITY_SINGULAR;
    turn(n, h, r);
    for (size_t i = 0; i < n * n; i++)
        scale = fmax(scale, fabs(h[i]));
    const size_t free = n - m;
    for (size_t i = 0; i < free; i++)
        for (size_t j = 0; j < free; j++)
            r->inner[i * free + j] = r->turned[(m + i) * n + m + j];
    if (is_singular(free, r, scale, &negative))
        return EQUALITY_SINGULAR;
    if (negative)
        return EQUALITY_NO_MINIMUM;
    for (size_t i = 0; i < n; i++) {
        r->slope[i] = 0;
        for (size_t k = 0; k < n; k++)
            r->slope[i] += r->vt[i * n + k] * c[k];
        r->z[i] = 0;
        for (size_t j = 0; i < m && j < m; j++)
            r->z[i] += r->u[j * m + i] * b[j] / r->sigma[i];
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++)
            r->slope[i] += r->turned[i * n + j] * r->z[j];
    for (size_t e = 0; e < free; e++) {
        real along = 0;
        for (size_t i = 0; i < free; i++)
            along -= r->inner[i * free + e] * r->slope[m + i];
        for (size_t i = 0; i < free; i++)
            r->z[m + i] += r->inner[i * free + e] * along / r->w[e];
    }
    for (size_t i = 0; i < m; i++)
        for (size_t j = m; j < n; j++)
            r->slope[i] += r->turned[i * n + j] * r->z[j];
    for (size_t k = 0; k < n; k++) {
        x[k] = 0;
        for (size_t i = 0; i < n; i++)
            x[k] += r->vt[i * n + k] * r->z[i];
    }
    for (size_t j = 0; j < m; j++) {
        lambda[j] = 0;
        for (size_t i = 0; i < m; i++)
            lambda[j] -= r->u[j * m + i] * r->slope[i] / r->sigma[i];
    }
    return EQUALITY_OK;
}

enum equality_status equality_quadratic(size_t n, size_t m, const real *h, const real *c,
                                        const real *a, const real *b, real *x,
                                        real *lambda)
{
    const size_t size = n + m + 1, square = size * size;
    real *all = calloc(9 * square, sizeof *all);
    if (!all)
        return EQUALITY_NO_MEMORY;
    const struct room room = {all,
                              all + square,
                              all + 2 * square,
                              all + 3 * square,
                              all + 4 * square,
                              all + 5 * square,
                              all + 6 * square,
                              all + 7 * square,
                              all + 8 * square};
    if (m && n)
        memcpy(room.a, a, m * n * sizeof *all);
    enum equality_status status = EQUALITY_INVALID;
    if (all_finite(n * n, h) && all_finite(n, c) && all_finite(m * n, a) &&
        all_finite(m, b))
        status = solve(n, m, h, c, b, &room, x, lambda);
    for (size_t i = 0; status && i < n; i++)
        x[i] = NAN;
    for (size_t j = 0; status && j < m; j++)
        lambda[j] = NAN;
    free(all);
    return status;
}
