/* mgh_small.c: problems 1 to 7 and 14 of Moré, Garbow and Hillstrom.
 *
 *     f = Σ r_i(x)²
 *
 *     x      parameters, n of them        r  residuals, m of them
 *     j      row by row ∂r_i/∂x_j, all 0 on entry */
#include "lab/mgh.h"

#include <tgmath.h>

/* 1 and 21, for any even n. */
void mgh_rosenbrock(size_t n, size_t m, const real *x, real *r, real *j)
{
    (void)m;
    for (size_t i = 0; i < n; i += 2) {
        r[i] = 10 * (x[i + 1] - x[i] * x[i]);
        r[i + 1] = 1 - x[i];
        j[i * n + i] = -20 * x[i];
        j[i * n + i + 1] = 10;
        j[(i + 1) * n + i] = -1;
    }
}

void mgh_freudenstein_roth(size_t n, size_t m, const real *x, real *r, real *j)
{
    (void)n, (void)m;
    const real y = x[1];
    r[0] = -13 + x[0] + ((5 - y) * y - 2) * y;
    r[1] = -29 + x[0] + ((y + 1) * y - 14) * y;
    j[0] = j[2] = 1;
    j[1] = (10 - 3 * y) * y - 2;
    j[3] = (3 * y + 2) * y - 14;
}

void mgh_powell_badly_scaled(size_t n, size_t m, const real *x, real *r, real *j)
{
    (void)n, (void)m;
    r[0] = (real)1e4 * x[0] * x[1] - 1;
    r[1] = exp(-x[0]) + exp(-x[1]) - (real)1.0001;
    j[0] = (real)1e4 * x[1];
    j[1] = (real)1e4 * x[0];
    j[2] = -exp(-x[0]);
    j[3] = -exp(-x[1]);
}

void mgh_brown_badly_scaled(size_t n, size_t m, const real *x, real *r, real *j)
{
    (void)n, (void)m;
    r[0] = x[0] - (real)1e6;
    r[1] = x[1] - (real)2e-6;
    r[2] = x[0] * x[1] - 2;
    j[0] = j[3] = 1;
    j[4] = x[1];
    j[5] = x[0];
}

void mgh_beale(size_t n, size_t m, const real *x, real *r, real *j)
{
    static const real y[] = {(real)1.5, (real)2.25, (real)2.625};
    (void)n;
    real power = 1; /* x₂^i */
    for (size_t i = 0; i < m; i++) {
        const real before = power;
        power *= x[1];
        r[i] = y[i] - x[0] * (1 - power);
        j[2 * i] = power - 1;
        j[2 * i + 1] = x[0] * (real)(i + 1) * before;
    }
}

void mgh_jennrich_sampson(size_t n, size_t m, const real *x, real *r, real *j)
{
    (void)n;
    for (size_t i = 0; i < m; i++) {
        const real k = (real)(i + 1), first = exp(k * x[0]), second = exp(k * x[1]);
        r[i] = 2 + 2 * k - (first + second);
        j[2 * i] = -k * first;
        j[2 * i + 1] = -k * second;
    }
}

/* The angle of (x₁, x₂) in turns, from -1/4 to 3/4 as in the paper. */
static real turns(const real *x)
{
    const real quarter = x[1] < 0 ? (real)-0.25 : (real)0.25;
    if (x[0] == 0)
        return quarter;
    return atan(x[1] / x[0]) / (2 * (real)M_PI) + (x[0] < 0 ? (real)0.5 : 0);
}

void mgh_helical_valley(size_t n, size_t m, const real *x, real *r, real *j)
{
    (void)n, (void)m;
    const real square = x[0] * x[0] + x[1] * x[1], radius = sqrt(square);
    r[0] = 10 * (x[2] - 10 * turns(x));
    r[1] = 10 * (radius - 1);
    r[2] = x[2];
    j[0] = 100 * x[1] / (2 * (real)M_PI * square);
    j[1] = -100 * x[0] / (2 * (real)M_PI * square);
    j[2] = 10;
    j[3] = 10 * x[0] / radius;
    j[4] = 10 * x[1] / radius;
    j[8] = 1;
}

void mgh_wood(size_t n, size_t m, const real *x, real *r, real *j)
{
    (void)m;
    const real root90 = sqrt((real)90), root10 = sqrt((real)10);
    r[0] = 10 * (x[1] - x[0] * x[0]);
    r[1] = 1 - x[0];
    r[2] = root90 * (x[3] - x[2] * x[2]);
    r[3] = 1 - x[2];
    r[4] = root10 * (x[1] + x[3] - 2);
    r[5] = (x[1] - x[3]) / root10;
    j[0] = -20 * x[0];
    j[1] = 10;
    j[n] = -1;
    j[2 * n + 2] = -2 * root90 * x[2];
    j[2 * n + 3] = root90;
    j[3 * n + 2] = -1;
    j[4 * n + 1] = j[4 * n + 3] = root10;
    j[5 * n + 1] = 1 / root10;
    j[5 * n + 3] = -1 / root10;
}
