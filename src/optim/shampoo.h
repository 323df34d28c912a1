/** @file shampoo.h
 *  @brief Shampoo: a preconditioner for each side of a matrix (exercise 7.5).
 *  @ingroup ch07 */
#ifndef DESCENT_SHAMPOO_H
#define DESCENT_SHAMPOO_H

#include "optim/inverse_root.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch07
 *  @{ */

/** What the ridge is measured in. */
enum shampoo_ridge {
    RIDGE_ABSOLUTE, ///< ε itself, as the paper and Meta's program.
    RIDGE_RELATIVE, ///< ε times the largest eigenvalue, as Google's program.
};

/** How the roots are computed. */
enum shampoo_solver {
    SHAMPOO_EIGEN,  ///< By inverse_root_eigen().
    SHAMPOO_NEWTON, ///< By inverse_root_newton().
};

/** Hyper-parameters. */
struct shampoo_config {
    real lr;      ///< η, learning rate, finite and at least 0. Default 0.1.
    real beta1;   ///< β₁, momentum, 0 ≤ β₁ < 1. Default 0.9.
    real beta2;   ///< β₂ of the statistics, 0 ≤ β₂ ≤ 1; 1 is a sum. Default 1.
    real eps;     ///< ε, added to the statistics under the root, finite and at least 0.
                  ///< Default 1e-12.
    real decay;   ///< λ, decoupled weight decay, finite and at least 0. Default 0.
    size_t root;  ///< p: each side is raised to -1/p, 1 to #INVERSE_ROOT_MAX. Default 4.
    size_t every; ///< Steps from new roots to new roots, at least 1. Default 1.
    enum shampoo_ridge ridge;   ///< Default RIDGE_ABSOLUTE.
    enum shampoo_solver solver; ///< Default SHAMPOO_EIGEN.
};

/** A matrix of parameters, the statistics of its rows and columns, and their roots. */
struct shampoo {
    struct shampoo_config config; ///< `lr` may be changed between steps.
    size_t rows;                  ///< Rows of the matrix, m.
    size_t cols;                  ///< Columns, n.
    size_t t;                     ///< Steps taken.
    size_t failed;    ///< Roots that could not be computed; the ones before were kept.
    real *left;       ///< L, m × m, of which the upper triangle counts; owned.
    real *right;      ///< R, n × n, likewise; owned.
    real *left_root;  ///< (L + εI)^(-1/p), m × m, the identity at first; owned.
    real *right_root; ///< (R + εI)^(-1/p), n × n, the identity at first; owned.
    real *v;          ///< Velocity, m × n; owned.
    real *d;          ///< To work with, 2 m × n and the square of the larger of m and n;
                      ///< owned.
    struct inverse_root left_room;  ///< For the roots of L; owned.
    struct inverse_root right_room; ///< For the roots of R; owned.
    real beta2_power;               ///< β₂^t, kept as a running product; 1 at first.
    /** s, what the whole step is multiplied by, decay included: finite, at least 0, 1
     *  until the caller sets it. */
    real schedule;
};

/** @return lr = 0.1, beta1 = 0.9, beta2 = 1, eps = 1e-12, decay = 0, root = 4, every = 1,
 *  RIDGE_ABSOLUTE, SHAMPOO_EIGEN. */
struct shampoo_config shampoo_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *shampoo_check(const struct shampoo_config *config);

/** Prepares the method for a matrix, with statistics and velocity of 0, roots that are
 *  the identity, and a schedule of 1.
 *  @param[out] shampoo  overwritten; release it with shampoo_free()
 *  @param      rows     1 to 16384
 *  @param      cols     1 to 16384; rows · cols is at most INT_MAX
 *  @param      config   hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if shampoo_check() objects or a size is outside its
 *          range, or DESCENT_ENOMEM. After a failure shampoo_free() is allowed and does
 *          nothing. */
enum descent_status shampoo_init(struct shampoo *shampoo, size_t rows, size_t cols,
                                 struct shampoo_config config);

/** New roots from statistics: (statistics / correction + εI)^(-1/p), with the ridge and
 *  the solver of the config. If a root cannot be computed, the old one is kept and
 *  `failed` counts it. Allocates nothing.
 *  @param[in,out] shampoo     initialized; `left_root` and `right_root` are overwritten,
 *                             and so is the square in `d`
 *  @param         correction  above 0: what the statistics are divided by */
void shampoo_refresh(struct shampoo *shampoo, real correction);

/** One step. The statistics take in G first, with their upper triangles or in full,
 *
 *      L ← β₂L + (1 - β₂)GGᵀ,   R ← β₂R + (1 - β₂)GᵀG
 *
 *  or, for β₂ = 1, L ← L + GGᵀ and R ← R + GᵀG. In steps 1, 1 + k, 1 + 2k … the roots are
 *  renewed by shampoo_refresh(), with the correction 1 - β₂^t of an average that began at
 *  0, or 1 for a sum. Then, with the old W on the right,
 *
 *      V ← β₁V + (L + εI)^(-1/p) G (R + εI)^(-1/p),   W ← W - s η (V + λ W)
 *
 *  A gradient of zeros adds nothing to L, R and V. Allocates nothing.
 *  @param         shampoo  initialized by shampoo_init()
 *  @param[in,out] w        W, rows × cols, row-major
 *  @param         g        G, gradient at W, rows × cols; does not overlap W
 *  @return DESCENT_OK, or DESCENT_ENAN if an element of the gradient is not finite; then
 *          nothing was changed
 *  @see Gupta, Koren and Singer (2018), ICML, algorithm 1. */
enum descent_status shampoo_step(struct shampoo *shampoo, real *w, const real *g);

/** Releases the state. May be called twice.
 *  @param shampoo  initialized, or all zero */
void shampoo_free(struct shampoo *shampoo);

/** @} */

#endif
