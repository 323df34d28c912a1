/* test_regression.c: the layers, the network, logistic and softmax regression: gradients
 * against central differences and PyTorch, optima against scikit-learn; Zipf's labels. */
#include "lab/classifier.h"
#include "lab/layers.h"
#include "lab/logistic.h"
#include "lab/mlp.h"
#include "lab/zipf.h"
#include "optim/cross_entropy.h"
#include "optim/layers_backward.h"
#include "oracles/regression.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What central differences are good for, in units of ε^(2/3). The wide steps of float now
 * and then cross a kink of ReLU. */
static const double difference_error = sizeof(real) == sizeof(float) ? 1e4 : 1e3;

/* Small fractions that are exact in binary; pattern() of oracles/regression.py. */
static void pattern(size_t count, size_t salt, real *x)
{
    for (size_t i = 0; i < count; i++)
        x[i] = ((real)((37 * i + 11 * salt + 5 * i * i) % 101) - 50) / 32;
}

static struct dataset pattern_data(size_t rows, size_t features, size_t classes,
                                   size_t salt)
{
    struct dataset data = {rows, features, classes, NULL, NULL};
    data.x = calloc(rows * features, sizeof *data.x);
    data.label = calloc(rows, sizeof *data.label);
    pattern(rows * features, salt, data.x);
    for (size_t i = 0; i < rows; i++)
        data.label[i] = 7 * i % classes;
    return data;
}

static void assert_gradient_error(const struct problem *problem, const real *theta)
{
    ck_assert_double_le((double)problem_gradient_error(problem, theta),
                        difference_error * pow(EPSILON, 2.0 / 3));
}

/* The mean of the gradients over batches that make up all samples is the gradient. */
static void assert_batches_add_up(const struct problem *problem, const real *theta)
{
    size_t n = problem->n, m = problem->samples;
    real *sum = calloc(n, sizeof *sum), *g = calloc(n, sizeof *g);
    size_t *rows = calloc(m, sizeof *rows);
    for (size_t i = 0; i < m; i++)
        rows[i] = (i * 5 + 3) % m; /* m is no multiple of 5 */
    for (size_t first = 0; first < m; first += 4) {
        size_t count = m - first < 4 ? m - first : 4;
        problem->batch_gradient(problem, count, rows + first, theta, g);
        for (size_t i = 0; i < n; i++)
            sum[i] += g[i] * (real)count / (real)m;
    }
    problem_gradient(problem, theta, g);
    for (size_t i = 0; i < n; i++)
        ck_close(sum[i], g[i], 1e3 * EPSILON);
    problem->batch_gradient(problem, m, rows, theta, sum); /* all of them at once */
    for (size_t i = 0; i < n; i++)
        ck_close(sum[i], g[i], 1e3 * EPSILON);
    free(sum);
    free(g);
    free(rows);
}

START_TEST(linear_layer_by_hand)
{
    const real x[] = {1, 2, 3, -1, 0, 1}, w[] = {1, 0, 2, -1, 1, 0}, b[] = {10, 20};
    const real dy[] = {1, 2, 3, 4};
    real y[4], dw[6], db[2], dx[6];
    linear_forward(2, 3, 2, x, w, b, y);
    const real y_hand[] = {17, 21, 11, 21};
    ck_assert_mem_eq(y, y_hand, sizeof y);
    for (int wanted = 0; wanted < 2; wanted++) {
        linear_backward(2, 3, 2, x, w, dy, dw, db, wanted ? dx : NULL);
        const real dw_hand[] = {-2, 2, 6, -2, 4, 10}, db_hand[] = {4, 6};
        for (size_t i = 0; i < 6; i++)
            ck_assert(dw[i] == dw_hand[i]);
        ck_assert(db[0] == db_hand[0] && db[1] == db_hand[1]);
    }
    const real dx_hand[] = {-1, 2, 2, -1, 4, 6};
    for (size_t i = 0; i < 6; i++)
        ck_assert(dx[i] == dx_hand[i]);
    /* No rows: no forward pass, and gradients of zero. */
    linear_forward(0, 3, 2, x, w, b, y);
    ck_assert_mem_eq(y, y_hand, sizeof y);
    linear_backward(0, 3, 2, x, w, dy, dw, db, dx);
    for (size_t i = 0; i < 6; i++)
        ck_assert(dw[i] == 0);
    ck_assert(db[0] == 0 && db[1] == 0);
}
END_TEST

