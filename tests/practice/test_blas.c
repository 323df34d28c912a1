/* test_blas.c: the page's BLAS and LAPACK beside the native ones. */
#include "../suite.h"
#include "lab/rng.h"

#include <cblas.h>
#include <lapacke.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The page's own, under other names: what is tested is included. Those of LAPACK's file
 * that have a twin in BLAS's get new ones. */
#define cblas_ddot page_ddot
#define cblas_dnrm2 page_dnrm2
#define cblas_dasum page_dasum
#define cblas_daxpy page_daxpy
#define cblas_dcopy page_dcopy
#define cblas_dscal page_dscal
#define cblas_dgemv page_dgemv
#define cblas_dger page_dger
#define cblas_dsymv page_dsymv
#define cblas_dsyr page_dsyr
#define cblas_dsyr2 page_dsyr2
#define cblas_dtrsv page_dtrsv
#define cblas_dgemm page_dgemm
#define cblas_dsymm page_dsymm
#define cblas_dsyrk page_dsyrk
#include "practice/blas.c"
#undef cblas_ddot
#undef cblas_dnrm2
#undef cblas_dasum
#undef cblas_daxpy
#undef cblas_dcopy
#undef cblas_dscal
#undef cblas_dgemv
#undef cblas_dger
#undef cblas_dsymv
#undef cblas_dsyr
#undef cblas_dsyr2
#undef cblas_dtrsv
#undef cblas_dgemm
#undef cblas_dsymm
#undef cblas_dsyrk

#define matrix page_matrix
#define element page_element
#define transposed page_transposed
#define LAPACKE_dpotrf page_dpotrf
#define LAPACKE_dpotrf_work page_dpotrf_work
#define LAPACKE_dpotrs page_dpotrs
#define LAPACKE_dpotrs_work page_dpotrs_work
#define LAPACKE_dposv page_dposv
#define LAPACKE_dposv_work page_dposv_work
#define LAPACKE_dsytrf page_dsytrf
#define LAPACKE_dsytrs page_dsytrs
#define LAPACKE_dsycon page_dsycon
#define LAPACKE_dgeqrf page_dgeqrf
#define LAPACKE_dorgqr page_dorgqr
#define LAPACKE_dsyev page_dsyev
#define LAPACKE_dsyevd page_dsyevd
#define LAPACKE_dsyevd_work page_dsyevd_work
#define LAPACKE_dgesdd page_dgesdd
#define LAPACKE_dgesdd_work page_dgesdd_work
#define LAPACKE_dgelsd page_dgelsd
#define LAPACKE_dgelss page_dgelss
#define LAPACKE_dgels page_dgels
#include "practice/lapack.c"
#undef LAPACKE_dpotrf
#undef LAPACKE_dpotrf_work
#undef LAPACKE_dpotrs
#undef LAPACKE_dpotrs_work
#undef LAPACKE_dposv
#undef LAPACKE_dposv_work
#undef LAPACKE_dsytrf
#undef LAPACKE_dsytrs
#undef LAPACKE_dsycon
#undef LAPACKE_dgeqrf
#undef LAPACKE_dorgqr
#undef LAPACKE_dsyev
#undef LAPACKE_dsyevd
#undef LAPACKE_dsyevd_work
#undef LAPACKE_dgesdd
#undef LAPACKE_dgesdd_work
#undef LAPACKE_dgelsd
#undef LAPACKE_dgelss
#undef LAPACKE_dgels

enum { N = 7, M = 5, LD = 9, ROUNDS = 20 };

static void draw(double *to, struct rng *rng, size_t n)
{
    for (size_t i = 0; i < n; i++)
        to[i] = rng_normal(rng);
}

static void same(const char *what, const double *ours, const double *theirs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ck_assert_msg(fabs(ours[i] - theirs[i]) <= 1e-11 * (1 + fabs(theirs[i])),
                      "%s, %zu: %.17g, not %.17g", what, i, ours[i], theirs[i]);
}

