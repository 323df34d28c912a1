/* test_problems.c: quadratics, Rosenbrock's valley, the saddle, the counterexample to
 * Adam: gradients against central differences, optima, spectra against LAPACK. */
#include "lab/landscapes.h"
#include "lab/orthogonal.h"
#include "lab/problem.h"
#include "lab/quadratic.h"
#include "optim/blas.h"
#include "optim/lapack.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double difference_error =
    1e3; /* times ε^(2/3): what differences are good for */

static void random_point(size_t n, real *theta, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        theta[i] = (real)rng_normal(rng);
}

static void assert_gradient(const struct problem *problem, uint64_t seed)
{
    struct rng rng = rng_seed(seed);
    real theta[64], copy[64];
    ck_assert_uint_le(problem->n, 64);
    for (int i = 0; i < 20; i++) {
        random_point(problem->n, theta, &rng);
        memcpy(copy, theta, sizeof copy);
        double error = (double)problem_gradient_error(problem, theta);
        ck_assert_double_le(error, difference_error * pow(EPSILON, 2.0 / 3));
        ck_assert_mem_eq(copy, theta, problem->n * sizeof *theta);
    }
}

START_TEST(orthogonal_is_orthogonal)
{
    struct rng rng = rng_seed(1);
    for (size_t n = 1; n < 60; n += 7) {
        real *q = calloc(n * n, sizeof *q), *p = calloc(n * n, sizeof *p);
        ck_assert_int_eq(random_orthogonal(n, q, &rng), DESCENT_OK);
        blas_product_tn(n, n, n, q, q, p);
        for (size_t i = 0; i < n * n; i++)
            ck_close(p[i], i % (n + 1) == 0, 100 * EPSILON);
        free(q);
        free(p);
    }
    ck_assert_int_eq(random_orthogonal(0, NULL, &rng), DESCENT_ERANGE);
    ck_assert_int_eq(random_orthogonal(4097, NULL, &rng), DESCENT_ERANGE);
}
END_TEST

START_TEST(orthogonal_is_the_q_of_a_positive_r)
{
    /* R = Qᵀ Z has nothing below its diagonal, and nothing negative on it. */
    struct rng rng = rng_seed(9), same = rng_seed(9);
    for (int trial = 0; trial < 20; trial++) {
        real q[25], z[25], r[25];
        ck_assert_int_eq(random_orthogonal(5, q, &rng), DESCENT_OK);
        random_point(25, z, &same);
        blas_product_tn(5, 5, 5, q, z, r);
        for (size_t i = 0; i < 5; i++) {
            ck_assert(r[6 * i] > 0);
            for (size_t j = 0; j < i; j++)
                ck_close(r[5 * i + j], 0, 100 * EPSILON);
        }
    }
}
END_TEST

START_TEST(orthogonal_prefers_no_direction)
{
    /* A corner of a rotation of size 3 is uniform in [-1, 1]: mean 0, mean square 1/3,
     * with the variance 4/45. Without the signs it would never change sign. */
    enum { MANY = 20000 };
    struct rng rng = rng_seed(2);
    double mean[9] = {0}, square[9] = {0};
    for (int k = 0; k < MANY; k++) {
        real q[9];
        ck_assert_int_eq(random_orthogonal(3, q, &rng), DESCENT_OK);
        for (size_t i = 0; i < 9; i++) {
            mean[i] += (double)q[i] / MANY;
            square[i] += (double)(q[i] * q[i]) / MANY;
        }
    }
    for (size_t i = 0; i < 9; i++) {
        ck_close(mean[i], 0, 5 * sqrt(1.0 / 3 / MANY));
        ck_close(square[i], 1.0 / 3, 5 * sqrt(4.0 / 45 / MANY));
    }
}
END_TEST