START_TEST(relu_by_hand)
{
    const real x[] = {-1, 0, 2, NAN, INFINITY, -INFINITY}, dy[] = {1, 2, 3, 4, 5, 6};
    real y[7], dx[6];
    y[6] = 7;
    relu_forward(6, x, y);
    ck_assert(y[6] == 7); /* not its business */
    ck_assert(y[0] == 0 && y[1] == 0 && y[2] == 2 && isnan(y[3]));
    ck_assert(isinf(y[4]) && y[5] == 0);
    dx[5] = 7;
    relu_backward(5, x, dy, dx);
    ck_assert(dx[5] == 7); /* not its business */
    relu_backward(6, x, dy, dx);
    ck_assert(dx[0] == 0 && dx[1] == 0 && dx[2] == 3 && dx[3] == 4 && dx[4] == 5);
    ck_assert(dx[5] == 0);
    memcpy(dx, dy, sizeof dx); /* in place */
    relu_backward(6, x, dx, dx);
    ck_assert(dx[0] == 0 && dx[1] == 0 && dx[2] == 3);
    memcpy(y, x, sizeof x);
    relu_forward(6, y, y);
    ck_assert(y[0] == 0 && y[2] == 2);
}
END_TEST

START_TEST(cross_entropy_by_hand)
{
    const real z[] = {0, (real)log(2), (real)log(5)};
    real dz[3];
    ck_close(log_sum_exp(3, z), log(8), 4 * EPSILON);
    ck_close(softmax_cross_entropy(3, z, 1, dz), log(4), 4 * EPSILON);
    ck_close(dz[0], 0.125, 4 * EPSILON);
    ck_close(dz[1], 0.25 - 1, 4 * EPSILON);
    ck_close(dz[2], 0.625, 4 * EPSILON);
    ck_close(softmax_cross_entropy(3, z, 1, NULL), log(4), 4 * EPSILON);
    /* Out of the reach of exp. */
    for (double size = 100; size < 1e4; size *= 10) {
        const real far[] = {(real)size, -(real)size, 0, (real)size};
        ck_close(log_sum_exp(3, far), size, 0);
        ck_close(log_sum_exp(3, far + 1), size, 0); /* the largest one at the end */
        ck_close(log_sum_exp(2, far + 2), size, 0);
        ck_close(softmax_cross_entropy(3, far, 1, dz), 2 * size, 0);
        ck_assert(dz[0] == 1 && dz[1] == -1 && dz[2] <= (real)exp(-size));
        const real low[] = {-(real)size, -(real)size};
        ck_close(log_sum_exp(2, low), log(2) - size, 2 * size * EPSILON);
    }
}
END_TEST

START_TEST(cross_entropy_at_the_edges)
{
    const real inf = (real)INFINITY, nan = (real)NAN;
    real dz[3] = {0, 0, 7};
    ck_assert(log_sum_exp(0, NULL) == -inf);
    const real z[][2] = {{-inf, -inf}, {-inf, 3},   {inf, 3},
                         {nan, 3},     {inf, -inf}, {3, nan}};
    ck_assert(log_sum_exp(2, z[0]) == -inf);
    ck_assert(log_sum_exp(2, z[1]) == 3);
    ck_assert(log_sum_exp(2, z[2]) == inf);
    ck_assert(isnan(log_sum_exp(2, z[3])));
    ck_assert(log_sum_exp(2, z[4]) == inf);
    ck_assert(isnan(log_sum_exp(2, z[5])));
    ck_assert(softmax_cross_entropy(2, z[1], 0, dz) == inf); /* ruled out, and yet true */
    ck_assert(dz[0] == -1 && dz[1] == 1);
    ck_assert(softmax_cross_entropy(2, z[1], 1, dz) == 0);
    ck_assert(dz[0] == 0 && dz[1] == 0);
    for (size_t i = 0; i < 6; i++) {
        if (i == 1)
            continue;
        ck_assert(isnan(softmax_cross_entropy(2, z[i], 1, dz)));
        ck_assert(isnan(dz[0]) && isnan(dz[1]) && dz[2] == 7);
    }
    ck_assert(isnan(softmax_cross_entropy(2, z[1], 2, dz)));
    ck_assert(isnan(dz[0]) && isnan(dz[1]));
    ck_assert(isnan(softmax_cross_entropy(0, NULL, 0, NULL)));
    ck_assert(softmax_cross_entropy(1, z[1] + 1, 0, dz) == 0 && dz[0] == 0);
}
END_TEST