START_TEST(vectors_and_matrices)
{
    static const CBLAS_TRANSPOSE trans[] = {CblasNoTrans, CblasTrans};
    struct rng rng = rng_seed((uint64_t)_i);
    const CBLAS_ORDER order = _i % 2 ? CblasRowMajor : CblasColMajor;
    const CBLAS_UPLO uplo = _i / 2 % 2 ? CblasUpper : CblasLower;
    const CBLAS_TRANSPOSE ta = trans[_i / 4 % 2], tb = trans[_i / 8 % 2];
    double a[LD * LD], b[LD * LD], x[LD], c[2][LD * LD], y[2][LD];
    draw(a, &rng, LD * LD);
    draw(b, &rng, LD * LD);
    draw(x, &rng, LD);
    draw(c[0], &rng, LD * LD);
    draw(y[0], &rng, LD);
    memcpy(c[1], c[0], sizeof c[0]);
    memcpy(y[1], y[0], sizeof y[0]);
    ck_assert_double_eq_tol(page_ddot(3, x, 2, a, 1), cblas_ddot(3, x, 2, a, 1), 1e-13);
    ck_assert_double_eq_tol(page_dnrm2(N, x, 1), cblas_dnrm2(N, x, 1), 1e-13);
    ck_assert_double_eq_tol(page_dasum(N, x, 1), cblas_dasum(N, x, 1), 1e-13);
    page_dgemm(order, ta, tb, M, N, 6, 0.7, a, LD, b, LD, 0.3, c[0], LD);
    cblas_dgemm(order, ta, tb, M, N, 6, 0.7, a, LD, b, LD, 0.3, c[1], LD);
    page_dsymm(order, _i % 3 ? CblasLeft : CblasRight, uplo, N, N, 0.7, a, LD, b, LD, 0.3,
               c[0], LD);
    cblas_dsymm(order, _i % 3 ? CblasLeft : CblasRight, uplo, N, N, 0.7, a, LD, b, LD,
                0.3, c[1], LD);
    page_dsyrk(order, uplo, ta, N, M, 0.7, a, LD, 0.3, c[0], LD);
    cblas_dsyrk(order, uplo, ta, N, M, 0.7, a, LD, 0.3, c[1], LD);
    page_dger(order, M, N, 0.7, x, 1, b, 1, c[0], LD);
    cblas_dger(order, M, N, 0.7, x, 1, b, 1, c[1], LD);
    page_dsyr(order, uplo, N, 0.7, x, 1, c[0], LD);
    cblas_dsyr(order, uplo, N, 0.7, x, 1, c[1], LD);
    page_dsyr2(order, uplo, N, 0.7, x, 1, b, 1, c[0], LD);
    cblas_dsyr2(order, uplo, N, 0.7, x, 1, b, 1, c[1], LD);
    same("matrices", c[0], c[1], LD * LD);
    page_dgemv(order, ta, M, M, 0.7, a, LD, x, 1, 0.3, y[0], 1);
    cblas_dgemv(order, ta, M, M, 0.7, a, LD, x, 1, 0.3, y[1], 1);
    page_dsymv(order, uplo, N, 0.7, a, LD, x, 1, 0.3, y[0], 1);
    cblas_dsymv(order, uplo, N, 0.7, a, LD, x, 1, 0.3, y[1], 1);
    page_daxpy(4, 0.7, x, -2, y[0], 2);
    cblas_daxpy(4, 0.7, x, -2, y[1], 2);
    same("vectors", y[0], y[1], LD);
    page_dtrsv(order, uplo, ta, CblasUnit, M, a, LD, y[0], 1);
    cblas_dtrsv(order, uplo, ta, CblasUnit, M, a, LD, y[1], 1);
    page_dtrsv(order, uplo, ta, CblasNonUnit, M, a, LD, y[0], 1);
    cblas_dtrsv(order, uplo, ta, CblasNonUnit, M, a, LD, y[1], 1);
    for (size_t i = 0; i < M; i++)
        ck_assert_double_eq_tol(y[0][i], y[1][i], 1e-8 * (1 + fabs(y[1][i])));
}
END_TEST

