/* blas.c: the part of CBLAS that exercises and live figures call, for the browser.
 *
 * Row- or column-major, a matrix is walked with two steps: from row to row, and from
 * column to column. So each routine is written once.
 *
 * As natively, nothing is computed if the distance from row to row is less than a row. */
#include "practice/refuse.h"

#include <cblas.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>

__attribute__((weak)) void blas_refuse(const char *routine, const char *distance)
{
    (void)routine;
    (void)distance;
}

/* Element (i, j) is at[i * down + j * right]. */
struct matrix {
    double *at;
    ptrdiff_t down, right;
};

static struct matrix matrix(CBLAS_ORDER order, const double *at, int lda)
{
    return order == CblasRowMajor ? (struct matrix){(double *)at, lda, 1}
                                  : (struct matrix){(double *)at, 1, lda};
}

static struct matrix transposed(struct matrix a, CBLAS_TRANSPOSE trans)
{
    return trans == CblasNoTrans ? a : (struct matrix){a.at, a.right, a.down};
}

static double *element(struct matrix a, int i, int j)
{
    return a.at + (i * a.down + j * a.right);
}

/* Element (i, j) of a symmetric matrix of which one triangle is there. */
static double symmetric(struct matrix a, CBLAS_UPLO uplo, int i, int j)
{
    return (uplo == CblasUpper) == (i <= j) ? *element(a, i, j) : *element(a, j, i);
}

/* A matrix as the caller has it, and what distance there must be. */
struct given {
    const char *name; /* of the distance */
    int rows, cols, distance;
};

static bool is_refused(const char *routine, CBLAS_ORDER order, struct given a)
{
    const int least = order == CblasRowMajor ? a.cols : a.rows;
    if (a.distance >= least && a.distance >= 1)
        return false;
    blas_refuse(routine, a.name);
    return true;
}

/* Of an argument that may be transposed. */
static struct given op(const char *name, CBLAS_TRANSPOSE trans, int rows, int cols,
                       int distance)
{
    return trans == CblasNoTrans ? (struct given){name, rows, cols, distance}
                                 : (struct given){name, cols, rows, distance};
}

/* A vector with a negative step begins at its end. */
static ptrdiff_t place(int i, int n, int step)
{
    return step > 0 ? (ptrdiff_t)i * step : (ptrdiff_t)(i - n + 1) * step;
}

/* β y, also if y is not set and β is 0. */
static double scaled(double beta, double y)
{
    return beta == 0 ? 0 : beta * y;
}

double cblas_ddot(int n, const double *x, int incx, const double *y, int incy)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += x[place(i, n, incx)] * y[place(i, n, incy)];
    return sum;
}

/* Scaled by the largest, so that no square overflows or is lost. */
double cblas_dnrm2(int n, const double *x, int incx)
{
    double largest = 0, sum = 0;
    for (int i = 0; i < n; i++) {
        const double size = fabs(x[place(i, n, incx)]);
        largest = size > largest || isnan(size) ? size : largest;
        if (isnan(largest))
            return largest;
    }
    if (largest == 0 || isinf(largest))
        return largest;
    int exponent;
    frexp(largest, &exponent);
    for (int i = 0; i < n; i++) {
        const double part = scalbn(x[place(i, n, incx)], -exponent);
        sum += part * part;
    }
    return scalbn(sqrt(sum), exponent);
}

double cblas_dasum(int n, const double *x, int incx)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += fabs(x[place(i, n, incx)]);
    return sum;
}

void cblas_daxpy(int n, double alpha, const double *x, int incx, double *y, int incy)
{
    for (int i = 0; i < n && alpha != 0; i++)
        y[place(i, n, incy)] += alpha * x[place(i, n, incx)];
}

void cblas_dcopy(int n, const double *x, int incx, double *y, int incy)
{
    for (int i = 0; i < n; i++)
        y[place(i, n, incy)] = x[place(i, n, incx)];
}

void cblas_dscal(int n, double alpha, double *x, int incx)
{
    for (int i = 0; i < n; i++)
        x[place(i, n, incx)] *= alpha;
}

void cblas_dgemv(CBLAS_ORDER order, CBLAS_TRANSPOSE trans, int m, int n, double alpha,
                 const double *a, int lda, const double *x, int incx, double beta,
                 double *y, int incy)
{
    if (is_refused("cblas_dgemv", order, (struct given){"lda", m, n, lda}))
        return;
    const struct matrix b = transposed(matrix(order, a, lda), trans);
    const int rows = trans == CblasNoTrans ? m : n, cols = trans == CblasNoTrans ? n : m;
    for (int i = 0; i < rows; i++) {
        double sum = 0;
        for (int j = 0; j < cols; j++)
            sum += *element(b, i, j) * x[place(j, cols, incx)];
        double *to = &y[place(i, rows, incy)];
        *to = alpha * sum + scaled(beta, *to);
    }
}

void cblas_dger(CBLAS_ORDER order, int m, int n, double alpha, const double *x, int incx,
                const double *y, int incy, double *a, int lda)
{
    if (is_refused("cblas_dger", order, (struct given){"lda", m, n, lda}))
        return;
    const struct matrix b = matrix(order, a, lda);
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            *element(b, i, j) += alpha * x[place(i, m, incx)] * y[place(j, n, incy)];
}

