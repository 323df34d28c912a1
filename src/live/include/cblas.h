/* cblas.h: of CBLAS what the library calls, row by row, for live figures: there is no
 * OpenBLAS in a browser. Sums are added in the order of their index. */
#ifndef DESCENT_LIVE_CBLAS_H
#define DESCENT_LIVE_CBLAS_H

enum CBLAS_ORDER { CblasRowMajor = 101, CblasColMajor };
enum CBLAS_TRANSPOSE { CblasNoTrans = 111, CblasTrans };
enum CBLAS_UPLO { CblasUpper = 121, CblasLower };
enum CBLAS_SIDE { CblasLeft = 141, CblasRight };

void cblas_dgemm(enum CBLAS_ORDER order, enum CBLAS_TRANSPOSE ta, enum CBLAS_TRANSPOSE tb,
                 int m, int n, int k, double alpha, const double *a, int lda,
                 const double *b, int ldb, double beta, double *c, int ldc);
void cblas_dgemv(enum CBLAS_ORDER order, enum CBLAS_TRANSPOSE ta, int m, int n,
                 double alpha, const double *a, int lda, const double *x, int incx,
                 double beta, double *y, int incy);
void cblas_dsyrk(enum CBLAS_ORDER order, enum CBLAS_UPLO uplo, enum CBLAS_TRANSPOSE ta,
                 int n, int k, double alpha, const double *a, int lda, double beta,
                 double *c, int ldc);
void cblas_dsymm(enum CBLAS_ORDER order, enum CBLAS_SIDE side, enum CBLAS_UPLO uplo, int m,
                 int n, double alpha, const double *a, int lda, const double *b, int ldb,
                 double beta, double *c, int ldc);
double cblas_ddot(int n, const double *x, int incx, const double *y, int incy);
double cblas_dnrm2(int n, const double *x, int incx);
void cblas_daxpy(int n, double a, const double *x, int incx, double *y, int incy);
void cblas_dscal(int n, double a, double *x, int incx);

#endif