START_TEST(norms_at_the_edges)
{
    const double huge[] = {3e300, 4e300}, tiny[] = {3e-310, 4e-310};
    const double odd[] = {1, (double)NAN}, none[] = {0, 0};
    ck_assert_double_eq_tol(page_dnrm2(2, huge, 1) / 5e300, 1, 1e-15);
    ck_assert_double_eq_tol(page_dnrm2(2, tiny, 1) / 5e-310, 1, 1e-9);
    ck_assert_double_nan(page_dnrm2(2, odd, 1));
    ck_assert_double_eq(page_dnrm2(2, none, 1), 0);
}
END_TEST

/* A symmetric matrix in full; positive definite if `shift` is large. */
static void symmetric_matrix(double *a, struct rng *rng, double shift)
{
    double g[N * N];
    draw(g, rng, N * N);
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++)
            a[i * N + j] = g[i * N + j] + g[j * N + i] + (i == j ? shift : 0);
}

START_TEST(systems)
{
    struct rng rng = rng_seed((uint64_t)_i);
    const int layout = _i % 2 ? LAPACK_ROW_MAJOR : LAPACK_COL_MAJOR;
    const char uplo = _i / 2 % 2 ? 'U' : 'L';
    const int ldb = layout == LAPACK_ROW_MAJOR ? 2 : N;
    double a[2][N * N], b[2][2 * N], rcond[2];
    int pivots[2][N];
    symmetric_matrix(a[0], &rng, 20);
    draw(b[0], &rng, (size_t)2 * N);
    memcpy(a[1], a[0], sizeof a[0]);
    memcpy(b[1], b[0], sizeof b[0]);
    ck_assert_int_eq(page_dposv(layout, uplo, N, 2, a[0], N, b[0], ldb),
                     LAPACKE_dposv(layout, uplo, N, 2, a[1], N, b[1], ldb));
    same("Cholesky", a[0], a[1], (size_t)N * N);
    same("its solution", b[0], b[1], (size_t)2 * N);
    symmetric_matrix(a[0], &rng, _i % 5 ? 0 : -20);
    memcpy(a[1], a[0], sizeof a[0]);
    ck_assert_int_eq(page_dsytrf(layout, uplo, N, a[0], N, pivots[0]),
                     LAPACKE_dsytrf(layout, uplo, N, a[1], N, pivots[1]));
    for (size_t i = 0; i < N; i++)
        ck_assert_int_eq(pivots[0][i], pivots[1][i]);
    for (size_t i = 0; i < (size_t)N * N; i++)
        ck_assert_double_eq_tol(a[0][i], a[1][i], 1e-9 * (1 + fabs(a[1][i])));
    page_dsytrs(layout, uplo, N, 2, a[0], N, pivots[0], b[0], ldb);
    LAPACKE_dsytrs(layout, uplo, N, 2, a[1], N, pivots[1], b[1], ldb);
    for (size_t i = 0; i < (size_t)2 * N; i++)
        ck_assert_double_eq_tol(b[0][i], b[1][i], 1e-7 * (1 + fabs(b[1][i])));
    page_dsycon(layout, uplo, N, a[0], N, pivots[0], 10, &rcond[0]);
    LAPACKE_dsycon(layout, uplo, N, a[1], N, pivots[1], 10, &rcond[1]);
    ck_assert(rcond[0] <= rcond[1] * (1 + 1e-8) && rcond[0] > rcond[1] / 3);
}
END_TEST

