/* test_curvature.c: products with the Hessian of a network against differences of its
 * gradient and against PyTorch; blocks with skip connections; features and the modular
 * task; SAM, power iteration and shortest solutions against PyTorch, NumPy and SciPy. */
#include "lab/features.h"
#include "lab/modular.h"
#include "lab/tangent.h"
#include "optim/blas.h"
#include "optim/minimum_norm.h"
#include "optim/power_iteration.h"
#include "optim/sam.h"
#include "oracles/curvature.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 6, N = 73, CLASSES = 3 };
static const size_t width[4] = {4, 5, 5, CLASSES};

#define LOOSE (sizeof(real) == sizeof(double) ? 1e-12 : 1e-4)

/* What pattern() in curvature.py makes. */
static void pattern(size_t count, size_t salt, real *x)
{
    for (size_t i = 0; i < count; i++)
        x[i] = ((real)((37 * i + 11 * salt + 5 * i * i) % 101) - 50) / 64;
}

static const double *assert_follows(const double *expected, size_t n, const real *x)
{
    for (size_t i = 0; i < n; i++)
        ck_assert_msg(fabs((double)x[i] - expected[i]) <= LOOSE * (1 + fabs(expected[i])),
                      "number %zu is %.17g, expected %.17g", i, (double)x[i],
                      expected[i]);
    return expected + n;
}

/* The network of curvature.py on its six samples. */
struct small {
    real x[ROWS * 4];
    size_t label[ROWS];
    struct dataset data;
    struct mlp mlp;
    struct mlp_hessian hessian;
};

static void small_init(struct small *small)
{
    pattern(ROWS * 4, 1, small->x);
    for (size_t r = 0; r < ROWS; r++)
        small->label[r] = r % CLASSES;
    small->data = (struct dataset){ROWS, 4, CLASSES, small->x, small->label};
    ck_assert_int_eq(mlp_init(&small->mlp, 3, width, ROWS), DESCENT_OK);
    ck_assert_uint_eq(small->mlp.n, N);
    ck_assert_int_eq(mlp_hessian_init(&small->hessian, &small->mlp, &small->data),
                     DESCENT_OK);
}

static void small_free(struct small *small)
{
    mlp_hessian_free(&small->hessian);
    mlp_hessian_free(&small->hessian);
    mlp_free(&small->mlp);
}

START_TEST(products_are_torch_s)
{
    struct small small;
    real v[N], hv[N];
    small_init(&small);
    pattern(N, 2, small.hessian.theta);
    pattern(N, 3, v);
    mlp_hessian_product(N, v, hv, &small.hessian);
    const real cost = mlp_hessian_cost(N, small.hessian.theta, NULL, &small.hessian);
    assert_follows(
        assert_follows(assert_follows(hessian_expected, 1, &cost), N, small.hessian.g), N,
        hv);
    small_free(&small);
}
END_TEST

/* A larger network, along a random direction: (∇f(θ + hv) - ∇f(θ - hv)) / 2h. It is off
 * by (h |v|)² of its size, and by what rounding does to two gradients below 1, at most
 * four units in the last place each. No unit changes its side within 2⁻¹⁴. */
