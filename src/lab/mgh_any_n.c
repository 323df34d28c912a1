/* mgh_any_n.c: problems 13, 20, 22 to 28, 30, 31 and 35 of Moré, Garbow and Hillstrom,
 * which are there for many numbers of parameters.
 *
 *     f = Σ r_i(x)²
 *
 *     x      parameters, n of them        r  residuals, m of them
 *     j      row by row ∂r_i/∂x_j, all 0 on entry        row  the row of r_i */
#include "lab/mgh.h"

#include <tgmath.h>

/* For n from 2 to 31. */
void mgh_watson(size_t n, size_t m, const real *x, real *r, real *j)
{
    for (size_t i = 0; i < m - 2; i++) {
        const real t = (real)(i + 1) / 29;
        real sum = 0, slope = 0, power = 1;
        for (size_t k = 0; k < n; k++) {
            sum += x[k] * power;
            slope += k + 1 < n ? (real)(k + 1) * x[k + 1] * power : 0;
            power *= t;
        }
        r[i] = slope - sum * sum - 1;
        power = 1;
        for (size_t k = 0; k < n; k++) {
            j[i * n + k] = (real)k * power / t - 2 * sum * power;
            power *= t;
        }
    }
    r[m - 2] = x[0];
    j[(m - 2) * n] = 1;
    r[m - 1] = x[1] - x[0] * x[0] - 1;
    j[(m - 1) * n] = -2 * x[0];
    j[(m - 1) * n + 1] = 1;
}

/* 13 and 22, for multiples of 4. */
void mgh_powell_singular(size_t n, size_t m, const real *x, real *r, real *j)
{
    (void)m;
    const real root5 = sqrt((real)5), root10 = sqrt((real)10);
    for (size_t i = 0; i < n; i += 4) {
        const real a = x[i + 1] - 2 * x[i + 2], b = x[i] - x[i + 3];
        r[i] = x[i] + 10 * x[i + 1];
        r[i + 1] = root5 * (x[i + 2] - x[i + 3]);
        r[i + 2] = a * a;
        r[i + 3] = root10 * b * b;
        j[i * n + i] = 1;
        j[i * n + i + 1] = 10;
        j[(i + 1) * n + i + 2] = root5;
        j[(i + 1) * n + i + 3] = -root5;
        j[(i + 2) * n + i + 1] = 2 * a;
        j[(i + 2) * n + i + 2] = -4 * a;
        j[(i + 3) * n + i] = 2 * root10 * b;
        j[(i + 3) * n + i + 3] = -2 * root10 * b;
    }
}

void mgh_penalty_1(size_t n, size_t m, const real *x, real *r, real *j)
{
    const real root = sqrt((real)1e-5);
    r[m - 1] = (real)-0.25;
    for (size_t i = 0; i < n; i++) {
        r[i] = root * (x[i] - 1);
        j[i * n + i] = root;
        r[m - 1] += x[i] * x[i];
        j[(m - 1) * n + i] = 2 * x[i];
    }
}

void mgh_penalty_2(size_t n, size_t m, const real *x, real *r, real *j)
{
    const real root = sqrt((real)1e-5);
    r[0] = x[0] - (real)0.2;
    j[0] = 1;
    r[m - 1] = -1;
    for (size_t i = 0; i < n; i++) {
        const real here = exp(x[i] / 10), weight = (real)(n - i);
        r[m - 1] += weight * x[i] * x[i];
        j[(m - 1) * n + i] = 2 * weight * x[i];
        if (i == 0)
            continue;
        const real before = exp(x[i - 1] / 10);
        const real y = exp((real)(i + 1) / 10) + exp((real)i / 10);
        r[i] = root * (here + before - y);
        j[i * n + i] = root * here / 10;
        j[i * n + i - 1] = root * before / 10;
        r[n + i - 1] = root * (here - exp((real)-0.1));
        j[(n + i - 1) * n + i] = root * here / 10;
    }
}

void mgh_variably_dimensioned(size_t n, size_t m, const real *x, real *r, real *j)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        r[i] = x[i] - 1;
        j[i * n + i] = 1;
        sum += (real)(i + 1) * (x[i] - 1);
    }
    r[m - 2] = sum;
    r[m - 1] = sum * sum;
    for (size_t i = 0; i < n; i++) {
        j[(m - 2) * n + i] = (real)(i + 1);
        j[(m - 1) * n + i] = 2 * sum * (real)(i + 1);
    }
}