START_TEST(quadratic_gradient)
{
    const real spectrum[] = {1, 10, (real)0.5, 3, -2};
    for (int rotated = 0; rotated < 2; rotated++) {
        struct rng rng = rng_seed(3);
        struct quadratic q;
        ck_assert_int_eq(quadratic_init(&q, 5, spectrum, rotated ? &rng : NULL),
                         DESCENT_OK);
        random_point(5, q.optimum, &rng);
        struct problem problem = quadratic_problem(&q);
        ck_assert_uint_eq(problem.n, 5);
        ck_assert_uint_eq(problem.samples, 0);
        assert_gradient(&problem, 4);
        quadratic_free(&q);
    }
}
END_TEST

START_TEST(quadratic_along_the_axes)
{
    const real spectrum[] = {2, -4, 8}, theta[] = {2, 3, 1}, optimum[] = {1, 1, 1};
    struct quadratic q;
    real g[3];
    ck_assert_int_eq(quadratic_init(&q, 3, spectrum, NULL), DESCENT_OK);
    memcpy(q.optimum, optimum, sizeof optimum);
    struct problem problem = quadratic_problem(&q);
    ck_assert(problem_value(&problem, theta) == (2 * 1 - 4 * 4) / (real)2);
    problem_gradient(&problem, theta, g);
    ck_assert(g[0] == 2 && g[1] == -8 && g[2] == 0);
    quadratic_free(&q);
}
END_TEST

START_TEST(quadratic_optimum)
{
    real spectrum[20], g[20];
    spectrum_geometric(20, 1, 100, spectrum);
    struct rng rng = rng_seed(5);
    struct quadratic q;
    ck_assert_int_eq(quadratic_init(&q, 20, spectrum, &rng), DESCENT_OK);
    random_point(20, q.optimum, &rng);
    struct problem problem = quadratic_problem(&q);
    ck_assert(problem_value(&problem, q.optimum) == 0);
    problem_gradient(&problem, q.optimum, g);
    for (size_t i = 0; i < 20; i++)
        ck_assert(g[i] == 0);
    for (int k = 0; k < 50; k++) {
        real theta[20];
        random_point(20, theta, &rng);
        ck_assert(problem_value(&problem, theta) > 0);
    }
    quadratic_free(&q);
}
END_TEST

START_TEST(quadratic_has_its_spectrum)
{
    enum { N = 30 };
    real spectrum[N], a[N * N], found[N];
    spectrum_geometric(N, (real)0.1, 100, spectrum); /* unlike its reciprocals */
    struct rng rng = rng_seed(6);
    struct quadratic q;
    ck_assert_int_eq(quadratic_init(&q, N, spectrum, &rng), DESCENT_OK);
    memcpy(a, q.matrix, sizeof a);
    ck_assert_int_eq(LAPACK_NAME(syev)(LAPACK_ROW_MAJOR, 'N', 'U', N, a, N, found), 0);
    for (size_t i = 0; i < N; i++) {
        ck_close(found[i], spectrum[i], 100 * 100 * EPSILON);
        for (size_t j = 0; j < N; j++)
            ck_assert(q.matrix[i * N + j] == q.matrix[j * N + i]);
    }
    /* A rotation that rotates: no more than a little of A is on its diagonal. */
    double off = 0, all = 0;
    for (size_t i = 0; i < N * N; i++) {
        all += (double)(q.matrix[i] * q.matrix[i]);
        off += i % (N + 1) ? (double)(q.matrix[i] * q.matrix[i]) : 0;
    }
    ck_assert_double_gt(off, all / 2);
    quadratic_free(&q);
}
END_TEST

START_TEST(quadratic_refuses)
{
    real spectrum[] = {1, NAN, INFINITY};
    struct quadratic q;
    ck_assert_int_eq(quadratic_init(&q, 0, spectrum, NULL), DESCENT_ERANGE);
    quadratic_free(&q);
    ck_assert_int_eq(quadratic_init(&q, 4097, spectrum, NULL), DESCENT_ERANGE);
    quadratic_free(&q);
    ck_assert_int_eq(quadratic_init(&q, 2, spectrum, NULL), DESCENT_ENAN);
    quadratic_free(&q);
    ck_assert_int_eq(quadratic_init(&q, 1, spectrum + 2, NULL), DESCENT_ENAN);
    quadratic_free(&q);
    ck_assert_int_eq(quadratic_init(&q, 1, spectrum, NULL), DESCENT_OK);
    quadratic_free(&q);
    quadratic_free(&q);
}
END_TEST

