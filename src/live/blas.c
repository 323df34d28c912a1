/* blas.c: the products of include/cblas.h, and the one routine of include/lapacke.h that
 * a live figure calls. Small, and in an order that does not depend on the machine. */
#include <cblas.h>
#include <lapacke.h>
#include <math.h>

/* An element of a matrix, or of its transpose. */
static double at(const double *a, int ld, int transposed, int i, int j)
{
    return transposed ? a[j * ld + i] : a[i * ld + j];
}

/* An element of a symmetric matrix of which the upper triangle is kept. */
static double mirrored(const double *a, int ld, int i, int j)
{
    return i <= j ? a[i * ld + j] : a[j * ld + i];
}

void cblas_dgemm(enum CBLAS_ORDER order, enum CBLAS_TRANSPOSE ta, enum CBLAS_TRANSPOSE tb,
                 int m, int n, int k, double alpha, const double *a, int lda,
                 const double *b, int ldb, double beta, double *c, int ldc)
{
    (void)order;
    for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++)
            c[i * ldc + j] = beta == 0 ? 0 : beta * c[i * ldc + j];
        for (int l = 0; l < k; l++) {
            const double factor = alpha * at(a, lda, ta == CblasTrans, i, l);
            for (int j = 0; j < n; j++)
                c[i * ldc + j] += factor * at(b, ldb, tb == CblasTrans, l, j);
        }
    }
}

void cblas_dgemv(enum CBLAS_ORDER order, enum CBLAS_TRANSPOSE ta, int m, int n,
                 double alpha, const double *a, int lda, const double *x, int incx,
                 double beta, double *y, int incy)
{
    (void)order;
    const int rows = ta == CblasTrans ? n : m, columns = ta == CblasTrans ? m : n;
    for (int i = 0; i < rows; i++) {
        double sum = 0;
        for (int j = 0; j < columns; j++)
            sum += at(a, lda, ta == CblasTrans, i, j) * x[j * incx];
        y[i * incy] = alpha * sum + (beta == 0 ? 0 : beta * y[i * incy]);
    }
}

void cblas_dsyrk(enum CBLAS_ORDER order, enum CBLAS_UPLO uplo, enum CBLAS_TRANSPOSE ta,
                 int n, int k, double alpha, const double *a, int lda, double beta,
                 double *c, int ldc)
{
    (void)order, (void)uplo;
    for (int i = 0; i < n; i++)
        for (int j = i; j < n; j++) {
            double sum = 0;
            for (int l = 0; l < k; l++)
                sum += at(a, lda, ta == CblasTrans, i, l) *
                       at(a, lda, ta == CblasTrans, j, l);
            c[i * ldc + j] = alpha * sum + (beta == 0 ? 0 : beta * c[i * ldc + j]);
        }
}

void cblas_dsymm(enum CBLAS_ORDER order, enum CBLAS_SIDE side, enum CBLAS_UPLO uplo,
                 int m, int n, double alpha, const double *a, int lda, const double *b,
                 int ldb, double beta, double *c, int ldc)
{
    (void)order, (void)uplo;
    const int inner = side == CblasLeft ? m : n;
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int l = 0; l < inner; l++)
                sum += side == CblasLeft ? mirrored(a, lda, i, l) * b[l * ldb + j]
                                         : b[i * ldb + l] * mirrored(a, lda, l, j);
            c[i * ldc + j] = alpha * sum + (beta == 0 ? 0 : beta * c[i * ldc + j]);
        }
}

double cblas_ddot(int n, const double *x, int incx, const double *y, int incy)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += x[i * incx] * y[i * incy];
    return sum;
}

double cblas_dnrm2(int n, const double *x, int incx)
{
    double largest = 0, sum = 0;
    for (int i = 0; i < n; i++)
        largest = fmax(largest, fabs(x[i * incx]));
    for (int i = 0; largest > 0 && i < n; i++)
        sum += x[i * incx] / largest * (x[i * incx] / largest);
    return largest * sqrt(sum);
}

void cblas_daxpy(int n, double a, const double *x, int incx, double *y, int incy)
{
    for (int i = 0; i < n; i++)
        y[i * incy] += a * x[i * incx];
}

void cblas_dscal(int n, double a, double *x, int incx)
{
    for (int i = 0; i < n; i++)
        x[i * incx] *= a;
}