START_TEST(cross_entropy_gradient_sums_to_zero)
{
    struct rng rng = rng_seed(1);
    for (int trial = 0; trial < 1000; trial++) {
        real z[9], dz[9], shifted[9], sum = 0;
        size_t label = (size_t)rng_below(&rng, 9);
        for (size_t i = 0; i < 9; i++) {
            z[i] = 20 * (real)rng_normal(&rng);
            shifted[i] = z[i] + 512;
        }
        real cost = softmax_cross_entropy(9, z, label, dz);
        for (size_t i = 0; i < 9; i++)
            sum += dz[i];
        ck_assert(cost >= 0);
        ck_close(sum, 0, 200 * EPSILON);
        ck_close(softmax_cross_entropy(9, shifted, label, NULL), cost, 2000 * EPSILON);
    }
}
END_TEST

static void assert_matches_torch(size_t layers, const size_t *width, size_t rows, real l2,
                                 const double *cost, const double *gradient, size_t n)
{
    struct dataset data = pattern_data(rows, width[0], width[layers], 2);
    struct classifier classifier;
    ck_assert_int_eq(classifier_init(&classifier, layers, width, &data, l2), DESCENT_OK);
    struct problem problem = classifier_problem(&classifier);
    ck_assert_uint_eq(problem.n, n);
    real *theta = calloc(n, sizeof *theta), *g = calloc(n, sizeof *g);
    pattern(n, 1, theta);
    ck_close(problem_value(&problem, theta), *cost, 50 * EPSILON * fabs(*cost));
    problem_gradient(&problem, theta, g);
    for (size_t i = 0; i < n; i++)
        ck_close(g[i], gradient[i], 50 * EPSILON);
    free(theta);
    free(g);
    classifier_free(&classifier);
    dataset_free(&data);
}

START_TEST(networks_match_torch)
{
    assert_matches_torch(3, (const size_t[]){5, 4, 6, 3}, 7, 0, mlp_cost_expected,
                         mlp_gradient_expected, 75);
    assert_matches_torch(1, (const size_t[]){6, 4}, 9, (real)0.5, softmax_cost_expected,
                         softmax_gradient_expected, 28);
}
END_TEST

START_TEST(logistic_matches_torch)
{
    struct dataset data = pattern_data(11, 5, 2, 4);
    struct logistic logistic;
    ck_assert_int_eq(logistic_init(&logistic, &data, (real)0.25, true), DESCENT_OK);
    struct problem problem = logistic_problem(&logistic);
    real theta[6], g[6];
    pattern(6, 3, theta);
    ck_close(problem_value(&problem, theta), logistic_cost_expected[0], 20 * EPSILON);
    problem_gradient(&problem, theta, g);
    for (size_t i = 0; i < 6; i++)
        ck_close(g[i], logistic_gradient_expected[i], 20 * EPSILON);
    dataset_free(&data);
}
END_TEST

START_TEST(gradients_match_differences)
{
    struct rng rng = rng_seed(2);
    for (size_t hidden = 0; hidden < 3; hidden++) {
        const size_t widths[][4] = {{6, 4}, {6, 5, 4}, {6, 5, 3, 4}};
        struct dataset data = pattern_data(11, 6, 4, 5);
        struct classifier classifier;
        ck_assert_int_eq(
            classifier_init(&classifier, hidden + 1, widths[hidden], &data, (real)0.1),
            DESCENT_OK);
        struct problem problem = classifier_problem(&classifier);
        real theta[100];
        ck_assert_uint_le(problem.n, 100);
        for (int trial = 0; trial < 10; trial++) {
            for (size_t i = 0; i < problem.n; i++)
                theta[i] = (real)rng_normal(&rng);
            assert_gradient_error(&problem, theta);
            assert_batches_add_up(&problem, theta);
        }
        classifier_free(&classifier);
        dataset_free(&data);
    }
    for (int intercept = 0; intercept < 2; intercept++) {
        struct dataset data = pattern_data(11, 6, 2, 6);
        struct logistic logistic;
        ck_assert_int_eq(logistic_init(&logistic, &data, (real)0.3, intercept),
                         DESCENT_OK);
        struct problem problem = logistic_problem(&logistic);
        ck_assert_uint_eq(problem.n, 6 + (size_t)intercept);
        real theta[7];
        for (int trial = 0; trial < 10; trial++) {
            for (size_t i = 0; i < problem.n; i++)
                theta[i] = 2 * (real)rng_normal(&rng);
            assert_gradient_error(&problem, theta);
            assert_batches_add_up(&problem, theta);
        }
        dataset_free(&data);
    }
}
END_TEST