START_TEST(refusals)
{
    double a[] = {1, 2, 2, 1}, zero[] = {0, 0, 0, 0},
           odd[] = {1, (double)NAN, (double)NAN, 1};
    double b[] = {1, 1}, w[2];
    int pivots[2];
    ck_assert_int_eq(page_dpotrf_work(LAPACK_COL_MAJOR, 'L', 2, a, 2), 2);
    ck_assert_int_eq(page_dsytrf(LAPACK_COL_MAJOR, 'L', 2, zero, 2, pivots), 1);
    ck_assert_int_eq(page_dposv(LAPACK_COL_MAJOR, 'L', 2, 1, odd, 2, b, 2), -5);
    ck_assert_int_eq(page_dsyev(LAPACK_COL_MAJOR, 'V', 'L', 2, odd, 2, w), -5);
    ck_assert_int_eq(page_dsytrf(LAPACK_COL_MAJOR, 'L', 2, odd, 2, pivots), -4);
}
END_TEST

START_TEST(householder)
{
    struct rng rng = rng_seed((uint64_t)_i);
    const int layout = _i % 2 ? LAPACK_ROW_MAJOR : LAPACK_COL_MAJOR;
    double a[2][N * N], tau[2][N];
    draw(a[0], &rng, (size_t)N * N);
    memcpy(a[1], a[0], sizeof a[0]);
    page_dgeqrf(layout, N, N, a[0], N, tau[0]);
    LAPACKE_dgeqrf(layout, N, N, a[1], N, tau[1]);
    same("R and reflectors", a[0], a[1], (size_t)N * N);
    same("their factors", tau[0], tau[1], N);
    page_dorgqr(layout, N, N, N, a[0], N, tau[0]);
    LAPACKE_dorgqr(layout, N, N, N, a[1], N, tau[1]);
    same("Q", a[0], a[1], (size_t)N * N);
}
END_TEST

/* Signs of vectors are left open: the product is not. */
START_TEST(eigenvalues)
{
    struct rng rng = rng_seed((uint64_t)_i);
    const int layout = _i % 2 ? LAPACK_ROW_MAJOR : LAPACK_COL_MAJOR;
    const char uplo = _i / 2 % 2 ? 'U' : 'L';
    double a[N * N], v[N * N], theirs[N * N], w[2][N], product[N * N] = {0};
    symmetric_matrix(a, &rng, 0);
    memcpy(v, a, sizeof a);
    memcpy(theirs, a, sizeof a);
    ck_assert_int_eq(page_dsyev(layout, 'V', uplo, N, v, N, w[0]), 0);
    LAPACKE_dsyev(layout, 'V', uplo, N, theirs, N, w[1]);
    same("eigenvalues", w[0], w[1], N);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            for (int k = 0; k < N; k++)
                product[i * N + j] += layout == LAPACK_ROW_MAJOR
                                          ? v[i * N + k] * w[0][k] * v[j * N + k]
                                          : v[k * N + i] * w[0][k] * v[k * N + j];
    same("V diag(w) V'", product, a, (size_t)N * N);
}
END_TEST

/* Tall or wide, with all vectors or those that are needed; the last round has rank 1. */
START_TEST(singular_values)
{
    struct rng rng = rng_seed((uint64_t)_i);
    const int m = _i % 2 ? N : M, n = _i % 2 ? M : N;
    const char job = _i / 2 % 2 ? 'A' : 'S';
    const int k = M, cols = job == 'A' ? m : k, rows = job == 'A' ? n : k;
    double a[N * N], copy[N * N], theirs[N * N], s[2][N], u[N * N], vt[N * N];
    double other_u[N * N], other_vt[N * N];
    draw(a, &rng, (size_t)(m * n));
    for (int i = 0; _i == ROUNDS - 1 && i < m * n; i++)
        a[i] = (1 + i / n) * (2 - i % n);
    memcpy(copy, a, sizeof a);
    memcpy(theirs, a, sizeof a);
    ck_assert_int_eq(
        page_dgesdd(LAPACK_ROW_MAJOR, job, m, n, copy, n, s[0], u, cols, vt, n), 0);
    LAPACKE_dgesdd(LAPACK_ROW_MAJOR, job, m, n, theirs, n, s[1], other_u, cols, other_vt,
                   n);
    for (int i = 0; i < k; i++)
        ck_assert_double_eq_tol(s[0][i], s[1][i], 1e-11 * (1 + s[1][0]));
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int l = 0; l < k; l++)
                sum += u[i * cols + l] * s[0][l] * vt[l * n + j];
            ck_assert_double_eq_tol(sum, a[i * n + j], 1e-11 * (1 + s[1][0]));
        }
    for (int p = 0; p < cols; p++)
        for (int q = 0; q < cols; q++)
            ck_assert_double_eq_tol(page_ddot(m, u + p, cols, u + q, cols), p == q,
                                    1e-11);
    for (int p = 0; p < rows; p++)
        for (int q = 0; q < rows; q++)
            ck_assert_double_eq_tol(page_ddot(n, vt + p * n, 1, vt + q * n, 1), p == q,
                                    1e-11);
}
END_TEST

