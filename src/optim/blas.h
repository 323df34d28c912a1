/** @file blas.h
 *  @brief Products of matrices: CBLAS for `real`, row-major, without gaps between rows.
 *
 *  CBLAS has one name for each number type and counts in `int`; these wrappers choose the
 *  name that fits `real` and take the sizes of this library, which never exceed INT_MAX.
 *  */
#ifndef DESCENT_BLAS_H
#define DESCENT_BLAS_H

#include "optim/real.h"
#include <cblas.h>
#include <stddef.h>

#ifdef REAL_FLOAT
#define BLAS_NAME(stem) cblas_s##stem ///< The single-precision routine.
#else
#define BLAS_NAME(stem) cblas_d##stem ///< The double-precision routine.
#endif

/** C = A B. @param m rows of A and C @param n columns of B and C
 *  @param k columns of A, rows of B @param a m × k @param b k × n @param[out] c m × n */
static inline void blas_product(size_t m, size_t n, size_t k, const real *a,
                                const real *b, real *c)
{
    BLAS_NAME(gemm)
    (CblasRowMajor, CblasNoTrans, CblasNoTrans, (int)m, (int)n, (int)k, 1, a, (int)k, b,
     (int)n, 0, c, (int)n);
}

/** C = Aᵀ B. @param m columns of A, rows of C @param n columns of B and C
 *  @param k rows of A and B @param a k × m @param b k × n @param[out] c m × n */
static inline void blas_product_tn(size_t m, size_t n, size_t k, const real *a,
                                   const real *b, real *c)
{
    BLAS_NAME(gemm)
    (CblasRowMajor, CblasTrans, CblasNoTrans, (int)m, (int)n, (int)k, 1, a, (int)m, b,
     (int)n, 0, c, (int)n);
}

/** C += A Bᵀ. @param m rows of A and C @param n rows of B, columns of C
 *  @param k columns of A and B @param a m × k @param b n × k @param[in,out] c m × n */
static inline void blas_add_product_nt(size_t m, size_t n, size_t k, const real *a,
                                       const real *b, real *c)
{
    BLAS_NAME(gemm)
    (CblasRowMajor, CblasNoTrans, CblasTrans, (int)m, (int)n, (int)k, 1, a, (int)k, b,
     (int)k, 1, c, (int)n);
}

/** y = A x. @param m rows of A @param n columns of A @param a m × n @param x n numbers
 *  @param[out] y m numbers */
static inline void blas_apply(size_t m, size_t n, const real *a, const real *x, real *y)
{
    BLAS_NAME(gemv)
    (CblasRowMajor, CblasNoTrans, (int)m, (int)n, 1, a, (int)n, x, 1, 0, y, 1);
}

/** y = Aᵀ x. @param m rows of A @param n columns of A @param a m × n @param x m numbers
 *  @param[out] y n numbers */
static inline void blas_apply_t(size_t m, size_t n, const real *a, const real *x, real *y)
{
    BLAS_NAME(gemv)
    (CblasRowMajor, CblasTrans, (int)m, (int)n, 1, a, (int)n, x, 1, 0, y, 1);
}

/** @param n how many @param x n numbers @param y n numbers @return Σ x_i y_i */
static inline real blas_dot(size_t n, const real *x, const real *y)
{
    return BLAS_NAME(dot)((int)n, x, 1, y, 1);
}

/** y += a x. @param n how many @param a factor @param x n numbers
 *  @param[in,out] y n numbers */
static inline void blas_add(size_t n, real a, const real *x, real *y)
{
    BLAS_NAME(axpy)((int)n, a, x, 1, y, 1);
}

#endif
