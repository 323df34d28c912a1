/* test_losses.c: losses, normalizations, initial scales and what is around them, against
 * PyTorch; and the gradients of networks with normalization by differences. */
#include "lab/mlp.h"
#include "optim/batch_norm.h"
#include "optim/bce.h"
#include "optim/cosine.h"
#include "optim/finite.h"
#include "optim/focal.h"
#include "optim/group_norm.h"
#include "optim/infonce.h"
#include "optim/init_scale.h"
#include "optim/ista.h"
#include "optim/largest.h"
#include "optim/layer_norm_backward.h"
#include "optim/metric.h"
#include "oracles/losses.h"
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Rounding, amplified by a division by small deviations. */
#define LOOSE (sizeof(real) == sizeof(double) ? 1e-10 : 2e-3)

enum { ROWS = 4, C = 6, S = 2, ALL = ROWS * C * S };

/* What pattern() in losses.py makes. */
static void pattern(size_t count, size_t salt, real *x)
{
    for (size_t i = 0; i < count; i++)
        x[i] = ((real)((37 * i + 11 * salt + 5 * i * i) % 101) - 50) / 32;
}

/* Compares, and moves on to what follows in the array. */
static const double *assert_follows(const double *expected, size_t n, const real *x)
{
    for (size_t i = 0; i < n; i++)
        ck_assert_msg(fabs((double)x[i] - expected[i]) <= LOOSE * (1 + fabs(expected[i])),
                      "number %zu is %.17g, expected %.17g", i, (double)x[i],
                      expected[i]);
    return expected + n;
}

START_TEST(bce_is_torch_s)
{
    real z[9], y[9], dz[9];
    pattern(9, 1, z);
    pattern(9, 2, y);
    for (size_t i = 0; i < 9; i++)
        y[i] = (y[i] + 2) / 4;
    const real cost = bce_with_logits(9, z, y, (real)2.5, dz);
    assert_follows(assert_follows(bce_expected, 1, &cost), 9, dz);
}
END_TEST

START_TEST(focal_is_torch_s)
{
    const double *const expected[2] = {focal_0_expected, focal_2_expected};
    real z[5], alpha[5], dz[5];
    pattern(5, 3, z);
    pattern(5, 4, alpha);
    for (size_t i = 0; i < 5; i++)
        alpha[i] = (real)fabs((double)alpha[i]);
    for (int k = 0; k < 2; k++) {
        const real loss = focal_loss(5, z, 2, (real)(2 * k), alpha, dz);
        assert_follows(assert_follows(expected[k], 1, &loss), 5, dz);
    }
}
END_TEST

START_TEST(distances_are_torch_s)
{
    real a[4], p[4], q[4], g[3][4];
    pattern(4, 5, a);
    pattern(4, 6, p);
    pattern(4, 7, q);
    real loss = triplet_loss(4, a, p, q, 3, TRIPLET_PLAIN, g[0], g[1], g[2]);
    ck_assert(loss > 0);
    assert_follows(assert_follows(triplet_expected, 1, &loss), 12, g[0]);
    loss = contrastive_loss(4, a, p, false, 4, g[0], g[1]);
    ck_assert(loss > 0);
    assert_follows(assert_follows(contrastive_expected, 1, &loss), 8, g[0]);
}
END_TEST

START_TEST(nt_xent_is_torch_s)
{
    enum { N = 6, D = 3 };
    real z[N * D], u[N * D], length[N], s[N * N], ds[N * N], dz[N * D];
    const size_t positive[N] = {1, 0, 3, 2, 5, 4};
    pattern(N * D, 8, z);
    cosine_forward(N, D, z, u, length, s);
    const real loss = infonce(N, s, positive, (real)0.5, ds);
    cosine_backward(N, D, u, length, ds, dz);
    assert_follows(assert_follows(nt_xent_expected, 1, &loss), N * D, dz);
}
END_TEST