START_TEST(logistic_is_softmax_with_two_classes)
{
    struct dataset data = pattern_data(11, 6, 2, 6);
    struct logistic logistic;
    struct classifier softmax;
    ck_assert_int_eq(logistic_init(&logistic, &data, 0, true), DESCENT_OK);
    ck_assert_int_eq(classifier_init(&softmax, 1, (const size_t[]){6, 2}, &data, 0),
                     DESCENT_OK);
    real theta[7], two[14] = {0};
    pattern(7, 9, theta);
    memcpy(two + 6, theta, 6 * sizeof *theta); /* W = (0; w), b = (0, b) */
    two[13] = theta[6];
    struct problem one = logistic_problem(&logistic),
                   other = classifier_problem(&softmax);
    ck_close(problem_value(&one, theta), problem_value(&other, two), 20 * EPSILON);
    /* Without an intercept it is 0. */
    theta[6] = 0;
    real expected = problem_value(&one, theta);
    ck_assert_int_eq(logistic_init(&logistic, &data, 0, false), DESCENT_OK);
    one = logistic_problem(&logistic);
    ck_assert(problem_value(&one, theta) == expected);
    classifier_free(&softmax);
    dataset_free(&data);
}
END_TEST

START_TEST(sigmoid_and_softplus_have_no_overflow)
{
    ck_assert(softplus(1000) == 1000 && softplus(-1000) == 0);
    ck_assert(sigmoid(1000) == 1 && sigmoid(-1000) == 0 && sigmoid(0) == (real)0.5);
    ck_close(softplus(0), log(2), EPSILON);
    ck_assert(softplus(-50) > 0); /* exp(-50), not rounded away */
    ck_close(softplus(-50) / (real)exp(-50), 1, 4 * EPSILON);
    ck_assert(isnan(softplus((real)NAN)) && isnan(sigmoid((real)NAN)));
}
END_TEST

#ifndef REAL_FLOAT /* the optima are known to more digits than float has */
static double largest_gradient(const struct problem *problem, const double *theta)
{
    double *g = calloc(problem->n, sizeof *g), largest = 0;
    problem_gradient(problem, theta, g);
    for (size_t i = 0; i < problem->n; i++)
        largest = fmax(largest, fabs(g[i]));
    free(g);
    return largest;
}

START_TEST(optima_of_scikit_learn_are_stationary)
{
    struct dataset cancer, digits;
    struct logistic logistic;
    struct classifier softmax;
    double mean[30], deviation[30];
    ck_assert_int_eq(dataset_read(&cancer, BREAST_CANCER_PATH, NULL), DESCENT_OK);
    dataset_moments(&cancer, mean, deviation);
    dataset_standardize(&cancer, mean, deviation);
    ck_assert_int_eq(logistic_init(&logistic, &cancer, 0.01, true), DESCENT_OK);
    struct problem problem = logistic_problem(&logistic);
    ck_assert_double_lt(largest_gradient(&problem, breast_cancer_optimum), 1e-8);
    ck_assert_int_eq(dataset_read(&digits, DIGITS_PATH, NULL), DESCENT_OK);
    for (size_t i = 0; i < digits.rows * digits.features; i++)
        digits.x[i] /= 16;
    ck_assert_int_eq(
        classifier_init(&softmax, 1, (const size_t[]){64, 10}, &digits, 0.01),
        DESCENT_OK);
    problem = classifier_problem(&softmax);
    ck_assert_double_lt(largest_gradient(&problem, digits_optimum), 1e-8);
    classifier_free(&softmax);
    dataset_free(&cancer);
    dataset_free(&digits);
}
END_TEST
#endif