lapack_int LAPACKE_dpotrf_work(int order, char uplo, lapack_int n, double *a,
                               lapack_int lda)
{
    (void)order, (void)uplo;
    for (int j = 0; j < n; j++) {
        double pivot = a[j * lda + j];
        for (int k = 0; k < j; k++)
            pivot -= a[k * lda + j] * a[k * lda + j];
        if (!(pivot > 0))
            return j + 1;
        a[j * lda + j] = sqrt(pivot);
        for (int i = j + 1; i < n; i++) {
            double sum = a[j * lda + i];
            for (int k = 0; k < j; k++)
                sum -= a[k * lda + i] * a[k * lda + j];
            a[j * lda + i] = sum / a[j * lda + j];
        }
    }
    return 0;
}

lapack_int LAPACKE_dpotrs_work(int order, char uplo, lapack_int n, lapack_int nrhs,
                               const double *a, lapack_int lda, double *b, lapack_int ldb)
{
    (void)order, (void)uplo;
    for (int r = 0; r < nrhs; r++) {
        double *x = b + r * ldb;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++)
                x[i] -= a[k * lda + i] * x[k];
            x[i] /= a[i * lda + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++)
                x[i] -= a[i * lda + k] * x[k];
            x[i] /= a[i * lda + i];
        }
    }
    return 0;
}

/* One right-hand side in either order: symmetric matrices have only one. */
lapack_int LAPACKE_dposv(int order, char uplo, lapack_int n, lapack_int nrhs, double *a,
                         lapack_int lda, double *b, lapack_int ldb)
{
    const lapack_int failed = LAPACKE_dpotrf_work(order, uplo, n, a, lda);
    if (failed || nrhs != 1)
        return failed ? failed : LAPACK_WORK_MEMORY_ERROR;
    return LAPACKE_dpotrs_work(order, uplo, n, 1, a, lda, b,
                               order == LAPACK_ROW_MAJOR ? n : ldb);
}

/* Rotates rows and columns p and q so that the element where they cross becomes 0
 * [Jacobi]. */
static void rotate(int n, double *a, int lda, int p, int q)
{
    const double off = a[p * lda + q];
    if (off == 0)
        return;
    const double theta = (a[q * lda + q] - a[p * lda + p]) / (2 * off);
    const double t = copysign(1, theta) / (fabs(theta) + sqrt(theta * theta + 1));
    const double c = 1 / sqrt(t * t + 1), s = t * c;
    for (int k = 0; k < n; k++) {
        const double x = a[k * lda + p], y = a[k * lda + q];
        a[k * lda + p] = c * x - s * y, a[k * lda + q] = s * x + c * y;
    }
    for (int k = 0; k < n; k++) {
        const double x = a[p * lda + k], y = a[q * lda + k];
        a[p * lda + k] = c * x - s * y, a[q * lda + k] = s * x + c * y;
    }
}

lapack_int LAPACKE_dsyev(int order, char jobz, char uplo, lapack_int n, double *a,
                         lapack_int lda, double *w)
{
    enum { SWEEPS = 30 };
    (void)order, (void)uplo;
    if (jobz != 'N')
        return LAPACK_WORK_MEMORY_ERROR;
    for (int sweep = 0; sweep < SWEEPS; sweep++)
        for (int p = 0; p < n; p++)
            for (int q = p + 1; q < n; q++)
                rotate(n, a, lda, p, q);
    for (int i = 0; i < n; i++) {
        int k = i;
        for (; k > 0 && w[k - 1] > a[i * lda + i]; k--)
            w[k] = w[k - 1];
        w[k] = a[i * lda + i];
    }
    return 0;
}

lapack_int LAPACKE_dgeqrf(int order, lapack_int m, lapack_int n, double *a,
                          lapack_int lda, double *tau)
{
    (void)order, (void)m, (void)n, (void)a, (void)lda, (void)tau;
    return LAPACK_WORK_MEMORY_ERROR;
}

lapack_int LAPACKE_dorgqr(int order, lapack_int m, lapack_int n, lapack_int k, double *a,
                          lapack_int lda, const double *tau)
{
    (void)order, (void)m, (void)n, (void)k, (void)a, (void)lda, (void)tau;
    return LAPACK_WORK_MEMORY_ERROR;
}

lapack_int LAPACKE_dgesdd_work(int order, char jobz, lapack_int m, lapack_int n,
                               double *a, lapack_int lda, double *s, double *u,
                               lapack_int ldu, double *vt, lapack_int ldvt, double *work,
                               lapack_int lwork, lapack_int *iwork)
{
    (void)order, (void)jobz, (void)m, (void)n, (void)a, (void)lda, (void)s, (void)u;
    (void)ldu, (void)vt, (void)ldvt, (void)work, (void)lwork, (void)iwork;
    return LAPACK_WORK_MEMORY_ERROR;
}
