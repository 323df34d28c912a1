/* test_matrices.c: Newton–Schulz, Muon, inverse roots, Shampoo and K-FAC, against
 * PyTorch, numpy and numbers known by hand. */
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/inverse_root.h"
#include "optim/kfac.h"
#include "optim/matrix.h"
#include "optim/muon.h"
#include "optim/polar.h"
#include "optim/shampoo.h"
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Rounding, amplified by the iteration's steep start. */
#define LOOSE (sizeof(real) == sizeof(double) ? 1e-12 : 1e-3)

/* Rounding times the condition of a matrix without damping, or with a ridge. */
#define SOLVED (sizeof(real) == sizeof(double) ? 1e-10 : 1e-2)

enum { MOST = 16 };

static void fill_gradient(size_t rows, size_t cols, int t, real *g)
{
    for (size_t i = 0; i < rows * cols; i++)
        g[i] =
            (real)sin(3.0 * (double)(i / cols) + 7.0 * (double)(i % cols) + 11.0 * t + 1);
}

static void fill_samples(size_t rows, size_t cols, int t, real *a)
{
    for (size_t k = 0; k < rows * cols; k++) {
        const double i = (double)(k / cols), j = (double)(k % cols);
        a[k] = (real)sin(5 * i + 3 * j + 2 * i * j + 7.0 * t + 1);
    }
}

static void assert_near(size_t n, const real *a, const real *b, double tolerance)
{
    for (size_t i = 0; i < n; i++)
        ck_assert_msg(fabs((double)(a[i] - b[i])) <= tolerance,
                      "number %zu: %.17g, %.17g", i, (double)a[i], (double)b[i]);
}

/* One line of an oracle: whole numbers, then as many values as rows × cols say. 0 at the
 * end of the file. */
static int read_line(FILE *file, size_t numbers, size_t *number, real *values)
{
    double value;
    for (size_t i = 0; i < numbers; i++)
        if (fscanf(file, "%zu", &number[i]) != 1)
            return 0;
    for (size_t i = 0; i < number[0] * number[1]; i++) {
        ck_assert_int_eq(fscanf(file, "%lf", &value), 1);
        values[i] = (real)value;
    }
    return 1;
}

START_TEST(newton_schulz_is_pytorchs)
{
    FILE *file = fopen(TEST_DATA "/newton_schulz.tsv", "r");
    size_t number[3], lines = 0;
    real expected[MOST], g[MOST], o[MOST];
    ck_assert_ptr_nonnull(file);
    for (; read_line(file, 3, number, expected); lines++) {
        struct newton_schulz ns;
        fill_gradient(number[0], number[1], 0, g);
        ck_assert_int_eq(newton_schulz_init(&ns, number[0], number[1]), DESCENT_OK);
        ck_assert_int_eq(newton_schulz(&ns, number[2], g, o), DESCENT_OK);
        assert_near(number[0] * number[1], o, expected, LOOSE);
        newton_schulz_free(&ns);
    }
    ck_assert_uint_eq(lines, 18);
    fclose(file);
}
END_TEST

START_TEST(muon_is_pytorchs)
{
    FILE *file = fopen(TEST_DATA "/muon.tsv", "r");
    size_t number[5], lines = 0;
    real expected[MOST], g[MOST], w[MOST];
    ck_assert_ptr_nonnull(file);
    for (; read_line(file, 5, number, expected); lines++) {
        struct muon_config config = muon_defaults();
        struct muon muon;
        config.momentum = number[2] ? MUON_SUM : MUON_EMA;
        config.nesterov = number[3];
        config.scale = number[4] ? MUON_SCALE_RMS : MUON_SCALE_ASPECT;
        config.decay = (real)0.1;
        ck_assert_int_eq(muon_init(&muon, number[0], number[1], config), DESCENT_OK);
        for (size_t i = 0; i < MOST; i++)
            w[i] = 1;
        for (int t = 0; t < 5; t++) {
            fill_gradient(number[0], number[1], t, g);
            ck_assert_int_eq(muon_step(&muon, w, g), DESCENT_OK);
        }
        assert_near(number[0] * number[1], w, expected, LOOSE);
        muon_free(&muon);
    }
    ck_assert_uint_eq(lines, 16);
    fclose(file);
}
END_TEST

/* Published: five steps take these singular values there. A second singular value makes
 * the norm 1 + a little. */
