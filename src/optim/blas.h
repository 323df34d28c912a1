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

/** C = A B of the first k columns of A and the first k rows of B. @param m rows of A
 *  and C
 *  @param n columns of C @param k how many @param a m × lda @param lda columns of A
 *  @param b k × ldb or longer @param ldb columns of B @param[out] c m × n */
static inline void blas_product_part(size_t m, size_t n, size_t k, const real *a,
                                     size_t lda, const real *b, size_t ldb, real *c)
{
    BLAS_NAME(gemm)
    (CblasRowMajor, CblasNoTrans, CblasNoTrans, (int)m, (int)n, (int)k, 1, a, (int)lda, b,
     (int)ldb, 0, c, (int)n);
}

/** C = a op(A) op(B) of parts of matrices: each has a distance from row to row of its
 * own.
 *  @param ta whether op(A) is A or Aᵀ @param tb likewise @param m rows of C
 *  @param n columns of C @param k columns of op(A), rows of op(B) @param factor a
 *  @param a A @param lda from row to row of A @param b B @param ldb from row to row of B
 *  @param[out] c C @param ldc from row to row of C */
static inline void blas_product_strided(CBLAS_TRANSPOSE ta, CBLAS_TRANSPOSE tb, size_t m,
                                        size_t n, size_t k, real factor, const real *a,
                                        size_t lda, const real *b, size_t ldb, real *c,
                                        size_t ldc)
{
    BLAS_NAME(gemm)
    (CblasRowMajor, ta, tb, (int)m, (int)n, (int)k, factor, a, (int)lda, b, (int)ldb, 0,
     c, (int)ldc);
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

/** C += A B. @param m rows of A and C @param n columns of B and C
 *  @param k columns of A, rows of B @param a m × k @param b k × n
 *  @param[in,out] c m × n */
static inline void blas_add_product(size_t m, size_t n, size_t k, const real *a,
                                    const real *b, real *c)
{
    BLAS_NAME(gemm)
    (CblasRowMajor, CblasNoTrans, CblasNoTrans, (int)m, (int)n, (int)k, 1, a, (int)k, b,
     (int)n, 1, c, (int)n);
}

/** C += Aᵀ B. @param m columns of A, rows of C @param n columns of B and C
 *  @param k rows of A and B @param a k × m @param b k × n @param[in,out] c m × n */
static inline void blas_add_product_tn(size_t m, size_t n, size_t k, const real *a,
                                       const real *b, real *c)
{
    BLAS_NAME(gemm)
    (CblasRowMajor, CblasTrans, CblasNoTrans, (int)m, (int)n, (int)k, 1, a, (int)m, b,
     (int)n, 1, c, (int)n);
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

/** y = Aᵀ x of a part of a matrix. @param m rows of A @param n columns of A @param a A
 *  @param lda from row to row of A @param x m numbers @param[out] y n numbers */
static inline void blas_apply_t_strided(size_t m, size_t n, const real *a, size_t lda,
                                        const real *x, real *y)
{
    BLAS_NAME(gemv)
    (CblasRowMajor, CblasTrans, (int)m, (int)n, 1, a, (int)lda, x, 1, 0, y, 1);
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

/** @param n how many @param x n numbers @return √Σ x_i², without overflow on the way */
static inline real blas_norm(size_t n, const real *x)
{
    return BLAS_NAME(nrm2)((int)n, x, 1);
}

/** x ← a x. @param n how many @param a factor @param[in,out] x n numbers */
static inline void blas_scale(size_t n, real a, real *x)
{
    BLAS_NAME(scal)((int)n, a, x, 1);
}

/** C ← αAAᵀ + βC, the upper triangle of C only: half of the work of a product.
 *  @param m rows of A, size of C @param k columns of A @param alpha α @param a m × k
 *  @param beta β @param[in,out] c m × m; not read if β = 0 */
static inline void blas_gram(size_t m, size_t k, real alpha, const real *a, real beta,
                             real *c)
{
    BLAS_NAME(syrk)
    (CblasRowMajor, CblasUpper, CblasNoTrans, (int)m, (int)k, alpha, a, (int)k, beta, c,
     (int)m);
}

/** C ← αAᵀA + βC, the upper triangle of C only. @param m columns of A, size of C
 *  @param k rows of A @param alpha α @param a k × m @param beta β
 *  @param[in,out] c m × m; not read if β = 0 */
static inline void blas_gram_t(size_t m, size_t k, real alpha, const real *a, real beta,
                               real *c)
{
    BLAS_NAME(syrk)
    (CblasRowMajor, CblasUpper, CblasTrans, (int)m, (int)k, alpha, a, (int)m, beta, c,
     (int)m);
}

/** C ← SB + βC for a symmetric S, of which the upper triangle is read.
 *  @param m size of S, rows of B and C @param n columns of B and C @param s m × m
 *  @param b m × n @param beta β @param[in,out] c m × n; not read if β = 0 */
static inline void blas_symmetric_left(size_t m, size_t n, const real *s, const real *b,
                                       real beta, real *c)
{
    BLAS_NAME(symm)
    (CblasRowMajor, CblasLeft, CblasUpper, (int)m, (int)n, 1, s, (int)m, b, (int)n, beta,
     c, (int)n);
}

/** C ← BS for a symmetric S, of which the upper triangle is read.
 *  @param m rows of B and C @param n size of S, columns of B and C @param s n × n
 *  @param b m × n @param[out] c m × n */
static inline void blas_symmetric_right(size_t m, size_t n, const real *s, const real *b,
                                        real *c)
{
    BLAS_NAME(symm)
    (CblasRowMajor, CblasRight, CblasUpper, (int)m, (int)n, 1, s, (int)n, b, (int)n, 0, c,
     (int)n);
}

#endif