/* A row of zeros has no direction; a gradient is orthogonal to its embedding. */
START_TEST(cosines_at_the_border)
{
    const real z[6] = {3, 4, 0, 0, -1, 1};
    real u[6], length[3], s[9], ds[9], dz[6];
    pattern(9, 3, ds);
    cosine_forward(3, 2, z, u, length, s);
    ck_assert(length[0] == 5 && length[1] == 0);
    ck_assert(s[1] == 0 && s[4] == 0);
    cosine_backward(3, 2, u, length, ds, dz);
    ck_assert(dz[2] == 0 && dz[3] == 0);
    ck_assert(fabs((double)(dz[0] * z[0] + dz[1] * z[1])) < LOOSE);
}
END_TEST

START_TEST(group_norm_is_torch_s)
{
    const struct norm_shape shape = {ROWS, C, S};
    const double *const expected[3] = {group_1_expected, group_2_expected,
                                       group_6_expected};
    static const size_t groups[3] = {1, 2, C};
    real x[ALL], dy[ALL], y[ALL], dx[ALL], gain[C], bias[C], dgain[C], dbias[C];
    real mean[ROWS * C], scale[ROWS * C];
    pattern(ALL, 9, x);
    pattern(ALL, 10, dy);
    pattern(C, 11, gain);
    pattern(C, 12, bias);
    for (int k = 0; k < 3; k++) {
        ck_assert_int_eq(group_norm_forward(shape, groups[k], (real)1e-5, x, gain, bias,
                                            mean, scale, y),
                         0);
        ck_assert_int_eq(group_norm_backward(shape, groups[k], x, gain, mean, scale, dy,
                                             dx, dgain, dbias),
                         0);
        const double *next = assert_follows(expected[k], ALL, y);
        next = assert_follows(next, ALL, dx);
        assert_follows(assert_follows(next, C, dgain), C, dbias);
    }
}
END_TEST

START_TEST(layer_norm_is_torch_s)
{
    real x[ALL], dy[ALL], dx[ALL], gain[C * S], dgain[C * S], dbias[C * S];
    pattern(ALL, 9, x);
    pattern(ALL, 10, dy);
    pattern(C * S, 11, gain);
    ck_assert_int_eq(
        layer_norm_backward(ROWS, C * S, x, gain, (real)1e-5, dy, dx, dgain, dbias), 0);
    const double *next = assert_follows(layer_expected, ALL, dx);
    assert_follows(assert_follows(next, C * S, dgain), C * S, dbias);
}
END_TEST

START_TEST(batch_norm_is_torch_s)
{
    struct batch_norm bn;
    real x[ROWS * C], dy[ROWS * C], y[ROWS * C], dx[ROWS * C], gain[C], bias[C], dgain[C],
        dbias[C];
    pattern(ROWS * C, 9, x);
    pattern(ROWS * C, 10, dy);
    pattern(C, 11, gain);
    pattern(C, 12, bias);
    ck_assert_int_eq(batch_norm_init(&bn, C, batch_norm_defaults()), 0);
    ck_assert_int_eq(batch_norm_forward(&bn, ROWS, x, gain, bias, true, y), 0);
    ck_assert_int_eq(batch_norm_backward(&bn, ROWS, x, gain, true, dy, dx, dgain, dbias),
                     0);
    const double *next = assert_follows(batch_expected, ROWS * C, y);
    next = assert_follows(next, ROWS * C, dx);
    next = assert_follows(assert_follows(next, C, dgain), C, dbias);
    next = assert_follows(next, C, bn.running_mean);
    next = assert_follows(next, C, bn.running_variance);
    ck_assert_int_eq(batch_norm_forward(&bn, ROWS, x, gain, bias, false, y), 0);
    assert_follows(next, ROWS * C, y);
    batch_norm_free(&bn);
    batch_norm_free(&bn);
}
END_TEST

