/* test_least_squares.c: the collections of Moré, Garbow and Hillstrom and of NIST:
 * derivatives against differences, published values, and what a sum of squares does with
 * its memory. That the minima are found is tested with the methods, in tests/optim. */
#include "lab/mgh.h"
#include "lab/nist.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_N = 128 };

/* The gradient at the start, and at a point beside it, against central differences. The
 * error of these is ε^(2/3) times the function's scale, f there, and times its third
 * derivatives, which are some 10^4 in osborne-1 when divided by the gradient. */
static void assert_gradient(const struct residual_model *model)
{
    struct least_squares squares;
    real theta[MAX_N];
    ck_assert_int_eq(least_squares_init(&squares, model), DESCENT_OK);
    struct problem problem = least_squares_problem(&squares);
    model->start(model->n, theta);
    for (int k = 0; k < 3; k++) {
        const double value = (double)problem_value(&problem, theta);
        const double error = (double)problem_gradient_error(&problem, theta);
        ck_assert_msg(error <= 3e4 * pow(EPSILON, 2.0 / 3) * fmax(1, value),
                      "%s: error %g", model->name, error);
        for (size_t i = 0; i < model->n; i++)
            theta[i] *= (real)(1 + 0.01 * (double)(i % 3 + 1));
    }
    least_squares_free(&squares);
}

/* Gauss and Newton's matrix is 2 JᵀJ: symmetric, and vᵀ(2JᵀJ)v = 2 ‖Jv‖² where Jv comes
 * from differences of the residuals. */
static void assert_gauss_newton(const struct residual_model *model)
{
    struct least_squares squares;
    const size_t n = model->n, m = model->m;
    real theta[MAX_N], *h = calloc(n * n, sizeof *h), *above = calloc(m, sizeof *above);
    const double step = cbrt(EPSILON) * 1e-2;
    double form = 0, length = 0;
    ck_assert_int_eq(least_squares_init(&squares, model), DESCENT_OK);
    model->start(n, theta);
    least_squares_gauss_newton(n, theta, h, &squares);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            ck_close(h[i * n + k], h[k * n + i],
                     1e-12 * (1 + fabs((double)h[i * n + k])));
            form += (double)h[i * n + k] * (double)(i % 2 + 1) * (double)(k % 2 + 1);
        }
    for (size_t i = 0; i < n; i++)
        theta[i] += (real)(step * (double)(i % 2 + 1));
    least_squares_objective(n, theta, NULL, &squares);
    memcpy(above, squares.r, m * sizeof *above);
    for (size_t i = 0; i < n; i++)
        theta[i] -= (real)(2 * step * (double)(i % 2 + 1));
    least_squares_objective(n, theta, NULL, &squares);
    for (size_t i = 0; i < m; i++)
        length += pow((double)(above[i] - squares.r[i]) / (2 * step), 2);
    ck_assert_msg(fabs(form - 2 * length) <= 1e-4 * fabs(form), "%s: %g and %g",
                  model->name, form, 2 * length);
    least_squares_free(&squares);
    free(h);
    free(above);
}

START_TEST(mgh_derivatives)
{
    size_t count = 0;
    for (const struct residual_model *p = mgh_problems; p->name; p++, count++) {
        assert_gradient(p);
        if (EPSILON < 1e-10) /* residuals of 10^6 leave no digits of float for it */
            assert_gauss_newton(p);
        ck_assert_ptr_eq(mgh_named(p->name), p);
    }
    ck_assert_uint_eq(count, 31);
    ck_assert_ptr_null(mgh_named("no such problem"));
}
END_TEST

static double value_at(const char *name, const real *theta)
{
    struct least_squares squares;
    const struct residual_model *model = mgh_named(name);
    ck_assert_int_eq(least_squares_init(&squares, model), DESCENT_OK);
    const double value = (double)least_squares_objective(model->n, theta, NULL, &squares);
    least_squares_free(&squares);
    return value;
}