START_TEST(products_are_differences)
{
    enum { FEATURES = 7, BATCH = 40 };
    const size_t widths[5] = {FEATURES, 12, 9, 11, 4};
    const real h = (real)(sizeof(real) == sizeof(double) ? 0x1p-20 : 0x1p-14);
    struct mlp mlp;
    struct mlp_hessian hessian;
    struct rng rng = rng_seed(5);
    struct dataset data = {BATCH, FEATURES, 4, malloc(BATCH * FEATURES * sizeof(real)),
                           malloc(BATCH * sizeof(size_t))};
    for (size_t i = 0; i < (size_t)BATCH * FEATURES; i++)
        data.x[i] = (real)rng_normal(&rng);
    for (size_t i = 0; i < BATCH; i++)
        data.label[i] = rng_below(&rng, 4);
    ck_assert_int_eq(mlp_init(&mlp, 4, widths, BATCH), DESCENT_OK);
    ck_assert_int_eq(mlp_hessian_init(&hessian, &mlp, &data), DESCENT_OK);
    real *v = malloc(5 * mlp.n * sizeof *v), *hv = v + mlp.n, *at = hv + mlp.n;
    real *above = at + mlp.n, *below = above + mlp.n;
    mlp_init_he(&mlp, hessian.theta, &rng);
    for (size_t i = 0; i < mlp.n; i++)
        v[i] = (real)rng_normal(&rng);
    mlp_hessian_product(mlp.n, v, hv, &hessian);
    for (size_t i = 0; i < mlp.n; i++)
        at[i] = hessian.theta[i] + h * v[i];
    mlp_hessian_cost(mlp.n, at, above, &hessian);
    for (size_t i = 0; i < mlp.n; i++)
        at[i] = hessian.theta[i] - h * v[i];
    mlp_hessian_cost(mlp.n, at, below, &hessian);
    const double most = (double)(h * h * blas_dot(mlp.n, v, v)) + 4 * EPSILON / (double)h;
    for (size_t i = 0; i < mlp.n; i++)
        ck_close(hv[i], (above[i] - below[i]) / (2 * h),
                 most * (1 + fabs((double)hv[i])));
    ck_assert(blas_norm(mlp.n, hv) > (real)0.1);
    free(v);
    mlp_hessian_free(&hessian);
    mlp_free(&mlp);
    dataset_free(&data);
}
END_TEST

/* H is symmetric and linear: uᵀHv = vᵀHu, H(2v) = 2 Hv. */
START_TEST(products_are_symmetric)
{
    struct small small;
    real u[N], v[N], hu[N], hv[N];
    small_init(&small);
    pattern(N, 2, small.hessian.theta);
    pattern(N, 3, u);
    pattern(N, 9, v);
    mlp_hessian_product(N, u, hu, &small.hessian);
    mlp_hessian_product(N, v, hv, &small.hessian);
    ck_close(blas_dot(N, u, hv), blas_dot(N, v, hu), LOOSE);
    blas_scale(N, 2, v);
    mlp_hessian_product(N, v, hu, &small.hessian);
    for (size_t i = 0; i < N; i++)
        ck_close(hu[i], 2 * hv[i], LOOSE);
    small_free(&small);
}
END_TEST

START_TEST(the_top_is_numpy_s)
{
    struct small small;
    struct power_result result;
    real v[N], work[2 * N];
    small_init(&small);
    pattern(N, 2, small.hessian.theta);
    pattern(N, 3, v);
    const real tolerance = (real)(sizeof(real) == sizeof(double) ? 1e-9 : 1e-4);
    ck_assert_int_eq(top_eigenvalue(N, mlp_hessian_product, &small.hessian,
                                    (struct power_config){5000, tolerance}, v, work,
                                    &result),
                     DESCENT_OK);
    ck_assert(result.converged);
    ck_close(result.value, *top_expected, LOOSE * 10);
    small_free(&small);
}
END_TEST

START_TEST(what_has_no_tangent_is_refused)
{
    struct small small;
    struct mlp mlp;
    struct mlp_hessian hessian;
    small_init(&small);
    ck_assert_int_eq(
        mlp_init_with(&mlp, 3, width, ROWS, &(struct mlp_config){.dropout = (real)0.5}),
        DESCENT_OK);
    ck_assert_int_eq(mlp_hessian_init(&hessian, &mlp, &small.data), DESCENT_ERANGE);
    mlp_hessian_free(&hessian);
    mlp_free(&mlp);
    ck_assert_int_eq(mlp_init(&mlp, 3, width, ROWS - 1), DESCENT_OK);
    ck_assert_int_eq(mlp_hessian_init(&hessian, &mlp, &small.data), DESCENT_ERANGE);
    mlp_free(&mlp);
    small_free(&small);
}
END_TEST