/* One function for all four: over the batch PyTorch's, over groups exercise 9.9's. */
START_TEST(one_function_normalizes_all)
{
    const struct norm_shape shape = {ROWS, C, S};
    const real gain[C] = {1, 1, 1, 1, 1, 1}, bias[C] = {0};
    real x[ALL], y[ALL], z[ALL], mean[ROWS * C], scale[ROWS * C];
    struct norm_sets sets;
    pattern(ALL, 9, x);
    ck_assert_int_eq(normalize(norm_over_batch(shape), (real)1e-5, x, mean, scale, y), 0);
    assert_follows(normalize_batch_expected, ALL, y);
    for (size_t groups = 1; groups <= C; groups++) {
        const enum descent_status status = norm_over_groups(shape, groups, &sets);
        ck_assert_int_eq(status, C % groups ? DESCENT_ERANGE : DESCENT_OK);
        if (status)
            continue;
        ck_assert_int_eq(normalize(sets, (real)1e-5, x, mean, scale, y), 0);
        group_norm_forward(shape, groups, (real)1e-5, x, gain, bias, mean, scale, z);
        for (size_t i = 0; i < ALL; i++)
            ck_assert(fabs((double)(y[i] - z[i])) < LOOSE);
    }
    ck_assert_int_eq(norm_over_groups(shape, 0, &sets), DESCENT_ERANGE);
    ck_assert_int_eq(normalize(sets, 0, x, mean, scale, y), DESCENT_ERANGE);
    ck_assert_int_eq(normalize(sets, (real)NAN, x, mean, scale, y), DESCENT_ERANGE);
    ck_assert_int_eq(normalize(sets, (real)1e-5, x, mean, scale, x), 0);
    ck_assert_mem_eq(x, y, sizeof x);
}
END_TEST

START_TEST(scales_are_torch_s)
{
    const struct layer_shape shape = {6, 4, 9};
    const real mine[6] = {fan_of(shape, FAN_IN),
                          fan_of(shape, FAN_OUT),
                          activation_gain(ACTIVATION_LEAKY_RELU, 0),
                          activation_gain(ACTIVATION_LEAKY_RELU, (real)0.2),
                          activation_gain(ACTIVATION_TANH, 0),
                          activation_gain(ACTIVATION_LINEAR, 0)};
    assert_follows(scales_expected, 6, mine);
}
END_TEST

START_TEST(settings_out_of_range)
{
    const real bad[] = {-1, (real)NAN, (real)INFINITY};
    struct batch_norm bn;
    struct ista ista;
    for (size_t i = 0; i < 3; i++) {
        struct batch_norm_config config = batch_norm_defaults();
        struct ista_config step = ista_defaults();
        config.eps = bad[i];
        assert_names(batch_norm_check(&config), "eps");
        ck_assert_int_eq(batch_norm_init(&bn, 3, config), DESCENT_ERANGE);
        config = (struct batch_norm_config){(real)1e-5, bad[i]};
        assert_names(batch_norm_check(&config), "momentum");
        step.lr = bad[i];
        assert_names(ista_check(&step), "lr");
        step = (struct ista_config){1, bad[i], 0};
        assert_names(ista_check(&step), "l1");
        step = (struct ista_config){1, 0, bad[i]};
        assert_names(ista_check(&step), "l2");
        ck_assert_int_eq(ista_init(&ista, 3, step), DESCENT_ERANGE);
    }
    batch_norm_free(&bn);
    ck_assert_int_eq(batch_norm_init(&bn, SIZE_MAX, batch_norm_defaults()),
                     DESCENT_ERANGE);
}
END_TEST

/* --- Networks with normalization and dropout --------------------------------------- */

enum { BATCH = 5, WIDTHS = 3 };

static const size_t width[WIDTHS] = {3, 4, 2};

/* Every component of the gradient of a network in training, by central differences of the
 * cost in training. They are off by h² |f'''| / 6, where |f'''| is below 6, and by what
 * rounding does to two costs near 1, at most four units in the last place each. Of what
 * ReLU is given 0.0056 is nearest to its kink: steps of 2⁻¹⁰ do not get there. */