void mgh_trigonometric(size_t n, size_t m, const real *x, real *r, real *j)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += cos(x[i]);
    for (size_t i = 0; i < m; i++) {
        real *row = j + i * n;
        r[i] = (real)n - sum + (real)(i + 1) * (1 - cos(x[i])) - sin(x[i]);
        for (size_t k = 0; k < n; k++)
            row[k] = sin(x[k]);
        row[i] += (real)(i + 1) * sin(x[i]) - cos(x[i]);
    }
}

void mgh_brown_almost_linear(size_t n, size_t m, const real *x, real *r, real *j)
{
    real sum = 0, product = 1;
    for (size_t i = 0; i < n; i++) {
        sum += x[i];
        product *= x[i];
    }
    for (size_t i = 0; i + 1 < m; i++) {
        r[i] = x[i] + sum - (real)(n + 1);
        for (size_t k = 0; k < n; k++)
            j[i * n + k] = k == i ? 2 : 1;
    }
    r[m - 1] = product - 1;
    for (size_t i = 0; i < n; i++) {
        real others = 1;
        for (size_t k = 0; k < n; k++)
            others *= k == i ? 1 : x[k];
        j[(m - 1) * n + i] = others;
    }
}

/* What stands outside of the parameters on both sides is 0. */
static real inside(size_t n, const real *x, size_t i)
{
    return i < n ? x[i] : 0; /* i - 1 of 0 is the largest size_t */
}

void mgh_boundary_value(size_t n, size_t m, const real *x, real *r, real *j)
{
    const real h = 1 / (real)(n + 1);
    for (size_t i = 0; i < m; i++) {
        const real t = (real)(i + 1) * h, cube = x[i] + t + 1;
        r[i] = 2 * x[i] - inside(n, x, i - 1) - inside(n, x, i + 1) +
               h * h * cube * cube * cube / 2;
        j[i * n + i] = 2 + 3 * h * h * cube * cube / 2;
        if (i > 0)
            j[i * n + i - 1] = -1;
        if (i + 1 < n)
            j[i * n + i + 1] = -1;
    }
}

void mgh_broyden_tridiagonal(size_t n, size_t m, const real *x, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        r[i] = (3 - 2 * x[i]) * x[i] - inside(n, x, i - 1) - 2 * inside(n, x, i + 1) + 1;
        j[i * n + i] = 3 - 4 * x[i];
        if (i > 0)
            j[i * n + i - 1] = -1;
        if (i + 1 < n)
            j[i * n + i + 1] = -2;
    }
}

void mgh_broyden_banded(size_t n, size_t m, const real *x, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        r[i] = x[i] * (2 + 5 * x[i] * x[i]) + 1;
        j[i * n + i] = 2 + 15 * x[i] * x[i];
        const size_t first = i > 5 ? i - 5 : 0, last = i + 1 < n ? i + 1 : n - 1;
        for (size_t k = first; k <= last; k++) {
            if (k == i)
                continue;
            r[i] -= x[k] * (1 + x[k]);
            j[i * n + k] = -(1 + 2 * x[k]);
        }
    }
}

/* The mean of the Chebyshev polynomial T_i over the parameters, less its integral from 0
 * to 1. The polynomials of 2x - 1 and their derivatives come by recurrence. */
void mgh_chebyquad(size_t n, size_t m, const real *x, real *r, real *j)
{
    for (size_t i = 0; i < m; i++)
        r[i] = i % 2 ? 1 / ((real)(i + 1) * (real)(i + 1) - 1) : 0;
    for (size_t k = 0; k < n; k++) {
        const real u = 2 * x[k] - 1;
        real before = 1, here = u, slope_before = 0, slope = 2;
        for (size_t i = 0; i < m; i++) {
            r[i] += here / (real)n;
            j[i * n + k] = slope / (real)n;
            const real next = 2 * u * here - before;
            const real slope_next = 4 * here + 2 * u * slope - slope_before;
            before = here, here = next;
            slope_before = slope, slope = slope_next;
        }
    }
}