START_TEST(spectrum_has_its_ends)
{
    real s[10];
    spectrum_geometric(10, (real)0.1, 1000, s);
    ck_assert(s[0] == (real)0.1 && s[9] == 1000);
    for (size_t i = 1; i < 10; i++)
        ck_close(s[i] / s[i - 1], pow(1e4, 1.0 / 9), 100 * EPSILON);
    spectrum_geometric(1, 2, 3, s);
    ck_assert(s[0] == 3);
    spectrum_geometric(0, 2, 3, NULL);
}
END_TEST

START_TEST(rosenbrock)
{
    struct problem problem;
    ck_assert_int_eq(rosenbrock_problem(&problem, 0), DESCENT_ERANGE);
    ck_assert_int_eq(rosenbrock_problem(&problem, 1), DESCENT_ERANGE);
    for (size_t n = 2; n < 12; n++) {
        real one[12], start[12], g[12];
        ck_assert_int_eq(rosenbrock_problem(&problem, n), DESCENT_OK);
        assert_gradient(&problem, n);
        for (size_t i = 0; i < n; i++)
            one[i] = 1;
        ck_assert(problem_value(&problem, one) == 0);
        problem_gradient(&problem, one, g);
        for (size_t i = 0; i < n; i++)
            ck_assert(g[i] == 0);
        rosenbrock_start(n, start);
        for (size_t i = 0; i < n; i++)
            ck_assert(start[i] == (i % 2 ? 1 : (real)-1.2));
    }
    /* The value and gradient at the start that every text on optimization quotes. */
    real start[2], g[2];
    ck_assert_int_eq(rosenbrock_problem(&problem, 2), DESCENT_OK);
    rosenbrock_start(2, start);
    problem_gradient(&problem, start, g);
    ck_close(problem_value(&problem, start), 24.2, 100 * EPSILON);
    ck_close(g[0], -215.6, 1000 * EPSILON);
    ck_close(g[1], -88, 1000 * EPSILON);
}
END_TEST

START_TEST(saddle)
{
    struct problem problem = saddle_problem();
    ck_assert_uint_eq(problem.n, 2);
    assert_gradient(&problem, 9);
    const real stationary[][2] = {{0, 0}, {0, 1}, {0, -1}};
    real g[2];
    for (size_t i = 0; i < 3; i++) {
        problem_gradient(&problem, stationary[i], g);
        ck_assert(g[0] == 0 && g[1] == 0);
        ck_assert(problem_value(&problem, stationary[i]) == (i ? (real)-0.25 : 0));
    }
    struct rng rng = rng_seed(10);
    for (int i = 0; i < 1000; i++) {
        real theta[2];
        random_point(2, theta, &rng);
        ck_assert(problem_value(&problem, theta) >= (real)-0.25);
    }
    const real on_axis[] = {2, 0};
    problem_gradient(&problem, on_axis, g);
    ck_assert(g[1] == 0);
}
END_TEST

/* 3000 steps of oracle 10 (C = 3, β₁ = 0, β₂ = 0.1, η = 0.5/√t), as Adam or AMSGrad. */
static double run_reddi(int amsgrad)
{
    double x = 0, v = 0, top = 0, power = 1;
    for (size_t t = 1; t <= 3000; t++) {
        double g = (double)reddi_gradient(t, 3);
        power *= 0.1;
        v = 0.1 * v + 0.9 * g * g;
        top = fmax(top, v / (1 - power));
        double used = amsgrad ? top : v / (1 - power);
        x -= 0.5 / sqrt((double)t) * g / (sqrt(used) + 1e-8);
        x = (double)reddi_project((real)x);
    }
    return x;
}