START_TEST(he_has_its_variance_and_layout)
{
    static real theta[300 * 200 + 200 * 10 + 210];
    const size_t width[] = {300, 200, 10};
    struct mlp mlp;
    struct rng rng = rng_seed(3);
    ck_assert_int_eq(mlp_init(&mlp, 2, width, 8), DESCENT_OK);
    ck_assert_uint_eq(mlp.n, sizeof theta / sizeof *theta);
    ck_assert_uint_eq(mlp.weights, 62000);
    ck_assert_uint_eq(mlp.module[0].weights, 0);
    ck_assert_uint_eq(mlp.module[2].weights, 60000);
    ck_assert_uint_eq(mlp.module[0].biases, 62000);
    ck_assert_uint_eq(mlp.module[2].biases, 62200);
    const size_t counts[] = {60000, 2000, 200, 10};
    struct tensor tensor[2 * MLP_MAX_LAYERS];
    ck_assert_uint_eq(mlp_tensors(&mlp, tensor), 4);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_uint_eq(tensor[i].count, counts[i]);
        ck_assert_int_eq(tensor[i].kind, i < 2 ? TENSOR_WEIGHT : TENSOR_BIAS);
    }
    memset(theta, 1, sizeof theta);
    mlp_init_he(&mlp, theta, &rng);
    const size_t start[] = {0, 60000, 62000}, in[] = {300, 200};
    for (size_t k = 0; k < 2; k++) {
        double sum = 0, square = 0, count = (double)(start[k + 1] - start[k]);
        for (size_t i = start[k]; i < start[k + 1]; i++) {
            sum += (double)theta[i];
            square += (double)(theta[i] * theta[i]);
        }
        double variance = 2.0 / (double)in[k];
        ck_close(sum / count, 0, 5 * sqrt(variance / count));
        ck_close(square / count, variance, 5 * variance * sqrt(2 / count));
    }
    for (size_t i = 62000; i < mlp.n; i++)
        ck_assert(theta[i] == 0);
    mlp_free(&mlp);
    mlp_free(&mlp);
}
END_TEST

START_TEST(backward_pass_changes_no_output)
{
    struct mlp mlp;
    const size_t width[] = {2, 3, 2}, labels[] = {0, 1};
    real theta[17], g[17], x[4], outputs[16];
    ck_assert_int_eq(mlp_init(&mlp, 2, width, 2), DESCENT_OK);
    pattern(17, 1, theta);
    pattern(4, 2, x);
    real cost = mlp_cost(&mlp, theta, 2, x, labels, NULL);
    memcpy(outputs, mlp.output[0], sizeof outputs);
    ck_assert(mlp_cost(&mlp, theta, 2, x, labels, g) == cost);
    ck_assert_mem_eq(outputs, mlp.output[0], sizeof outputs);
    mlp_free(&mlp);
}
END_TEST

START_TEST(networks_refuse)
{
    struct mlp mlp;
    const size_t big = (size_t)1 << 20;
    const struct {
        size_t layers, width[3], batch;
    } bad[] = {
        {0, {1, 1, 1}, 1},   {17, {1, 1, 1}, 1},      {1, {0, 1, 1}, 1},
        {1, {1, 0, 1}, 1},   {2, {1, 0, 1}, 1},       {1, {1, 1, 1}, 0},
        {1, {big, 1, 1}, 1}, {1, {1, 1, 1}, 2 * big}, {1, {65536, 65536, 1}, 1},
        {2, {1, big, 1}, 1}, {1, {1, 65536, 1}, big},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_int_eq(mlp_init(&mlp, bad[i].layers, bad[i].width, bad[i].batch),
                         DESCENT_ERANGE);
        mlp_free(&mlp);
    }
    /* Batches and labels that do not fit. */
    const size_t width[] = {2, 3, 2}, labels[] = {0, 2};
    ck_assert_int_eq(mlp_init(&mlp, 2, width, 2), DESCENT_OK);
    real theta[17], g[17], x[] = {1, 2, 3, 4, 5, 6};
    pattern(17, 1, theta);
    ck_assert_ptr_null(mlp_forward(&mlp, theta, 0, x));
    ck_assert_ptr_null(mlp_forward(&mlp, theta, 3, x));
    ck_assert(isnan(mlp_cost(&mlp, theta, 0, x, labels, NULL)));
    memset(g, 0, sizeof g);
    ck_assert(isnan(mlp_cost(&mlp, theta, 3, x, labels, g)));
    for (size_t i = 0; i < 17; i++)
        ck_assert(isnan(g[i]));
    ck_assert(isnan(mlp_cost(&mlp, theta, 2, x, labels, g)));
    ck_assert(isnan(g[15]) && isnan(g[16]));
    /* Data that do not fit. */
    struct dataset data = pattern_data(4, 2, 2, 1);
    ck_assert(!isnan(mlp_score(&mlp, theta, &data, NULL).cost));
    data.features = 1;
    ck_assert(isnan(mlp_score(&mlp, theta, &data, NULL).cost));
    data.features = 2, data.classes = 3;
    ck_assert(isnan(mlp_score(&mlp, theta, &data, NULL).accuracy));
    data.classes = 2, data.rows = 0;
    ck_assert(isnan(mlp_score(&mlp, theta, &data, NULL).cost));
    dataset_free(&data);
    mlp_free(&mlp);
}
END_TEST