static void assert_gradient(const struct mlp_config *config)
{
    struct mlp mlp;
    struct rng rng = rng_seed(3);
    real x[BATCH * 3], theta[64], g[64], scratch[64];
    const size_t label[BATCH] = {0, 1, 1, 0, 1};
    const double h = sizeof(real) == sizeof(double) ? 0x1p-20 : 0x1p-10;
    const double off = h * h + 4 * (double)REAL_EPSILON / h;
    ck_assert_int_eq(mlp_init_with(&mlp, 2, width, BATCH, config), DESCENT_OK);
    ck_assert_uint_le(mlp.n, 64);
    pattern(BATCH * 3, 4, x);
    mlp_init_he(&mlp, theta, &rng);
    mlp_cost(&mlp, theta, BATCH, x, label, g);
    for (size_t i = 0; i < mlp.n; i++) {
        const real old = theta[i];
        theta[i] = old + (real)h;
        const real above = mlp_cost(&mlp, theta, BATCH, x, label, scratch);
        theta[i] = old - (real)h;
        const real below = mlp_cost(&mlp, theta, BATCH, x, label, scratch);
        theta[i] = old;
        const double slope = (double)(above - below) / (2 * h);
        ck_assert_msg(fabs(slope - (double)g[i]) < off,
                      "component %zu: %g, by differences %g", i, (double)g[i], slope);
    }
    mlp_free(&mlp);
    mlp_free(&mlp);
}

START_TEST(gradients_of_normalized_networks)
{
    assert_gradient(&(struct mlp_config){.norm = MLP_NORM_BATCH});
    assert_gradient(&(struct mlp_config){.norm = MLP_NORM_GROUP, .groups = 1});
    assert_gradient(&(struct mlp_config){.norm = MLP_NORM_GROUP, .groups = 2});
    assert_gradient(&(struct mlp_config){.dropout = 1});
}
END_TEST

START_TEST(networks_refuse)
{
    const struct mlp_config bad[] = {{.norm = MLP_NORM_GROUP, .groups = 3},
                                     {.norm = MLP_NORM_GROUP, .groups = 0},
                                     {.dropout = (real)-0.1},
                                     {.dropout = (real)1.1},
                                     {.dropout = (real)NAN}};
    struct mlp mlp;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_int_eq(mlp_init_with(&mlp, 2, width, BATCH, &bad[i]), DESCENT_ERANGE);
        mlp_free(&mlp);
    }
}
END_TEST

/* Parameters of a normalization stand behind the biases; gains start at 1. */
START_TEST(normalized_networks_lay_out)
{
    const struct mlp_config config = {.norm = MLP_NORM_BATCH, .dropout = (real)0.5};
    struct tensor tensor[MLP_MAX_MODULES];
    struct mlp mlp;
    struct rng rng = rng_seed(3);
    real theta[64];
    ck_assert_int_eq(mlp_init_with(&mlp, 2, width, BATCH, &config), DESCENT_OK);
    ck_assert_uint_eq(mlp.weights, 20);
    ck_assert_uint_eq(mlp.n, 20 + 6 + 8);
    ck_assert_uint_eq(mlp.modules, 5);
    ck_assert_uint_eq(mlp_tensors(&mlp, tensor), 6);
    ck_assert_int_eq(tensor[3].kind, TENSOR_BIAS);
    ck_assert_int_eq(tensor[4].kind, TENSOR_NORM);
    ck_assert_uint_eq(tensor[5].count, 4);
    mlp_init_he(&mlp, theta, &rng);
    for (size_t i = 20; i < mlp.n; i++)
        ck_assert(theta[i] == (i >= 26 && i < 30 ? 1 : 0));
    mlp_free(&mlp);
}
END_TEST

/* In use nothing is dropped, and the batch does not matter; in training both do. A batch
 * of one sample has no variance. */