/* More rows, more columns, and a matrix whose last column repeats the first. */
START_TEST(least_squares)
{
    struct rng rng = rng_seed((uint64_t)_i);
    const int m = _i % 2 ? M : N, n = _i % 2 ? N : M, layout = 101 + _i / 2 % 2;
    double a[2][LD * LD], b[2][LD * LD], s[2][LD];
    lapack_int rank[2];
    draw(a[0], &rng, LD * LD);
    for (int i = 0; _i % 3 == 0 && i < m; i++)
        a[0][layout == LAPACK_ROW_MAJOR ? i * LD + n - 1 : (n - 1) * LD + i] =
            a[0][layout == LAPACK_ROW_MAJOR ? i * LD : i];
    draw(b[0], &rng, LD * LD);
    memcpy(a[1], a[0], sizeof a[0]);
    memcpy(b[1], b[0], sizeof b[0]);
    ck_assert_int_eq(
        page_dgelsd(layout, m, n, 2, a[0], LD, b[0], LD, s[0], 1e-10, &rank[0]),
        LAPACKE_dgelsd(layout, m, n, 2, a[1], LD, b[1], LD, s[1], 1e-10, &rank[1]));
    ck_assert_int_eq(rank[0], rank[1]);
    same("singular values", s[0], s[1], m < n ? (size_t)m : (size_t)n);
    for (int j = 0; j < n; j++)
        for (int c = 0; c < 2; c++) {
            const int at = layout == LAPACK_ROW_MAJOR ? j * LD + c : c * LD + j;
            ck_assert_double_eq_tol(b[0][at], b[1][at], 1e-9 * (1 + fabs(b[1][at])));
        }
}
END_TEST

/* As least squares, and as the shortest solution; of the matrix and transposed. */
START_TEST(full_rank)
{
    struct rng rng = rng_seed((uint64_t)_i);
    const int m = _i % 2 ? M : N, n = _i % 2 ? N : M, layout = 101 + _i / 2 % 2;
    const char trans = _i / 4 % 2 ? 'T' : 'N';
    double a[2][LD * LD], b[2][LD * LD];
    draw(a[0], &rng, LD * LD);
    draw(b[0], &rng, LD * LD);
    memcpy(a[1], a[0], sizeof a[0]);
    memcpy(b[1], b[0], sizeof b[0]);
    ck_assert_int_eq(page_dgels(layout, trans, m, n, 2, a[0], LD, b[0], LD), 0);
    ck_assert_int_eq(LAPACKE_dgels(layout, trans, m, n, 2, a[1], LD, b[1], LD), 0);
    for (int j = 0; j < (trans == 'T' ? m : n); j++)
        for (int c = 0; c < 2; c++) {
            const int at = layout == LAPACK_ROW_MAJOR ? j * LD + c : c * LD + j;
            ck_assert_double_eq_tol(b[0][at], b[1][at], 1e-9 * (1 + fabs(b[1][at])));
        }
    memset(a, 0, sizeof a);
    ck_assert_int_ne(page_dgels(layout, trans, 2, 2, 1, a[0], LD, b[0], LD), 0);
}
END_TEST

