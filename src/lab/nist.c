/* nist.c: seven regressions of NIST's Statistical Reference Datasets.
 *
 *     f = Σ (y_i - model(x_i; b))²
 *
 *     b      parameters        x   where        y   what was measured
 *     r      residuals         j   row by row ∂r_i/∂b_j, all 0 on entry
 *
 * Invariant: data and certified values are NIST's, digit by digit. */
#include "lab/nist.h"

#include <string.h>
#include <tgmath.h>

/* The dental research data that the four models of Misra share. */
static const double misra_x[] = {77.6,  114.9, 141.1, 190.8, 239.9, 289.0, 332.8,
                                 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0};
static const double misra_y[] = {10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02,
                                 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78};

/* b₁ (1 - exp(-b₂ x)) at x, with its derivatives. */
static void saturation(const real *b, real x, real y, real *r, real *row)
{
    const real left = exp(-b[1] * x);
    *r = y - b[0] * (1 - left);
    row[0] = left - 1;
    row[1] = -b[0] * x * left;
}

static void misra1a(size_t n, size_t m, const real *b, real *r, real *j)
{
    for (size_t i = 0; i < m; i++)
        saturation(b, (real)misra_x[i], (real)misra_y[i], &r[i], j + i * n);
}

/* b₁ (1 - (1 + b₂ x / 2)⁻²) */
static void misra1b(size_t n, size_t m, const real *b, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        const real x = (real)misra_x[i], base = 1 + b[1] * x / 2;
        const real left = 1 / (base * base);
        r[i] = (real)misra_y[i] - b[0] * (1 - left);
        j[i * n] = left - 1;
        j[i * n + 1] = -b[0] * x * left / base;
    }
}

/* b₁ (1 - (1 + 2 b₂ x)^(-1/2)) */
static void misra1c(size_t n, size_t m, const real *b, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        const real x = (real)misra_x[i], base = 1 + 2 * b[1] * x;
        const real left = 1 / sqrt(base);
        r[i] = (real)misra_y[i] - b[0] * (1 - left);
        j[i * n] = left - 1;
        j[i * n + 1] = -b[0] * x * left / base;
    }
}

/* b₁ b₂ x / (1 + b₂ x) */
static void misra1d(size_t n, size_t m, const real *b, real *r, real *j)
{
    for (size_t i = 0; i < m; i++) {
        const real x = (real)misra_x[i], base = 1 + b[1] * x;
        r[i] = (real)misra_y[i] - b[0] * b[1] * x / base;
        j[i * n] = -b[1] * x / base;
        j[i * n + 1] = -b[0] * x / (base * base);
    }
}

/* b₁ x^b₂ */
static void danwood(size_t n, size_t m, const real *b, real *r, real *j)
{
    static const double xs[] = {1.309, 1.471, 1.490, 1.565, 1.611, 1.680};
    static const double ys[] = {2.138, 3.421, 3.597, 4.340, 4.882, 5.660};
    for (size_t i = 0; i < m; i++) {
        const real power = pow((real)xs[i], b[1]);
        r[i] = (real)ys[i] - b[0] * power;
        j[i * n] = -power;
        j[i * n + 1] = -b[0] * power * log((real)xs[i]);
    }
}

/* b₁ / (1 + exp(b₂ - b₃ x)) */
static void rat42(size_t n, size_t m, const real *b, real *r, real *j)
{
    static const double xs[] = {9, 14, 21, 28, 42, 57, 63, 70, 79};
    static const double ys[] = {8.93,  10.80, 18.59, 22.33, 39.35,
                                56.11, 61.73, 64.62, 67.08};
    for (size_t i = 0; i < m; i++) {
        const real x = (real)xs[i], odds = exp(b[1] - b[2] * x), below = 1 + odds;
        real *row = j + i * n;
        r[i] = (real)ys[i] - b[0] / below;
        row[0] = -1 / below;
        row[1] = b[0] * odds / (below * below);
        row[2] = -row[1] * x;
    }
}

/* b₁ (1 - exp(-b₂ x)) */
static void boxbod(size_t n, size_t m, const real *b, real *r, real *j)
{
    static const double xs[] = {1, 2, 3, 5, 7, 10};
    static const double ys[] = {109, 149, 149, 191, 213, 224};
    for (size_t i = 0; i < m; i++)
        saturation(b, (real)xs[i], (real)ys[i], &r[i], j + i * n);
}

#define START(name, ...)                                                                 \
    static void name(size_t n, real *b)                                                  \
    {                                                                                    \
        static const real start[] = {__VA_ARGS__};                                       \
        memcpy(b, start, n * sizeof *b);                                                 \
    }

START(at_misra, 500, (real)1e-4)
START(at_danwood, 1, 5)
START(at_rat42, 100, 1, (real)0.1)
START(at_boxbod, 1, 1)

const struct nist_problem nist_problems[] = {
    {{"Misra1a", 2, 14, at_misra, misra1a, 1.2455138894e-1, 0},
     {250, 5e-4},
     {2.3894212918e2, 5.5015643181e-4}},
    {{"Misra1b", 2, 14, at_misra, misra1b, 7.5464681533e-2, 0},
     {300, 2e-4},
     {3.3799746163e2, 3.9039091287e-4}},
    {{"Misra1c", 2, 14, at_misra, misra1c, 4.0966836971e-2, 0},
     {600, 2e-4},
     {6.3642725809e2, 2.0813627256e-4}},
    {{"Misra1d", 2, 14, at_misra, misra1d, 5.6419295283e-2, 0},
     {450, 3e-4},
     {4.3736970754e2, 3.0227324449e-4}},
    {{"DanWood", 2, 6, at_danwood, danwood, 4.3173084083e-3, 0},
     {0.7, 4},
     {7.6886226176e-1, 3.8604055871}},
    {{"Rat42", 3, 9, at_rat42, rat42, 8.0565229338, 0},
     {75, 2.5, 0.07},
     {7.2462237576e1, 2.6180768402, 6.7359200066e-2}},
    {{"BoxBOD", 2, 6, at_boxbod, boxbod, 1.1680088766e3, 0},
     {100, 0.75},
     {2.1380940889e2, 5.4723748542e-1}},
    {{NULL, 0, 0, NULL, NULL, 0, 0}, {0}, {0}},
};

const struct nist_problem *nist_named(const char *name)
{
    for (const struct nist_problem *problem = nist_problems; problem->model.name;
         problem++)
        if (strcmp(problem->model.name, name) == 0)
            return problem;
    return NULL;
}