START_TEST(use_is_not_training)
{
    const struct mlp_config config = {
        .norm = MLP_NORM_BATCH, .dropout = (real)0.5, .seed = 1};
    struct mlp mlp, whole;
    struct rng rng = rng_seed(3);
    real x[BATCH * 3], theta[64], g[64], first[2];
    const size_t label[BATCH] = {0, 1, 1, 0, 1};
    pattern(BATCH * 3, 4, x);
    ck_assert_int_eq(mlp_init_with(&mlp, 2, width, BATCH, &config), DESCENT_OK);
    mlp_init_he(&mlp, theta, &rng);
    memcpy(first, mlp_forward(&mlp, theta, BATCH, x), sizeof first);
    const real *alone = mlp_forward(&mlp, theta, 1, x);
    ck_assert(fabs((double)(alone[0] - first[0])) < LOOSE);
    const struct mlp_config nothing_dropped = {.norm = MLP_NORM_BATCH};
    ck_assert_int_eq(mlp_init_with(&whole, 2, width, BATCH, &nothing_dropped), 0);
    ck_assert_mem_eq(mlp_forward(&whole, theta, BATCH, x), first, sizeof first);
    mlp_free(&whole);
    const real once = mlp_cost(&mlp, theta, BATCH, x, label, g);
    int other = 0;
    for (int i = 0; i < 20; i++)
        other += mlp_cost(&mlp, theta, BATCH, x, label, g) != once;
    ck_assert_int_gt(other, 0);
    ck_assert(isnan(mlp_cost(&mlp, theta, 1, x, label, g)));
    ck_assert(isnan(g[0]));
    ck_assert(!isnan(mlp_cost(&mlp, theta, 1, x, label, NULL)));
    mlp_free(&mlp);
}
END_TEST

/* mlp_backward() from the gradient of the cross-entropy is what mlp_cost() does. */
START_TEST(backward_from_any_gradient)
{
    struct mlp mlp;
    struct rng rng = rng_seed(3);
    real x[3], theta[64], g[64], h[64], dz[2];
    const size_t label[1] = {1};
    pattern(3, 4, x);
    ck_assert_int_eq(mlp_init(&mlp, 2, width, BATCH), DESCENT_OK);
    mlp_init_he(&mlp, theta, &rng);
    mlp_cost(&mlp, theta, 1, x, label, g);
    const real *z = mlp_train_forward(&mlp, theta, 1, x);
    dz[0] = 1 / (1 + (real)exp((double)(z[1] - z[0])));
    dz[1] = -dz[0];
    mlp_backward(&mlp, theta, 1, x, dz, h);
    for (size_t i = 0; i < mlp.n; i++)
        ck_assert(fabs((double)(g[i] - h[i])) < LOOSE);
    mlp_free(&mlp);
}
END_TEST

/* Wherever it stands, in arrays of all lengths; the others are smaller, or NaN. */
START_TEST(one_number_is_found)
{
    real x[100];
    for (size_t n = 0; n <= 100; n++)
        for (size_t i = 0; i < n; i++) {
            pattern(n, n, x);
            ck_assert(all_finite(n, x));
            x[i] = (real)INFINITY;
            ck_assert(!all_finite(n, x));
            x[i] = 2;
            ck_assert(largest_of(n, x) == 2 && largest_size_of(n, x) == 2);
            x[i] = -2;
            ck_assert(largest_of(n, x) < 2 && largest_size_of(n, x) == 2);
            x[i] = 2;
            x[(i + n / 2) % n] = (real)NAN;
            ck_assert(!all_finite(n, x) && isnan(largest_size_of(n, x)));
            ck_assert(n == 1 || largest_of(n, x) == 2);
        }
    const real none[] = {-(real)INFINITY, (real)NAN};
    ck_assert(all_finite(0, none) && largest_size_of(0, none) == 0);
    for (size_t n = 0; n <= 2; n++)
        ck_assert(largest_of(n, none) == -(real)INFINITY);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {bce_is_torch_s,
                                  focal_is_torch_s,
                                  distances_are_torch_s,
                                  nt_xent_is_torch_s,
                                  cosines_at_the_border,
                                  group_norm_is_torch_s,
                                  layer_norm_is_torch_s,
                                  batch_norm_is_torch_s,
                                  one_function_normalizes_all,
                                  scales_are_torch_s,
                                  settings_out_of_range,
                                  gradients_of_normalized_networks,
                                  networks_refuse,
                                  normalized_networks_lay_out,
                                  use_is_not_training,
                                  backward_from_any_gradient,
                                  one_number_is_found};
    return RUN_SUITE("losses", tests);
}