static const struct mlp_config with_skip = {.skip = true};

START_TEST(skips_are_torch_s)
{
    struct small small;
    struct mlp mlp;
    real theta[N], g[N];
    small_init(&small);
    ck_assert_int_eq(mlp_init_with(&mlp, 3, width, ROWS, &with_skip), DESCENT_OK);
    ck_assert_uint_eq(mlp.n, N);
    pattern(N, 4, theta);
    const real cost = mlp_cost(&mlp, theta, ROWS, small.x, small.label, g);
    assert_follows(assert_follows(skip_expected, 1, &cost), N, g);
    ck_close(mlp_cost(&mlp, theta, ROWS, small.x, small.label, NULL), cost, 0);
    mlp_free(&mlp);
    small_free(&small);
}
END_TEST

/* Only square hidden layers have one, and nothing else between the layers. */
START_TEST(skips_know_their_place)
{
    const size_t narrow[4] = {4, 5, 6, 3}, same[3] = {4, 4, 4};
    const struct mlp_config dropping = {.skip = true, .dropout = (real)0.1};
    const struct mlp_config normal = {.skip = true, .norm = MLP_NORM_BATCH};
    struct mlp mlp;
    ck_assert_int_eq(mlp_init_with(&mlp, 3, width, 2, &with_skip), DESCENT_OK);
    ck_assert_uint_eq(mlp.modules, 4);
    mlp_free(&mlp);
    ck_assert_int_eq(mlp_init_with(&mlp, 3, narrow, 2, &with_skip), DESCENT_OK);
    ck_assert_uint_eq(mlp.modules, 5);
    mlp_free(&mlp);
    ck_assert_int_eq(mlp_init_with(&mlp, 2, same, 2, &with_skip), DESCENT_OK);
    ck_assert_uint_eq(mlp.modules, 3);
    mlp_free(&mlp);
    ck_assert_int_eq(mlp_init_with(&mlp, 3, width, 2, &dropping), DESCENT_ERANGE);
    ck_assert_int_eq(mlp_init_with(&mlp, 3, width, 2, &normal), DESCENT_ERANGE);
}
END_TEST

START_TEST(filters_are_units)
{
    struct small small;
    struct filter_part part[MLP_MAX_LAYERS + 1];
    small_init(&small);
    ck_assert_uint_eq(mlp_filters(&small.mlp, part), 4);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(part[i].filters, width[i + 1]);
        ck_assert_uint_eq(part[i].size, width[i]);
        ck_assert(!part[i].fixed);
    }
    ck_assert(part[3].fixed);
    ck_assert_uint_eq(part[3].filters * part[3].size, 13);
    small_free(&small);
}
END_TEST

START_TEST(sam_is_torch_s)
{
    struct small small;
    struct sam sam;
    real theta[N];
    small_init(&small);
    ck_assert_int_eq(sam_init(&sam, N, (struct sam_config){(real)0.25, (real)0.125}),
                     DESCENT_OK);
    pattern(N, 5, theta);
    for (int t = 0; t < 20; t++)
        sam_step(&sam, theta, mlp_hessian_cost, &small.hessian);
    const real cost = mlp_hessian_cost(N, theta, NULL, &small.hessian);
    assert_follows(assert_follows(sam_expected, N, theta), 1, &cost);
    sam_free(&sam);
    sam_free(&sam);
    small_free(&small);
}
END_TEST

START_TEST(sam_refuses)
{
    struct sam sam;
    struct sam_config config = sam_defaults();
    ck_assert_ptr_null(sam_check(&config));
    config.lr = -1;
    ck_assert_str_eq(sam_check(&config), "lr must be finite and at least 0");
    config = (struct sam_config){1, (real)NAN};
    ck_assert_str_eq(sam_check(&config), "rho must be finite and at least 0");
    ck_assert_int_eq(sam_init(&sam, 3, config), DESCENT_ERANGE);
    sam_free(&sam);
}
END_TEST