START_TEST(singular_values_go_where_published)
{
    static const double pairs[][2] = {{1, 0.6964364},
                                      {0.8, 1.1192039},
                                      {0.6, 0.7228762},
                                      {0.1, 0.7121201},
                                      {0.01, 0.6989171}};
    struct newton_schulz ns;
    ck_assert_int_eq(newton_schulz_init(&ns, 2, 2), DESCENT_OK);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const double sigma = pairs[i][0];
        const real g[4] = {(real)sigma, 0, 0, (real)sqrt(1 - sigma * sigma)};
        real o[4];
        ck_assert_int_eq(newton_schulz(&ns, 5, g, o), DESCENT_OK);
        ck_assert(fabs((double)o[0] - pairs[i][1]) < 2e-4);
    }
    newton_schulz_free(&ns);
}
END_TEST

START_TEST(the_band)
{
    struct newton_schulz ns;
    double low = INFINITY, high = 0;
    ck_assert_int_eq(newton_schulz_init(&ns, 2, 2), DESCENT_OK);
    for (int k = 0; k <= 20000; k++) {
        const double sigma = 0.003 + 0.997 * k / 20000;
        const real g[4] = {(real)sigma, 0, 0, (real)sqrt(fmax(0, 1 - sigma * sigma))};
        real o[4];
        ck_assert_int_eq(newton_schulz(&ns, 5, g, o), DESCENT_OK);
        low = fmin(low, (double)o[0]);
        high = fmax(high, (double)o[0]);
    }
    newton_schulz_free(&ns);
    ck_assert(low > 0.681 && low < 0.6825);
    ck_assert(high > 1.2015 && high < 1.203);
}
END_TEST

START_TEST(polar_factor_has_orthonormal_rows)
{
    struct polar polar;
    real g[12], o[12], gram[9];
    fill_gradient(3, 4, 0, g);
    ck_assert_int_eq(polar_init(&polar, 3, 4), DESCENT_OK);
    ck_assert_int_eq(polar_factor(&polar, g, o), DESCENT_OK);
    /* sin(3i + 7j + 1) has the rank 2 */
    ck_assert(polar.sigma[1] > (real)0.1 && polar.sigma[2] < (real)1e-5);
    blas_gram(3, 4, 1, o, 0, gram);
    ck_assert(fabs((double)(gram[0] + gram[4] + gram[8]) - 2) < LOOSE);
    g[0] += 1;
    ck_assert_int_eq(polar_factor(&polar, g, g), DESCENT_OK);
    blas_gram(3, 4, 1, g, 0, gram);
    const real identity[9] = {1, 0, 0, gram[3], 1, 0, gram[6], gram[7], 1};
    assert_near(9, gram, identity, LOOSE);
    memset(g, 0, sizeof g);
    ck_assert_int_eq(polar_factor(&polar, g, o), DESCENT_OK);
    for (int i = 0; i < 12; i++)
        ck_assert(o[i] == 0);
    g[5] = (real)NAN;
    ck_assert_int_eq(polar_factor(&polar, g, o), DESCENT_ENAN);
    polar_free(&polar);
    polar_free(&polar);
}
END_TEST

/* A whose A^(-1/2) has whole numbers. */
START_TEST(inverse_roots_are_known)
{
    static const double half[9] = {1, 1, 1, 1, 2, -3, 1, -3, 18};
    const real a[9] = {1195, -944, -224, 0, 746, 177, 0, 0, 42};
    const double tolerance = sizeof(real) == sizeof(double) ? 1e-8 : 1;
    struct inverse_root root;
    real x[9];
    ck_assert_int_eq(inverse_root_init(&root, 3), DESCENT_OK);
    for (int newton = 0; newton < (sizeof(real) == sizeof(double) ? 2 : 1); newton++) {
        enum descent_status (*solve)(struct inverse_root *, size_t, real, const real *,
                                     real *) =
            newton ? inverse_root_newton : inverse_root_eigen;
        ck_assert_int_eq(solve(&root, 2, 0, a, x), DESCENT_OK);
        for (int i = 0; i < 9; i++)
            ck_assert(fabs((double)x[i] - half[i]) < tolerance);
        ck_assert_int_eq(solve(&root, 4, 0, a, x), DESCENT_OK);
        ck_assert(fabs((double)x[0] - 0.7112815379) < tolerance);
    }
    inverse_root_free(&root);
}
END_TEST