/* Points where the paper gives the minimum. */
START_TEST(mgh_published_points)
{
    const real ones[100] = {[0 ... 99] = 1}, zeros[100] = {0};
    ck_close(value_at("rosenbrock", ones), 0, 0);
    ck_close(value_at("rosenbrock-100", ones), 0, 0);
    ck_close(value_at("wood", ones), 0, 0);
    ck_close(value_at("powell-singular-100", zeros), 0, 0);
    ck_close(value_at("freudenstein-roth", (real[]){5, 4}), 0, 0);
    ck_close(value_at("freudenstein-roth", (real[]){(real)11.41277, (real)-0.89680525}),
             48.9842536792400, 1e-5 + 1e3 * EPSILON);
    ck_close(value_at("beale", (real[]){3, (real)0.5}), 0, EPSILON);
    ck_close(value_at("brown-badly-scaled", (real[]){1000000, (real)2e-6}), 0, 1e-9);
    ck_close(value_at("helical-valley", (real[]){1, 0, 0}), 0, 0);
    ck_close(value_at("box", (real[]){1, 10, 1}), 0, EPSILON);
    ck_close(value_at("gulf", (real[]){50, 25, (real)1.5}), 0, 1e3 * EPSILON * EPSILON);
    ck_close(value_at("biggs", (real[]){1, 10, 1, 5, 4, 3}), 0, EPSILON);
    ck_close(value_at("brown-almost-linear", ones), 0, 0);
    ck_close(value_at("variably-dimensioned", ones), 0, 0);
}
END_TEST

static double squares_at(const struct residual_model *model, const double *point)
{
    struct least_squares squares;
    real theta[NIST_MAX_N];
    for (size_t i = 0; i < model->n; i++)
        theta[i] = (real)point[i];
    ck_assert_int_eq(least_squares_init(&squares, model), DESCENT_OK);
    const double value = (double)least_squares_objective(model->n, theta, NULL, &squares);
    least_squares_free(&squares);
    return value;
}

/* With the certified parameters the sum of squares is the certified one, to its eleven
 * digits; that also checks the data. */
START_TEST(nist_certified)
{
    size_t count = 0;
    for (const struct nist_problem *p = nist_problems; p->model.name; p++, count++) {
        if (EPSILON < 1e-10) /* the parameters differ by a factor of 10^7 */
            assert_gradient(&p->model);
        const double value = squares_at(&p->model, p->certified);
        const double rounding = sizeof(real) == sizeof(double) ? 1e-10 : 1e-2;
        ck_assert_msg(fabs(value - p->model.minimum) <= rounding * p->model.minimum,
                      "%s: %.12g", p->model.name, value);
        ck_assert(squares_at(&p->model, p->start2) > value);
        ck_assert_ptr_eq(nist_named(p->model.name), p);
    }
    ck_assert_uint_eq(count, 7);
    ck_assert_ptr_null(nist_named("Misra1e"));
}
END_TEST

START_TEST(squares_are_freed_twice)
{
    struct least_squares squares;
    ck_assert_int_eq(least_squares_init(&squares, &mgh_problems[0]), DESCENT_OK);
    least_squares_free(&squares);
    least_squares_free(&squares);
    ck_assert_ptr_null(squares.r);
}
END_TEST

/* NaN parameters give a NaN value, as every problem has to. */
START_TEST(nan_is_passed_on)
{
    for (const struct residual_model *p = mgh_problems; p->name; p++) {
        struct least_squares squares;
        real theta[MAX_N], g[MAX_N];
        ck_assert_int_eq(least_squares_init(&squares, p), DESCENT_OK);
        p->start(p->n, theta);
        theta[p->n / 2] = (real)NAN;
        ck_assert_msg(isnan(least_squares_objective(p->n, theta, g, &squares)), "%s",
                      p->name);
        least_squares_free(&squares);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        mgh_derivatives,         mgh_published_points, nist_certified,
        squares_are_freed_twice, nan_is_passed_on,
    };
    return run_tests("least squares", sizeof tests / sizeof *tests, tests);
}