START_TEST(networks_may_be_as_large_as_they_may_be)
{
    struct mlp mlp;
    size_t ones[MLP_MAX_LAYERS + 2];
    const struct {
        size_t width[2], batch, n;
    } good[] = {
        {{1, 1}, MLP_MAX_BATCH, 2},
        {{MLP_MAX_WIDTH, 1}, 1, MLP_MAX_WIDTH + 1},
        {{1, 100}, 65536, 200},
        {{1023, MLP_MAX_WIDTH}, 1, MLP_MAX_N},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ck_assert_int_eq(mlp_init(&mlp, 1, good[i].width, good[i].batch), DESCENT_OK);
        ck_assert_uint_eq(mlp.n, good[i].n);
        mlp_free(&mlp);
    }
    ck_assert_int_eq(mlp_init(&mlp, 1, (const size_t[]){1024, MLP_MAX_WIDTH}, 1),
                     DESCENT_ERANGE); /* without its biases it would do */
    for (size_t i = 0; i < MLP_MAX_LAYERS + 2; i++)
        ones[i] = 1;
    real x = 0;
    size_t label = 0;
    const struct dataset data = {1, 1, 1, &x, &label};
    struct classifier classifier;
    ck_assert_int_eq(classifier_init(&classifier, MLP_MAX_LAYERS, ones, &data, 0),
                     DESCENT_OK);
    ck_assert_uint_eq(classifier.mlp.n, 2 * MLP_MAX_LAYERS);
    classifier_free(&classifier);
    ck_assert_int_eq(classifier_init(&classifier, MLP_MAX_LAYERS + 1, ones, &data, 0),
                     DESCENT_ERANGE);
    ck_assert_int_eq(mlp_init(&mlp, MLP_MAX_LAYERS + 1, ones, 1), DESCENT_ERANGE);
    mlp_free(&mlp);
}
END_TEST

START_TEST(models_refuse)
{
    struct dataset data = pattern_data(4, 3, 3, 1);
    struct classifier c;
    struct logistic l;
    const size_t good[] = {3, 3}, wide[] = {4, 3}, few[] = {3, 2};
    ck_assert_int_eq(classifier_init(&c, 1, good, &data, -1), DESCENT_ERANGE);
    ck_assert_int_eq(classifier_init(&c, 1, good, &data, (real)NAN), DESCENT_ERANGE);
    ck_assert_int_eq(classifier_init(&c, 1, good, &data, (real)INFINITY), DESCENT_ERANGE);
    ck_assert_int_eq(classifier_init(&c, 1, wide, &data, 0), DESCENT_ERANGE);
    ck_assert_int_eq(classifier_init(&c, 1, few, &data, 0), DESCENT_ERANGE);
    ck_assert_int_eq(classifier_init(&c, 0, good, &data, 0), DESCENT_ERANGE);
    ck_assert_int_eq(classifier_init(&c, 17, good, &data, 0), DESCENT_ERANGE);
    classifier_free(&c);
    ck_assert_int_eq(logistic_init(&l, &data, 0, true), DESCENT_ERANGE); /* 3 classes */
    data.classes = 2;
    ck_assert_int_eq(logistic_init(&l, &data, -1, true), DESCENT_ERANGE);
    ck_assert_int_eq(logistic_init(&l, &data, (real)NAN, true), DESCENT_ERANGE);
    ck_assert_int_eq(logistic_init(&l, &data, 0, true), DESCENT_OK);
    data.rows = 0;
    ck_assert_int_eq(logistic_init(&l, &data, 0, true), DESCENT_ERANGE);
    ck_assert_int_eq(classifier_init(&c, 1, good, &data, 0), DESCENT_ERANGE);
    data.rows = data.features = 1; /* the least there may be */
    ck_assert_int_eq(logistic_init(&l, &data, 0, true), DESCENT_OK);
    data.features = 0;
    ck_assert_int_eq(logistic_init(&l, &data, 0, true), DESCENT_ERANGE);
    data.rows = 4, data.features = 3;
    /* A batch larger than the data. */
    ck_assert_int_eq(classifier_init(&c, 1, good, &data, 0), DESCENT_OK);
    struct problem problem = classifier_problem(&c);
    const size_t rows[] = {0, 1, 2, 3, 0};
    real theta[12] = {0}, g[12];
    problem.batch_gradient(&problem, 5, rows, theta, g);
    ck_assert(isnan(g[0]) && isnan(g[11]));
    classifier_free(&c);
    classifier_free(&c);
    dataset_free(&data);
}
END_TEST