START_TEST(the_shortest_is_scipy_s)
{
    real left[15], right[21], a[35], b[5], x[7];
    size_t rank;
    pattern(15, 6, left);
    pattern(21, 7, right);
    pattern(5, 8, b);
    blas_product(5, 7, 3, left, right, a);
    const real rcond = (real)(sizeof(real) == sizeof(double) ? 1e-10 : 1e-5);
    ck_assert_int_eq(minimum_norm(5, 7, a, b, rcond, x, &rank), DESCENT_OK);
    ck_assert_uint_eq(rank, 3);
    assert_follows(minimum_norm_expected, 7, x);
    assert_follows(pinv_expected, 7, x);
}
END_TEST

START_TEST(polynomials_are_numpy_s)
{
    const real x[4] = {-1, (real)-0.375, (real)0.25, (real)0.9375};
    real phi[4][12], first[4], last[4];
    legendre_features(4, x, 12, phi[0]);
    for (size_t r = 0; r < 4; r++) {
        first[r] = phi[r][0];
        last[r] = phi[r][11];
    }
    assert_follows(legendre_0_expected, 4, first);
    assert_follows(legendre_11_expected, 4, last);
}
END_TEST

START_TEST(random_features_are_rectified)
{
    const real x[4] = {1, 2, 3, -1}, w[6] = {1, 1, -2, 1, 0, 0};
    const real expected[6] = {3, 0, 0, 2, 0, 0};
    real phi[6];
    random_features(2, 2, x, 3, w, phi);
    for (size_t i = 0; i < 6; i++)
        ck_close(phi[i], expected[i], 0);
}
END_TEST

/* Each pair once, each label right, each number one-hot. */
START_TEST(every_sum_is_dealt_once)
{
    enum { P = 7 };
    struct dataset part[2];
    size_t seen[P][P] = {{0}};
    ck_assert_int_eq(modular_addition(P, 20, 3, &part[0], &part[1]), DESCENT_OK);
    ck_assert_uint_eq(part[0].rows, 20);
    ck_assert_uint_eq(part[1].rows, P * P - 20);
    for (size_t k = 0; k < 2; k++)
        for (size_t r = 0; r < part[k].rows; r++) {
            const real *x = part[k].x + r * 2 * P;
            size_t a = 0, b = 0, ones = 0;
            for (size_t i = 0; i < 2 * P; i++) {
                ck_assert(x[i] == 0 || x[i] == 1);
                ones += x[i] == 1;
                a += x[i] == 1 && i < P ? i : 0;
                b += x[i] == 1 && i >= P ? i - P : 0;
            }
            ck_assert_uint_eq(ones, 2);
            ck_assert_uint_eq(part[k].label[r], (a + b) % P);
            seen[a][b]++;
        }
    for (size_t i = 0; i < (size_t)P * P; i++)
        ck_assert_uint_eq(seen[i / P][i % P], 1);
    dataset_free(&part[0]);
    dataset_free(&part[1]);
    ck_assert_int_eq(modular_addition(1, 1, 1, &part[0], &part[1]), DESCENT_ERANGE);
    ck_assert_int_eq(modular_addition(MODULAR_MAX + 1, 1, 1, &part[0], &part[1]),
                     DESCENT_ERANGE);
    ck_assert_int_eq(modular_addition(3, 9, 1, &part[0], &part[1]), DESCENT_ERANGE);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        products_are_torch_s,
        products_are_differences,
        products_are_symmetric,
        the_top_is_numpy_s,
        what_has_no_tangent_is_refused,
        skips_are_torch_s,
        skips_know_their_place,
        filters_are_units,
        sam_is_torch_s,
        sam_refuses,
        the_shortest_is_scipy_s,
        polynomials_are_numpy_s,
        random_features_are_rectified,
        every_sum_is_dealt_once,
    };
    return run_tests("curvature", sizeof tests / sizeof *tests, tests);
}