START_TEST(roots_without_full_rank)
{
    const real zero[4] = {0}, one[4] = {16, 0, 0, 0}, bad[4] = {1, (real)NAN, 0, 1};
    const real ignored[4] = {1, 0, (real)NAN, 1};
    struct inverse_root root;
    real x[4] = {7, 7, 7, 7};
    ck_assert_int_eq(inverse_root_init(&root, 2), DESCENT_OK);
    ck_assert_int_eq(inverse_root_eigen(&root, 4, 0, bad, x), DESCENT_ENAN);
    ck_assert_int_eq(inverse_root_eigen(&root, 0, 0, one, x), DESCENT_ERANGE);
    ck_assert_int_eq(inverse_root_eigen(&root, 4, -1, one, x), DESCENT_ERANGE);
    ck_assert(x[0] == 7 && x[3] == 7);
    ck_assert_int_eq(inverse_root_eigen(&root, 4, 0, ignored, x), DESCENT_OK);
    ck_assert_int_eq(inverse_root_eigen(&root, 4, 0, zero, x), DESCENT_OK);
    ck_assert(x[0] == 0 && x[1] == 0 && x[2] == 0 && x[3] == 0);
    ck_assert_int_eq(inverse_root_eigen(&root, 4, 0, one, x), DESCENT_OK);
    ck_assert(fabs((double)x[0] - 0.5) < LOOSE && x[3] == 0);
    ck_assert_int_eq(inverse_root_eigen(&root, 2, 4, zero, x), DESCENT_OK);
    ck_assert(fabs((double)x[0] - 0.5) < LOOSE && fabs((double)x[3] - 0.5) < LOOSE);
    ck_assert_int_eq(inverse_root_newton(&root, 4, 0, one, x), DESCENT_ESINGULAR);
    inverse_root_free(&root);
    inverse_root_free(&root);
    ck_assert_int_eq(inverse_root_init(&root, 0), DESCENT_ERANGE);
}
END_TEST

/* G₁ = 3I, G₂ = 4I: the second step is G₂/5. */
START_TEST(shampoo_steps_are_known)
{
    struct shampoo_config config = shampoo_defaults();
    struct shampoo shampoo;
    const real first[4] = {3, 0, 0, 3}, second[4] = {4, 0, 0, 4};
    real w[4] = {0};
    config.lr = 1;
    config.eps = 0;
    config.beta1 = 0;
    ck_assert_int_eq(shampoo_init(&shampoo, 2, 2, config), DESCENT_OK);
    ck_assert_int_eq(shampoo_step(&shampoo, w, first), DESCENT_OK);
    ck_assert(fabs((double)w[0] + 1) < LOOSE);
    ck_assert_int_eq(shampoo_step(&shampoo, w, second), DESCENT_OK);
    ck_assert(fabs((double)w[3] + 1.8) < LOOSE && w[1] == 0);
    shampoo_free(&shampoo);
    const real left[2] = {2, 0}, right[2] = {0, 2};
    real v[2] = {0};
    ck_assert_int_eq(shampoo_init(&shampoo, 1, 2, config), DESCENT_OK);
    ck_assert_int_eq(shampoo_step(&shampoo, v, left), DESCENT_OK);
    ck_assert_int_eq(shampoo_step(&shampoo, v, right), DESCENT_OK);
    ck_assert(fabs((double)v[1] + 2 / sqrt(2 * sqrt(8))) < LOOSE);
    shampoo_free(&shampoo);
}
END_TEST

/* Without a ridge Newton cannot take the root of a statistic of low rank: the identity is
 * kept, and counted; nothing becomes NaN. */
START_TEST(shampoo_keeps_its_roots)
{
    struct shampoo_config config = shampoo_defaults();
    struct shampoo shampoo;
    const real g[6] = {1, 2, 3, 2, 4, 6}, bad[6] = {1, 2, (real)INFINITY, 2, 4, 6};
    real w[6] = {0};
    config.solver = SHAMPOO_NEWTON;
    config.eps = 0;
    config.lr = 1;
    ck_assert_int_eq(shampoo_init(&shampoo, 2, 3, config), DESCENT_OK);
    ck_assert_int_eq(shampoo_step(&shampoo, w, bad), DESCENT_ENAN);
    ck_assert(w[0] == 0 && shampoo.left[0] == 0 && shampoo.t == 0);
    ck_assert_int_eq(shampoo_step(&shampoo, w, g), DESCENT_OK);
    ck_assert_uint_eq(shampoo.failed, 2);
    for (int i = 0; i < 6; i++)
        ck_assert(w[i] == -g[i]);
    shampoo_free(&shampoo);
    shampoo_free(&shampoo);
}
END_TEST