START_TEST(reddi_misleads_adam)
{
    double sum = 0;
    for (size_t t = 1; t <= 9; t++)
        sum += (double)reddi_gradient(t, 3);
    ck_assert_double_eq(sum, 3);
    ck_assert(reddi_gradient(1, 3) == 3 && reddi_gradient(4, 3) == 3);
    ck_assert(reddi_project(2) == 1 && reddi_project(-2) == -1);
    ck_assert(reddi_project((real)0.5) == (real)0.5);
    ck_assert(isnan(reddi_project((real)NAN)));
    ck_close(run_reddi(0), 1, 0.03);
    ck_close(run_reddi(1), -1, 0.03);
}
END_TEST

START_TEST(nan_goes_in_and_out)
{
    const real theta[] = {NAN, 1};
    struct problem problem = saddle_problem();
    ck_assert(isnan(problem_value(&problem, theta)));
    ck_assert(isnan(problem_gradient_error(&problem, theta)));
    ck_assert_int_eq(rosenbrock_problem(&problem, 2), DESCENT_OK);
    ck_assert(isnan(problem_value(&problem, theta)));
    ck_assert(isnan(problem_gradient_error(&problem, theta)));
}
END_TEST

static real sum_of_squares(const struct problem *self, const real *theta)
{
    real sum = 0;
    for (size_t i = 0; i < self->n; i++)
        sum += theta[i] * theta[i];
    return sum;
}

/* What is added to the true gradient stands behind `data`. */
static void gradient_with_error(const struct problem *self, const real *theta, real *g)
{
    const real *error = self->data;
    for (size_t i = 0; i < self->n; i++)
        g[i] = 2 * theta[i] + error[i];
}

START_TEST(gradient_check_finds_errors)
{
    /* The largest error, wherever it is, over the largest |g_i| or 1. */
    static const struct {
        real error[3], theta[3];
        double expected;
    } cases[] = {{{(real)0.25, 0, 0}, {0, 0, 0}, 0.25},
                 {{0, (real)0.25, (real)-0.5}, {0, 0, 0}, 0.5},
                 {{(real)0.5, (real)0.25, (real)0.125}, {0, 0, 2}, 0.5 / 4.125},
                 {{0, 0, 3}, {0, 10, 0}, 3.0 / 20},
                 {{0, (real)NAN, 0}, {0, 0, 0}, NAN},
                 {{(real)NAN, (real)0.25, 0}, {0, 0, 0}, NAN}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        real error[3];
        memcpy(error, cases[i].error, sizeof error);
        struct problem problem = {3, 0, sum_of_squares, gradient_with_error, NULL, error};
        double found = (double)problem_gradient_error(&problem, cases[i].theta);
        if (isnan(cases[i].expected))
            ck_assert(isnan(found));
        else
            ck_close(found, cases[i].expected, 1e-3);
    }
}
END_TEST

START_TEST(gradient_check_takes_steps_in_proportion)
{
    /* A step of ε^(1/3) would drown in the rounding of θ. */
    const real theta[] = {(real)(1e6 / EPSILON)};
    real error = 0;
    struct problem problem = {1, 0, sum_of_squares, gradient_with_error, NULL, &error};
    ck_assert_double_le((double)problem_gradient_error(&problem, theta),
                        difference_error * pow(EPSILON, 2.0 / 3));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        orthogonal_is_orthogonal,
        orthogonal_is_the_q_of_a_positive_r,
        orthogonal_prefers_no_direction,
        quadratic_gradient,
        quadratic_along_the_axes,
        quadratic_optimum,
        quadratic_has_its_spectrum,
        quadratic_refuses,
        spectrum_has_its_ends,
        rosenbrock,
        saddle,
        reddi_misleads_adam,
        nan_goes_in_and_out,
        gradient_check_finds_errors,
        gradient_check_takes_steps_in_proportion,
    };
    return run_tests("problems", sizeof tests / sizeof *tests, tests);
}
