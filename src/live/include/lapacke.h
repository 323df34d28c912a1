/* lapacke.h: of LAPACKE what live figures call: Cholesky's factors, as the library asks
 * for them. What only the library mentions fails, as LAPACKE does when there is no
 * memory. */
#ifndef DESCENT_LIVE_LAPACKE_H
#define DESCENT_LIVE_LAPACKE_H

enum { LAPACK_ROW_MAJOR = 101, LAPACK_COL_MAJOR, LAPACK_WORK_MEMORY_ERROR = -1010 };
typedef int lapack_int;

/* Only LAPACK_COL_MAJOR and 'L'. */
lapack_int LAPACKE_dpotrf_work(int order, char uplo, lapack_int n, double *a,
                               lapack_int lda);
lapack_int LAPACKE_dpotrs_work(int order, char uplo, lapack_int n, lapack_int nrhs,
                               const double *a, lapack_int lda, double *b, lapack_int ldb);

/* Eigenvalues alone, in ascending order. */
lapack_int LAPACKE_dsyev(int order, char jobz, char uplo, lapack_int n, double *a,
                         lapack_int lda, double *w);

lapack_int LAPACKE_dposv(int order, char uplo, lapack_int n, lapack_int nrhs, double *a,
                         lapack_int lda, double *b, lapack_int ldb);

lapack_int LAPACKE_dgeqrf(int order, lapack_int m, lapack_int n, double *a, lapack_int lda,
                          double *tau);
lapack_int LAPACKE_dorgqr(int order, lapack_int m, lapack_int n, lapack_int k, double *a,
                          lapack_int lda, const double *tau);
lapack_int LAPACKE_dgesdd_work(int order, char jobz, lapack_int m, lapack_int n, double *a,
                               lapack_int lda, double *s, double *u, lapack_int ldu,
                               double *vt, lapack_int ldvt, double *work,
                               lapack_int lwork, lapack_int *iwork);

#endif