START_TEST(score_counts_and_averages)
{
    /* Softmax regression with W = I, b = 0: the outputs are the features. */
    real x[] = {3, 1, 0, 1, 2, 5, 2, 2, 0, 0, NAN, 1, 1, 0, 4};
    size_t label[] = {0, 2, 0, 2, 2};
    const struct dataset data = {4, 3, 3, x, label};
    const real theta[12] = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    real by_class[3], expected[3] = {0}, total = 0;
    for (size_t batch = 1; batch < 7; batch++) { /* any chunk gives the same */
        struct mlp mlp;
        ck_assert_int_eq(mlp_init(&mlp, 1, (const size_t[]){3, 3}, batch), DESCENT_OK);
        struct dataset clean = data;
        clean.rows = 3;
        struct score score = mlp_score(&mlp, theta, &clean, by_class);
        ck_close(score.accuracy, 2.0 / 3, EPSILON); /* the third is a tie */
        for (size_t i = 0; i < 3; i++)
            expected[i] = softmax_cross_entropy(3, x + 3 * i, label[i], NULL);
        total = expected[0] + expected[1] + expected[2];
        ck_close(score.cost, total / 3, 4 * EPSILON);
        ck_close(by_class[0], (expected[0] + expected[2]) / 2, 4 * EPSILON);
        ck_assert(isnan(by_class[1]));
        ck_close(by_class[2], expected[1], 4 * EPSILON);
        score = mlp_score(&mlp, theta, &data, NULL);
        ck_assert(isnan(score.cost));
        ck_close(score.accuracy, 0.5, EPSILON);
        mlp_free(&mlp);
    }
}
END_TEST

START_TEST(zipf_has_its_law)
{
    struct zipf_config config = zipf_defaults();
    struct rng rng = rng_seed(4);
    const size_t rows[] = {256, 257, 300, 4096, 10007};
    for (size_t r = 0; r < 5; r++)
        for (int e = 0; e < 3; e++) {
            struct dataset d;
            config.rows = rows[r];
            config.exponent = (real)e;
            ck_assert_int_eq(zipf_dataset(&d, &config, &rng), DESCENT_OK);
            ck_assert_uint_eq(d.rows, rows[r]);
            size_t count[256] = {0};
            double total = 0;
            for (size_t i = 0; i < d.rows; i++)
                count[d.label[i]]++;
            for (size_t k = 0; k < 256; k++)
                total += pow((double)k + 1, -e);
            for (size_t k = 0; k < 256; k++) {
                double share = pow((double)k + 1, -e) / total;
                ck_assert_uint_ge(count[k], 1);
                ck_assert(k == 0 || count[k] <= count[k - 1]);
                ck_close(count[k], 1 + share * (double)(rows[r] - 256), 1.000001);
            }
            dataset_free(&d);
        }
}
END_TEST

START_TEST(zipf_has_its_defaults_and_ranges)
{
    struct zipf_config config = zipf_defaults();
    ck_assert(config.rows == 4096 && config.features == 128 && config.classes == 256);
    ck_assert(config.exponent == 1 && config.spread == 1 && config.offset == 4);
    const size_t ends[][3] = {{2, 1, 2},
                              {(size_t)1 << 20, 64, 2},
                              {10000, 4095, 10000},
                              {(size_t)1 << 14, 4095, 2}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        config.rows = ends[i][0], config.features = ends[i][1];
        config.classes = ends[i][2];
        ck_assert_ptr_null(zipf_check(&config));
    }
    config.rows = ((size_t)1 << 20) + 1, config.features = 1;
    ck_assert_ptr_nonnull(zipf_check(&config));
    config.rows = ((size_t)1 << 14) + 5, config.features = 4095;
    ck_assert_ptr_nonnull(zipf_check(&config));
}
END_TEST