void cblas_dsymv(CBLAS_ORDER order, CBLAS_UPLO uplo, int n, double alpha, const double *a,
                 int lda, const double *x, int incx, double beta, double *y, int incy)
{
    if (is_refused("cblas_dsymv", order, (struct given){"lda", n, n, lda}))
        return;
    const struct matrix b = matrix(order, a, lda);
    for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++)
            sum += symmetric(b, uplo, i, j) * x[place(j, n, incx)];
        double *to = &y[place(i, n, incy)];
        *to = alpha * sum + scaled(beta, *to);
    }
}

/* Whether element (i, j) is in the triangle that is there. */
static int is_there(CBLAS_UPLO uplo, int i, int j)
{
    return uplo == CblasUpper ? i <= j : i >= j;
}

void cblas_dsyr(CBLAS_ORDER order, CBLAS_UPLO uplo, int n, double alpha, const double *x,
                int incx, double *a, int lda)
{
    if (is_refused("cblas_dsyr", order, (struct given){"lda", n, n, lda}))
        return;
    const struct matrix b = matrix(order, a, lda);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if (is_there(uplo, i, j))
                *element(b, i, j) += alpha * x[place(i, n, incx)] * x[place(j, n, incx)];
}

void cblas_dsyr2(CBLAS_ORDER order, CBLAS_UPLO uplo, int n, double alpha, const double *x,
                 int incx, const double *y, int incy, double *a, int lda)
{
    if (is_refused("cblas_dsyr2", order, (struct given){"lda", n, n, lda}))
        return;
    const struct matrix b = matrix(order, a, lda);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if (is_there(uplo, i, j))
                *element(b, i, j) +=
                    alpha * (x[place(i, n, incx)] * y[place(j, n, incy)] +
                             y[place(i, n, incy)] * x[place(j, n, incx)]);
}

void cblas_dtrsv(CBLAS_ORDER order, CBLAS_UPLO uplo, CBLAS_TRANSPOSE trans,
                 CBLAS_DIAG diag, int n, const double *a, int lda, double *x, int incx)
{
    if (is_refused("cblas_dtrsv", order, (struct given){"lda", n, n, lda}))
        return;
    const struct matrix b = transposed(matrix(order, a, lda), trans);
    const int forward = (uplo == CblasLower) == (trans == CblasNoTrans);
    for (int k = 0; k < n; k++) {
        const int i = forward ? k : n - 1 - k;
        double sum = x[place(i, n, incx)];
        for (int j = forward ? 0 : i + 1; j < (forward ? i : n); j++)
            sum -= *element(b, i, j) * x[place(j, n, incx)];
        x[place(i, n, incx)] = diag == CblasUnit ? sum : sum / *element(b, i, i);
    }
}

void cblas_dgemm(CBLAS_ORDER order, CBLAS_TRANSPOSE transa, CBLAS_TRANSPOSE transb, int m,
                 int n, int k, double alpha, const double *a, int lda, const double *b,
                 int ldb, double beta, double *c, int ldc)
{
    if (is_refused("cblas_dgemm", order, op("lda", transa, m, k, lda)) ||
        is_refused("cblas_dgemm", order, op("ldb", transb, k, n, ldb)) ||
        is_refused("cblas_dgemm", order, (struct given){"ldc", m, n, ldc}))
        return;
    const struct matrix left = transposed(matrix(order, a, lda), transa);
    const struct matrix right = transposed(matrix(order, b, ldb), transb);
    const struct matrix to = matrix(order, c, ldc);
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int l = 0; l < k; l++)
                sum += *element(left, i, l) * *element(right, l, j);
            *element(to, i, j) = alpha * sum + scaled(beta, *element(to, i, j));
        }
}

void cblas_dsymm(CBLAS_ORDER order, CBLAS_SIDE side, CBLAS_UPLO uplo, int m, int n,
                 double alpha, const double *a, int lda, const double *b, int ldb,
                 double beta, double *c, int ldc)
{
    const int k = side == CblasLeft ? m : n;
    if (is_refused("cblas_dsymm", order, (struct given){"lda", k, k, lda}) ||
        is_refused("cblas_dsymm", order, (struct given){"ldb", m, n, ldb}) ||
        is_refused("cblas_dsymm", order, (struct given){"ldc", m, n, ldc}))
        return;
    const struct matrix s = matrix(order, a, lda), other = matrix(order, b, ldb);
    const struct matrix to = matrix(order, c, ldc);
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int l = 0; l < k; l++)
                sum += side == CblasLeft
                           ? symmetric(s, uplo, i, l) * *element(other, l, j)
                           : *element(other, i, l) * symmetric(s, uplo, l, j);
            *element(to, i, j) = alpha * sum + scaled(beta, *element(to, i, j));
        }
}

void cblas_dsyrk(CBLAS_ORDER order, CBLAS_UPLO uplo, CBLAS_TRANSPOSE trans, int n, int k,
                 double alpha, const double *a, int lda, double beta, double *c, int ldc)
{
    if (is_refused("cblas_dsyrk", order, op("lda", trans, n, k, lda)) ||
        is_refused("cblas_dsyrk", order, (struct given){"ldc", n, n, ldc}))
        return;
    const struct matrix b = transposed(matrix(order, a, lda), trans);
    const struct matrix to = matrix(order, c, ldc);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            if (!is_there(uplo, i, j))
                continue;
            for (int l = 0; l < k; l++)
                sum += *element(b, i, l) * *element(b, j, l);
            *element(to, i, j) = alpha * sum + scaled(beta, *element(to, i, j));
        }
}
