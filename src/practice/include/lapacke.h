/** @file lapacke.h
 *  @brief The part of LAPACKE that practice in the browser has, in double precision. */
#ifndef DESCENT_LAPACKE_H
#define DESCENT_LAPACKE_H

#define LAPACK_ROW_MAJOR 101             ///< Layout.
#define LAPACK_COL_MAJOR 102             ///< Layout.
#define lapack_int int                   ///< Sizes.
#define LAPACK_WORK_MEMORY_ERROR (-1010) ///< There is no memory.

lapack_int LAPACKE_dpotrf(int layout, char uplo, int n, double *a, int lda);
lapack_int LAPACKE_dpotrf_work(int layout, char uplo, int n, double *a, int lda);
lapack_int LAPACKE_dpotrs(int layout, char uplo, int n, int nrhs, const double *a,
                          int lda, double *b, int ldb);
lapack_int LAPACKE_dpotrs_work(int layout, char uplo, int n, int nrhs, const double *a,
                               int lda, double *b, int ldb);
lapack_int LAPACKE_dposv(int layout, char uplo, int n, int nrhs, double *a, int lda,
                         double *b, int ldb);
lapack_int LAPACKE_dposv_work(int layout, char uplo, int n, int nrhs, double *a, int lda,
                              double *b, int ldb);
lapack_int LAPACKE_dsytrf(int layout, char uplo, int n, double *a, int lda, int *ipiv);
lapack_int LAPACKE_dsytrs(int layout, char uplo, int n, int nrhs, const double *a,
                          int lda, const int *ipiv, double *b, int ldb);
lapack_int LAPACKE_dsycon(int layout, char uplo, int n, const double *a, int lda,
                          const int *ipiv, double anorm, double *rcond);
lapack_int LAPACKE_dgeqrf(int layout, int m, int n, double *a, int lda, double *tau);
lapack_int LAPACKE_dorgqr(int layout, int m, int n, int k, double *a, int lda,
                          const double *tau);
lapack_int LAPACKE_dsyev(int layout, char jobz, char uplo, int n, double *a, int lda,
                         double *w);
lapack_int LAPACKE_dsyevd(int layout, char jobz, char uplo, int n, double *a, int lda,
                          double *w);
lapack_int LAPACKE_dsyevd_work(int layout, char jobz, char uplo, int n, double *a,
                               int lda, double *w, double *work, int lwork, int *iwork,
                               int liwork);
lapack_int LAPACKE_dgesdd(int layout, char jobz, int m, int n, double *a, int lda,
                          double *s, double *u, int ldu, double *vt, int ldvt);
lapack_int LAPACKE_dgesdd_work(int layout, char jobz, int m, int n, double *a, int lda,
                               double *s, double *u, int ldu, double *vt, int ldvt,
                               double *work, int lwork, int *iwork);
lapack_int LAPACKE_dgelsd(int layout, int m, int n, int nrhs, double *a, int lda,
                          double *b, int ldb, double *s, double rcond, lapack_int *rank);
lapack_int LAPACKE_dgelss(int layout, int m, int n, int nrhs, double *a, int lda,
                          double *b, int ldb, double *s, double rcond, lapack_int *rank);
lapack_int LAPACKE_dgels(int layout, char trans, int m, int n, int nrhs, double *a,
                         int lda, double *b, int ldb);

#endif