/* A distance that is too small for a row: BLAS computes nothing, and LAPACK says which
 * argument it is. */
START_TEST(distances)
{
    double a[2][9] = {{4, 1, 1, 5}, {4, 1, 1, 5}}, b[2][9] = {{1, 2, 3}, {1, 2, 3}};
    double c[2][9] = {{7, 7, 7}, {7, 7, 7}}, s[3];
    int rank, pivots[3];
    for (int bad = 0; bad < 3; bad++) {
        const int lda = bad == 0 ? 2 : 3, ldb = bad == 1 ? 2 : 3, ldc = bad == 2 ? 2 : 3;
        page_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, 3, 3, 3, 1, a[0], lda, b[0],
                   ldb, 0, c[0], ldc);
        cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, 3, 3, 3, 1, a[1], lda, b[1],
                    ldb, 0, c[1], ldc);
        same("gemm", c[0], c[1], 9);
    }
    page_dgemv(CblasRowMajor, CblasTrans, 2, 3, 1, a[0], 2, b[0], 1, 0, c[0], 1);
    page_dsymv(CblasRowMajor, CblasUpper, 3, 1, a[0], 2, b[0], 1, 0, c[0], 1);
    page_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, 2, 3, 1, a[0], 1, 0, c[0], 3);
    same("left alone", c[0], c[1], 9);
    ck_assert_int_eq(LAPACKE_dposv(101, 'L', 3, 1, a[1], 2, b[1], 1),
                     page_dposv(101, 'L', 3, 1, a[0], 2, b[0], 1));
    ck_assert_int_eq(LAPACKE_dposv(102, 'L', 3, 1, a[1], 3, b[1], 2),
                     page_dposv(102, 'L', 3, 1, a[0], 3, b[0], 2));
    ck_assert_int_eq(LAPACKE_dsytrf(101, 'L', 3, a[1], 2, pivots),
                     page_dsytrf(101, 'L', 3, a[0], 2, pivots));
    ck_assert_int_eq(LAPACKE_dgeqrf(101, 2, 3, a[1], 2, s),
                     page_dgeqrf(101, 2, 3, a[0], 2, s));
    ck_assert_int_eq(LAPACKE_dsyevd(101, 'V', 'L', 3, a[1], 2, s),
                     page_dsyevd(101, 'V', 'L', 3, a[0], 2, s));
    ck_assert_int_eq(LAPACKE_dgelsd(101, 2, 3, 1, a[1], 2, b[1], 1, s, 0.1, &rank),
                     page_dgelsd(101, 2, 3, 1, a[0], 2, b[0], 1, s, 0.1, &rank));
    ck_assert_int_eq(LAPACKE_dgelsd(101, 2, 3, 2, a[1], 3, b[1], 1, s, 0.1, &rank),
                     page_dgelsd(101, 2, 3, 2, a[0], 3, b[0], 1, s, 0.1, &rank));
    ck_assert_int_eq(LAPACKE_dgels(101, 'N', 2, 3, 2, a[1], 3, b[1], 1),
                     page_dgels(101, 'N', 2, 3, 2, a[0], 3, b[0], 1));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("blas");
    TCase *tcase = tcase_create("beside the native ones");
    tcase_add_loop_test(tcase, vectors_and_matrices, 0, ROUNDS);
    tcase_add_test(tcase, norms_at_the_edges);
    tcase_add_loop_test(tcase, systems, 0, ROUNDS);
    tcase_add_test(tcase, refusals);
    tcase_add_loop_test(tcase, householder, 0, ROUNDS);
    tcase_add_loop_test(tcase, least_squares, 0, ROUNDS);
    tcase_add_loop_test(tcase, full_rank, 0, ROUNDS);
    tcase_add_test(tcase, distances);
    tcase_add_loop_test(tcase, eigenvalues, 0, ROUNDS);
    tcase_add_loop_test(tcase, singular_values, 0, ROUNDS);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