START_TEST(zipf_draws_a_mean_for_every_class)
{
    struct zipf_config config = zipf_defaults();
    struct dataset d;
    struct rng rng = rng_seed(7);
    config.spread = config.offset = 0;
    ck_assert_int_eq(zipf_dataset(&d, &config, &rng), DESCENT_OK);
    for (size_t i = 0; i < d.rows; i++)
        for (size_t j = 0; j < d.features; j++) {
            const size_t at = i * d.features + j;
            ck_assert(d.x[at] != 0);
            if (i > 0)
                ck_assert((d.x[at] == d.x[at - d.features]) ==
                          (d.label[i] == d.label[i - 1]));
        }
    dataset_free(&d);
}
END_TEST

START_TEST(zipf_spreads_around_class_means)
{
    struct zipf_config config = zipf_defaults();
    struct dataset d, e;
    config.spread = 0;
    config.offset = 3;
    struct rng rng = rng_seed(5), same = rng_seed(5);
    ck_assert_int_eq(zipf_dataset(&d, &config, &rng), DESCENT_OK);
    ck_assert_mem_eq(d.x, d.x + d.features, d.features * sizeof *d.x);
    config.spread = (real)0.5;
    ck_assert_int_eq(zipf_dataset(&e, &config, &same), DESCENT_OK);
    double norm = 0, noise = 0, mean = 0, count = (double)(d.rows * d.features);
    for (size_t i = 0; i < d.rows * d.features; i++) {
        norm += pow((double)d.x[i], 2) / (double)d.rows;
        mean += (double)d.x[i] * sqrt((double)d.features) / count;
        noise += pow((double)(e.x[i] - d.x[i]), 2) * (double)d.features / count;
    }
    ck_close(mean, 3, 0.1); /* few classes have most samples: these are rough */
    ck_close(norm, 1 + 9, 1);
    ck_close(noise, 0.25, 5 * 0.25 * sqrt(2 / count));
    dataset_free(&d);
    dataset_free(&e);
}
END_TEST

START_TEST(zipf_refuses)
{
    struct dataset d;
    struct rng rng = rng_seed(6);
    struct zipf_config bad[11];
    for (size_t i = 0; i < 11; i++)
        bad[i] = zipf_defaults();
    ck_assert_ptr_null(zipf_check(&bad[0]));
    bad[0].rows = 255;
    bad[1].classes = 1;
    bad[2].classes = 10001;
    bad[3].features = 0;
    bad[4].features = 4096;
    bad[5].exponent = -1;
    bad[6].exponent = (real)NAN;
    bad[7].spread = -1;
    bad[8].spread = (real)INFINITY;
    bad[9].rows = (size_t)1 << 20;
    bad[10].offset = (real)NAN;
    static const char *const field[] = {"rows",     "classes",  "classes",  "features",
                                        "features", "exponent", "exponent", "spread",
                                        "spread",   "rows",     "offset"};
    for (size_t i = 0; i < 11; i++) {
        ck_assert_ptr_nonnull(zipf_check(&bad[i]));
        ck_assert(strncmp(zipf_check(&bad[i]), field[i], strlen(field[i])) == 0);
        ck_assert_int_eq(zipf_dataset(&d, &bad[i], &rng), DESCENT_ERANGE);
        ck_assert_ptr_null(d.x);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        linear_layer_by_hand,
        relu_by_hand,
        cross_entropy_by_hand,
        cross_entropy_at_the_edges,
        cross_entropy_gradient_sums_to_zero,
        networks_match_torch,
        logistic_matches_torch,
        gradients_match_differences,
        logistic_is_softmax_with_two_classes,
        sigmoid_and_softplus_have_no_overflow,
#ifndef REAL_FLOAT
        optima_of_scikit_learn_are_stationary,
#endif
        he_has_its_variance_and_layout,
        backward_pass_changes_no_output,
        networks_refuse,
        networks_may_be_as_large_as_they_may_be,
        models_refuse,
        score_counts_and_averages,
        zipf_has_its_law,
        zipf_has_its_defaults_and_ranges,
        zipf_draws_a_mean_for_every_class,
        zipf_spreads_around_class_means,
        zipf_refuses,
    };
    return run_tests("regression", sizeof tests / sizeof *tests, tests);
}
