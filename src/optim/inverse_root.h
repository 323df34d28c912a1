/** @file inverse_root.h
 *  @brief Inverse p-th roots of symmetric matrices: by eigenvalues, and by coupled Newton
 *         (exercise 7.4).
 *  @ingroup ch07
 *
 *  Of a symmetric matrix that comes in, only the upper triangle is read; one that goes
 *  out is written in full. */
#ifndef DESCENT_INVERSE_ROOT_H
#define DESCENT_INVERSE_ROOT_H

#include "optim/lapack.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch07
 *  @{ */

enum {
    INVERSE_ROOT_MAX = 8,         ///< Largest p.
    INVERSE_ROOT_ITERATIONS = 200 ///< Most iterations of inverse_root_newton().
};

/** Room for the roots of matrices of one size. */
struct inverse_root {
    size_t n;          ///< Size of the matrices.
    real *values;      ///< n eigenvalues, for inverse_root_eigen(); owned.
    real *square[4];   ///< Four n × n matrices to work with; owned.
    real *work;        ///< LAPACK's; owned.
    lapack_int length; ///< Numbers in `work`.
    lapack_int *whole; ///< LAPACK's; owned.
    lapack_int wholes; ///< Numbers in `whole`.
};

/** Takes room for matrices of one size.
 *  @param[out] root  overwritten; release it with inverse_root_free()
 *  @param      n     1 to 16384
 *  @return DESCENT_OK, DESCENT_ERANGE if n is outside its range, or DESCENT_ENOMEM. After
 *          a failure inverse_root_free() is allowed and does nothing. */
enum descent_status inverse_root_init(struct inverse_root *root, size_t n);

/** (A + εI)^(-1/p), from the eigenvalues of A. Where an eigenvalue plus ε is not above
 *  n u times the largest, with the rounding unit u, it counts as 0, and so does its
 *  inverse root: with ε = 0 this is the root of the pseudo-inverse, and that of a
 *  matrix of zeros is zeros. Allocates nothing.
 *  @param[in,out] root   initialized; what it holds does not matter
 *  @param         p      1 to #INVERSE_ROOT_MAX
 *  @param         ridge  ε, finite and at least 0
 *  @param         a      A, n × n, positive semi-definite but for rounding; unchanged
 *  @param[out]    x      the inverse root, n × n, overwritten; does not overlap A
 *  @return DESCENT_OK; DESCENT_ERANGE if p or ε is outside its range; DESCENT_ENAN if an
 *          element of A is not finite; or DESCENT_ESINGULAR if LAPACK found no
 *          eigenvalues. After a failure x is as it was. */
enum descent_status inverse_root_eigen(struct inverse_root *root, size_t p, real ridge,
                                       const real *a, real *x);

/** (A + εI)^(-1/p) by the coupled Newton iteration. With B = A + εI and the Frobenius
 *  norm, it starts from z = (1 + p) / (2 ‖B‖), X = z^(1/p) I, M = zB, and repeats
 *
 *      T = ((p + 1)I - M) / p,   X ← XT,   M ← TᵖM
 *
 *  until no element of M - I is above 10 n u, with the rounding unit u: then X is the
 *  inverse root, to about u times the condition of B. Allocates nothing.
 *  @param[in,out] root   initialized; what it holds does not matter
 *  @param         p      1 to #INVERSE_ROOT_MAX
 *  @param         ridge  ε, finite and at least 0
 *  @param         a      A, n × n; A + εI positive definite, with a condition of up to
 *                        10¹² in double and 10⁴ in single precision; unchanged
 *  @param[out]    x      the inverse root, n × n, overwritten; does not overlap A
 *  @return DESCENT_OK; DESCENT_ERANGE if p or ε is outside its range; DESCENT_ENAN if an
 *          element of A or the norm of B is not finite; or DESCENT_ESINGULAR if B is zero
 *          or M does not come to I within #INVERSE_ROOT_ITERATIONS iterations: for a
 *          singular B it never does. After a failure x is as it was.
 *  @see Iannazzo (2006), SIAM Journal on Matrix Analysis and Applications 28(2); Guo and
 *       Higham (2006), the same journal 28(3). */
enum descent_status inverse_root_newton(struct inverse_root *root, size_t p, real ridge,
                                        const real *a, real *x);

/** The largest eigenvalue of a symmetric matrix. Allocates nothing.
 *  @param[in,out] root     initialized; what it holds does not matter
 *  @param         a        n × n; unchanged
 *  @param[out]    largest  the eigenvalue; after a failure as it was
 *  @return DESCENT_OK, DESCENT_ENAN if an element of A is not finite, or
 *          DESCENT_ESINGULAR if LAPACK found none */
enum descent_status inverse_root_largest(struct inverse_root *root, const real *a,
                                         real *largest);

/** Releases the room. May be called twice.
 *  @param root  initialized, or all zero */
void inverse_root_free(struct inverse_root *root);

/** @} */

#endif
