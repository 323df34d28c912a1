/** @file matrix.h
 *  @brief What BLAS has no routine for: transposes, and the other half of a symmetric
 *         matrix.
 *  @ingroup ch07 */
#ifndef DESCENT_MATRIX_H
#define DESCENT_MATRIX_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch07
 *  @{ */

/** T = Aᵀ.
 *  @param      rows  rows of A, columns of T
 *  @param      cols  columns of A, rows of T
 *  @param      a     rows × cols
 *  @param[out] t     cols × rows; does not overlap A */
void matrix_transpose(size_t rows, size_t cols, const real *a, real *t);

/** Copies the upper triangle of a matrix into the lower one.
 *  @param         n  its size
 *  @param[in,out] a  n × n */
void matrix_mirror(size_t n, real *a);

/** @} */

#endif