START_TEST(kfac_divides_by_both_factors)
{
    struct kfac_config config = kfac_defaults();
    struct kfac kfac;
    /* A = diag(4, 1), S = 16 from a batch of two: no damping, no past. */
    const real x[4] = {(real)sqrt(8), 0, 0, (real)sqrt(2)}, dy[2] = {2, 2};
    const real g[2] = {64, 32};
    real w[2] = {0};
    config.lr = 1;
    config.beta = 0;
    config.damping = 0;
    ck_assert_int_eq(kfac_init(&kfac, 2, 1, config), DESCENT_OK);
    ck_assert_int_eq(kfac_step(&kfac, w, g), DESCENT_EORDER);
    ck_assert_int_eq(kfac_observe(&kfac, 2, x, dy), DESCENT_OK);
    ck_assert_int_eq(kfac_step(&kfac, w, g), DESCENT_OK);
    ck_assert(fabs((double)w[0] + 1) < LOOSE && fabs((double)w[1] + 2) < LOOSE);
    kfac_free(&kfac);
    kfac_free(&kfac);
}
END_TEST

enum { BATCH = 20, WIDTH = 4 };

/* Inputs, and gradients of the mean loss. With pairs every input meets every gradient. */
static void fill_batch(size_t out, size_t in, size_t count, bool pairs, int t, real *x,
                       real *dy)
{
    real all[BATCH * WIDTH];
    fill_samples(pairs ? in + 1 : count, in, t, all);
    for (size_t r = 0; r < count; r++)
        memcpy(x + r * in, all + (pairs ? r % (in + 1) : r) * in, in * sizeof *x);
    fill_samples(pairs ? out + 1 : count, out, t + 1, all);
    for (size_t i = 0; i < count * out; i++) {
        const size_t r = pairs ? i / out / (in + 1) : i / out;
        dy[i] = all[r * out + i % out] / (real)count;
    }
}

START_TEST(kfac_is_the_large_matrix)
{
    FILE *file = fopen(TEST_DATA "/kfac.tsv", "r");
    size_t number[5], lines = 0;
    real expected[MOST], g[MOST], w[MOST], x[BATCH * WIDTH], dy[BATCH * WIDTH];
    ck_assert_ptr_nonnull(file);
    for (; read_line(file, 5, number, expected); lines++) {
        const size_t out = number[0], in = number[1], count = number[2];
        const bool pairs = number[4];
        struct kfac_config config = {.lr = (real)0.1,
                                     .beta = pairs ? 0 : (real)0.9,
                                     .damping = number[3] ? (real)0.01 : 0};
        struct kfac kfac;
        ck_assert_int_eq(kfac_init(&kfac, in, out, config), DESCENT_OK);
        for (size_t i = 0; i < MOST; i++)
            w[i] = 1;
        for (int t = 0; t < (pairs ? 1 : 3); t++) {
            fill_batch(out, in, count, pairs, t, x, dy);
            fill_gradient(out, in, t, g);
            ck_assert_int_eq(kfac_observe(&kfac, count, x, dy), DESCENT_OK);
            ck_assert_int_eq(kfac_step(&kfac, w, g), DESCENT_OK);
        }
        assert_near(out * in, w, expected, SOLVED);
        kfac_free(&kfac);
    }
    ck_assert_uint_eq(lines, 9);
    fclose(file);
}
END_TEST

START_TEST(shampoo_is_the_large_matrix)
{
    FILE *file = fopen(TEST_DATA "/shampoo.tsv", "r");
    size_t number[4], lines = 0;
    real expected[MOST], g[MOST], w[MOST];
    ck_assert_ptr_nonnull(file);
    for (; read_line(file, 4, number, expected); lines++) {
        struct shampoo_config config = shampoo_defaults();
        struct shampoo shampoo;
        config.root = number[2];
        config.beta2 = number[3] ? (real)0.9 : 1;
        config.decay = (real)0.1;
        config.eps = (real)0.01;
        ck_assert_int_eq(shampoo_init(&shampoo, number[0], number[1], config),
                         DESCENT_OK);
        for (size_t i = 0; i < MOST; i++)
            w[i] = 1;
        for (int t = 0; t < 4; t++) {
            fill_gradient(number[0], number[1], t, g);
            ck_assert_int_eq(shampoo_step(&shampoo, w, g), DESCENT_OK);
        }
        assert_near(number[0] * number[1], w, expected, SOLVED);
        shampoo_free(&shampoo);
    }
    ck_assert_uint_eq(lines, 12);
    fclose(file);
}
END_TEST

