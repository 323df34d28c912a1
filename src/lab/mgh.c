/* mgh.c: the table of the problems of Moré, Garbow and Hillstrom.
 *
 *     x       θ   parameters, as the paper calls them
 *
 * Invariant: every start is the paper's standard one, every minimum the paper's, rounded
 * as there; those with more digits agree with it and were computed by GSL. */
#include "lab/mgh.h"

#include <math.h>
#include <string.h>

/* Copies as many numbers of a pattern as there are parameters, over and over. */
static void repeat(size_t n, real *x, size_t period, const real *pattern)
{
    for (size_t j = 0; j < n; j++)
        x[j] = pattern[j % period];
}

#define START(name, ...)                                                                 \
    static void name(size_t n, real *x)                                                  \
    {                                                                                    \
        static const real pattern[] = {__VA_ARGS__};                                     \
        repeat(n, x, sizeof pattern / sizeof *pattern, pattern);                         \
    }

START(at_rosenbrock, (real)-1.2, 1)
START(at_freudenstein_roth, (real)0.5, -2)
START(at_powell_badly_scaled, 0, 1)
START(at_jennrich_sampson, (real)0.3, (real)0.4)
START(at_helical_valley, -1, 0, 0)
START(at_wood, -3, -1, -3, -1)
START(at_gaussian, (real)0.4, 1, 0)
START(at_gulf, 5, (real)2.5, (real)0.15)
START(at_box, 0, 10, 20)
START(at_kowalik_osborne, (real)0.25, (real)0.39, (real)0.415, (real)0.39)
START(at_brown_dennis, 25, 5, -5, -1)
START(at_osborne_1, (real)0.5, (real)1.5, -1, (real)0.01, (real)0.02)
START(at_biggs, 1, 2, 1, 1, 1, 1)
START(at_osborne_2, (real)1.3, (real)0.65, (real)0.65, (real)0.7, (real)0.6, 3, 5, 7, 2,
      (real)4.5, (real)5.5)
START(at_powell_singular, 3, -1, 0, 1)
START(at_0, 0)
START(at_half, (real)0.5)
START(at_1, 1)
START(at_minus_1, -1)

static void at_index(size_t n, real *x)
{
    for (size_t j = 0; j < n; j++)
        x[j] = (real)(j + 1);
}

static void at_one_less(size_t n, real *x)
{
    for (size_t j = 0; j < n; j++)
        x[j] = 1 - (real)(j + 1) / (real)n;
}

static void at_inverse(size_t n, real *x)
{
    for (size_t j = 0; j < n; j++)
        x[j] = 1 / (real)n;
}

static void at_parabola(size_t n, real *x)
{
    for (size_t j = 0; j < n; j++) {
        real t = (real)(j + 1) / (real)(n + 1);
        x[j] = t * (t - 1);
    }
}

static void at_fractions(size_t n, real *x)
{
    for (size_t j = 0; j < n; j++)
        x[j] = (real)(j + 1) / (real)(n + 1);
}

const struct residual_model mgh_problems[] = {
    {"rosenbrock", 2, 2, at_rosenbrock, mgh_rosenbrock, 0, 0},
    {"freudenstein-roth", 2, 2, at_freudenstein_roth, mgh_freudenstein_roth, 0,
     48.9842536792400},
    {"powell-badly-scaled", 2, 2, at_powell_badly_scaled, mgh_powell_badly_scaled, 0, 0},
    {"brown-badly-scaled", 2, 3, at_1, mgh_brown_badly_scaled, 0, 0},
    {"beale", 2, 3, at_1, mgh_beale, 0, 0},
    {"jennrich-sampson", 2, 10, at_jennrich_sampson, mgh_jennrich_sampson,
     124.3621823556148, 0},
    {"helical-valley", 3, 3, at_helical_valley, mgh_helical_valley, 0, 0},
    {"bard", 3, 15, at_1, mgh_bard, 8.214877306578963e-3, 0},
    {"gaussian", 3, 15, at_gaussian, mgh_gaussian, 1.12793e-8, 0},
    {"gulf", 3, 99, at_gulf, mgh_gulf, 0, 0},
    {"box", 3, 10, at_box, mgh_box, 0, 0},
    {"powell-singular-4", 4, 4, at_powell_singular, mgh_powell_singular, 0, 0},
    {"wood", 4, 6, at_wood, mgh_wood, 0, 0},
    {"kowalik-osborne", 4, 11, at_kowalik_osborne, mgh_kowalik_osborne,
     3.075056038492370e-4, 0},
    {"brown-dennis", 4, 20, at_brown_dennis, mgh_brown_dennis, 85822.20162635628, 0},
    {"osborne-1", 5, 33, at_osborne_1, mgh_osborne_1, 5.46489e-5, 0},
    {"biggs", 6, 13, at_biggs, mgh_biggs, 0, 5.65565e-3},
    {"watson-6", 6, 31, at_0, mgh_watson, 2.28767e-3, 0},
    {"watson-9", 9, 31, at_0, mgh_watson, 1.39976e-6, 0},
    {"osborne-2", 11, 65, at_osborne_2, mgh_osborne_2, 4.01377e-2, 0},
    {"penalty-1", 10, 11, at_index, mgh_penalty_1, 7.08765e-5, 0},
    {"penalty-2", 10, 20, at_half, mgh_penalty_2, 2.93660e-4, 0},
    {"variably-dimensioned", 10, 12, at_one_less, mgh_variably_dimensioned, 0, 0},
    {"trigonometric", 10, 10, at_inverse, mgh_trigonometric, 0, 2.79506e-5},
    {"brown-almost-linear", 10, 10, at_half, mgh_brown_almost_linear, 0, 1},
    {"boundary-value", 10, 10, at_parabola, mgh_boundary_value, 0, 0},
    {"broyden-tridiagonal", 10, 10, at_minus_1, mgh_broyden_tridiagonal, 0, 0},
    {"broyden-banded", 10, 10, at_minus_1, mgh_broyden_banded, 0, 0},
    {"chebyquad", 8, 8, at_fractions, mgh_chebyquad, 3.51687e-3, 0},
    {"rosenbrock-100", 100, 100, at_rosenbrock, mgh_rosenbrock, 0, 0},
    {"powell-singular-100", 100, 100, at_powell_singular, mgh_powell_singular, 0, 0},
    {NULL, 0, 0, NULL, NULL, 0, 0},
};

const struct residual_model *mgh_named(const char *name)
{
    for (const struct residual_model *problem = mgh_problems; problem->name; problem++)
        if (strcmp(problem->name, name) == 0)
            return problem;
    return NULL;
}

bool mgh_is_solved(const struct residual_model *problem, double value)
{
    const double goals[] = {problem->minimum, problem->local};
    for (size_t k = 0; k < (problem->local > 0 ? 2 : 1); k++)
        if (goals[k] > 0 ? fabs(value / goals[k] - 1) < 1e-5 : value < 1e-12)
            return true;
    return false;
}
