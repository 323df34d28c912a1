/* mgh_fits.c: problems 8, 9, 11, 12 and 15 to 19 of Moré, Garbow and Hillstrom: models
 * that are fitted to data.
 *
 *     f = Σ r_i(x)²
 *
 *     x      parameters, n of them        r  residuals, m of them
 *     j      row by row ∂r_i/∂x_j, all 0 on entry        row  the row of r_i
 *     y      what was measured                           t    where */
#include "lab/mgh.h"

#include <tgmath.h>

void mgh_bard(size_t n, size_t m, const real *x, real *r, real *j)
{
    static const double y[] = {0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39,
                               0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39};
    for (size_t i = 0; i < m; i++) {
        const real u = (real)(i + 1), v = 16 - u, w = fmin(u, v);
        const real below = v * x[1] + w * x[2];
        real *row = j + i * n;
        r[i] = (real)y[i] - (x[0] + u / below);
        row[0] = -1;
        row[1] = u * v / (below * below);
        row[2] = u * w / (below * below);
    }
}

void mgh_gaussian(size_t n, size_t m, const real *x, real *r, real *j)
{
    static const double y[] = {0.0009, 0.0044, 0.0175, 0.0540, 0.1295,
                               0.2420, 0.3521, 0.3989, 0.3521, 0.2420,
                               0.1295, 0.0540, 0.0175, 0.0044, 0.0009};
    for (size_t i = 0; i < m; i++) {
        const real off = (7 - (real)i) / 2 - x[2], bell = exp(-x[1] * off * off / 2);
        real *row = j + i * n;
        r[i] = x[0] * bell - (real)y[i];
        row[0] = bell;
        row[1] = -x[0] * bell * off * off / 2;
        row[2] = x[0] * bell * x[1] * off;
    }
}

void mgh_gulf(size_t n, size_t m, const real *x, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        const real t = (real)0.01 * (real)(i + 1);
        const real y = 25 + pow(-50 * log(t), (real)2 / 3), off = y - x[1];
        const real power = pow(fabs(off), x[2]), share = exp(-power / x[0]);
        real *row = j + i * n;
        r[i] = share - t;
        if (off == 0)
            continue;
        row[0] = share * power / (x[0] * x[0]);
        row[1] = share * x[2] * power / (off * x[0]);
        row[2] = -share * power * log(fabs(off)) / x[0];
    }
}

void mgh_box(size_t n, size_t m, const real *x, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        const real t = (real)(i + 1) / 10, first = exp(-t * x[0]);
        const real second = exp(-t * x[1]), third = exp(-t) - exp(-10 * t);
        real *row = j + i * n;
        r[i] = first - second - x[2] * third;
        row[0] = -t * first;
        row[1] = t * second;
        row[2] = -third;
    }
}

void mgh_kowalik_osborne(size_t n, size_t m, const real *x, real *r, real *j)
{
    static const double y[] = {0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627,
                               0.0456, 0.0342, 0.0323, 0.0235, 0.0246};
    static const double times[] = {4,     2,   1,      0.5,    0.25,  0.167,
                                   0.125, 0.1, 0.0833, 0.0714, 0.0625};
    for (size_t i = 0; i < m; i++) {
        const real u = (real)times[i], above = u * u + u * x[1];
        const real below = u * u + u * x[2] + x[3];
        real *row = j + i * n;
        r[i] = (real)y[i] - x[0] * above / below;
        row[0] = -above / below;
        row[1] = -x[0] * u / below;
        row[2] = x[0] * above * u / (below * below);
        row[3] = x[0] * above / (below * below);
    }
}

void mgh_brown_dennis(size_t n, size_t m, const real *x, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        const real t = (real)(i + 1) / 5, a = x[0] + t * x[1] - exp(t);
        const real b = x[2] + x[3] * sin(t) - cos(t);
        real *row = j + i * n;
        r[i] = a * a + b * b;
        row[0] = 2 * a;
        row[1] = 2 * a * t;
        row[2] = 2 * b;
        row[3] = 2 * b * sin(t);
    }
}

void mgh_osborne_1(size_t n, size_t m, const real *x, real *r, real *j)
{
    static const double y[] = {
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751,
        0.718, 0.685, 0.658, 0.628, 0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490,
        0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406};
    for (size_t i = 0; i < m; i++) {
        const real t = 10 * (real)i, first = exp(-t * x[3]), second = exp(-t * x[4]);
        real *row = j + i * n;
        r[i] = (real)y[i] - (x[0] + x[1] * first + x[2] * second);
        row[0] = -1;
        row[1] = -first;
        row[2] = -second;
        row[3] = x[1] * t * first;
        row[4] = x[2] * t * second;
    }
}

void mgh_biggs(size_t n, size_t m, const real *x, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        const real t = (real)(i + 1) / 10;
        const real y = exp(-t) - 5 * exp(-10 * t) + 3 * exp(-4 * t);
        const real a = exp(-t * x[0]), b = exp(-t * x[1]), c = exp(-t * x[4]);
        real *row = j + i * n;
        r[i] = x[2] * a - x[3] * b + x[5] * c - y;
        row[0] = -t * x[2] * a;
        row[1] = t * x[3] * b;
        row[2] = a;
        row[3] = -b;
        row[4] = -t * x[5] * c;
        row[5] = c;
    }
}

void mgh_osborne_2(size_t n, size_t m, const real *x, real *r, real *j)
{
    static const double y[] = {
        1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746,
        0.679, 0.608, 0.655, 0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649,
        0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423, 0.395,
        0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653,
        0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739,
        0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054};
    for (size_t i = 0; i < m; i++) {
        const real t = (real)i / 10, decay = exp(-t * x[4]);
        real *row = j + i * n;
        r[i] = (real)y[i] - x[0] * decay;
        row[0] = -decay;
        row[4] = x[0] * t * decay;
        for (size_t k = 1; k < 4; k++) {
            const real off = t - x[7 + k], bell = exp(-off * off * x[4 + k]);
            r[i] -= x[k] * bell;
            row[k] = -bell;
            row[4 + k] = x[k] * off * off * bell;
            row[7 + k] = -2 * x[k] * x[4 + k] * off * bell;
        }
    }
}