START_TEST(transposes_and_mirrors)
{
    enum { ROWS = 37, COLS = 21 };
    static real a[ROWS * COLS], t[ROWS * COLS], square[ROWS * ROWS];
    for (size_t i = 0; i < ROWS * COLS; i++)
        a[i] = (real)i;
    matrix_transpose(ROWS, COLS, a, t);
    for (size_t i = 0; i < ROWS * COLS; i++)
        ck_assert(t[i % COLS * ROWS + i / COLS] == a[i]);
    for (size_t i = 0; i < ROWS * ROWS; i++)
        square[i] = (real)i;
    matrix_mirror(ROWS, square);
    for (size_t i = 0; i < ROWS; i++)
        for (size_t j = i; j < ROWS; j++)
            ck_assert(square[i * ROWS + j] == (real)(i * ROWS + j) &&
                      square[j * ROWS + i] == (real)(i * ROWS + j));
    ck_assert(all_finite(ROWS, a) && all_finite(0, NULL));
    a[ROWS - 1] = -(real)INFINITY;
    ck_assert(!all_finite(ROWS, a));
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(muon, lr);
    ASSERT_SHARE(muon, beta);
    ASSERT_AMOUNT(muon, decay);
    ASSERT_REFUSED(muon, steps, 0);
    ASSERT_REFUSED(muon, steps, 101);
    ASSERT_REFUSED(muon, momentum, (enum muon_momentum)9);
    ASSERT_REFUSED(muon, scale, (enum muon_scale)9);
    ASSERT_AMOUNT(shampoo, lr);
    ASSERT_SHARE(shampoo, beta1);
    ASSERT_ALLOWED(shampoo, beta2, 1);
    ASSERT_REFUSED(shampoo, beta2, 1 + 2 * REAL_EPSILON);
    ASSERT_REFUSED(shampoo, beta2, (real)NAN);
    ASSERT_AMOUNT(shampoo, eps);
    ASSERT_AMOUNT(shampoo, decay);
    ASSERT_REFUSED(shampoo, root, 0);
    ASSERT_REFUSED(shampoo, root, 9);
    ASSERT_REFUSED(shampoo, every, 0);
    ASSERT_REFUSED(shampoo, ridge, (enum shampoo_ridge)9);
    ASSERT_REFUSED(shampoo, solver, (enum shampoo_solver)9);
    ASSERT_AMOUNT(kfac, lr);
    ASSERT_SHARE(kfac, beta);
    ASSERT_AMOUNT(kfac, damping);
}
END_TEST

START_TEST(sizes_are_refused)
{
    struct newton_schulz ns;
    struct polar polar;
    struct muon muon;
    struct shampoo shampoo;
    struct kfac kfac;
    ck_assert_int_eq(newton_schulz_init(&ns, 0, 3), DESCENT_ERANGE);
    ck_assert_int_eq(newton_schulz_init(&ns, 3, 0), DESCENT_ERANGE);
    ck_assert_int_eq(newton_schulz_init(&ns, 1 << 16, 1 << 16), DESCENT_ERANGE);
    ck_assert_int_eq(polar_init(&polar, 0, 1), DESCENT_ERANGE);
    ck_assert_int_eq(muon_init(&muon, 0, 1, muon_defaults()), DESCENT_ERANGE);
    ck_assert_int_eq(shampoo_init(&shampoo, 3, 0, shampoo_defaults()), DESCENT_ERANGE);
    ck_assert_int_eq(shampoo_init(&shampoo, 16385, 1, shampoo_defaults()),
                     DESCENT_ERANGE);
    ck_assert_int_eq(kfac_init(&kfac, 0, 1, kfac_defaults()), DESCENT_ERANGE);
    newton_schulz_free(&ns);
    polar_free(&polar);
    muon_free(&muon);
    shampoo_free(&shampoo);
    kfac_free(&kfac);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {newton_schulz_is_pytorchs,
                            muon_is_pytorchs,
                            singular_values_go_where_published,
                            the_band,
                            polar_factor_has_orthonormal_rows,
                            inverse_roots_are_known,
                            roots_without_full_rank,
                            shampoo_steps_are_known,
                            shampoo_keeps_its_roots,
                            kfac_divides_by_both_factors,
                            kfac_is_the_large_matrix,
                            shampoo_is_the_large_matrix,
                            transposes_and_mirrors,
                            bad_settings_are_named,
                            sizes_are_refused};
    return RUN_SUITE("matrices", tests);
}
