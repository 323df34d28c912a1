/** @file muon.h
 *  @brief Muon: momentum, made orthogonal (exercise 7.2).
 *  @ingroup ch07 */
#ifndef DESCENT_MUON_H
#define DESCENT_MUON_H

#include "optim/newton_schulz.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch07
 *  @{ */

/** How the momentum is kept. */
enum muon_momentum {
    MUON_EMA, ///< B ← βB + (1 - β)G, as Keller Jordan's program.
    MUON_SUM, ///< B ← βB + G, as Moonlight's.
};

/** What the orthogonal matrix is multiplied by, besides the learning rate. */
enum muon_scale {
    MUON_SCALE_ASPECT, ///< √max(1, rows/cols), as Keller Jordan's program.
    MUON_SCALE_RMS,    ///< 0.2 √max(rows, cols), as Moonlight's.
};

/** Hyper-parameters. */
struct muon_config {
    real lr;       ///< η, learning rate, finite and at least 0. Default 0.02.
    real beta;     ///< β, the share of the past in B, 0 ≤ β < 1. Default 0.95.
    bool nesterov; ///< Whether the newest gradient counts once more. Default true.
    real decay;    ///< λ, decoupled weight decay, finite and at least 0. Default 0.
    size_t steps;  ///< Newton–Schulz steps, at least 1 and at most 100. Default 5.
    enum muon_momentum momentum; ///< Default MUON_EMA.
    enum muon_scale scale;       ///< Default MUON_SCALE_ASPECT.
};

/** A matrix of parameters, and the momentum of each. */
struct muon {
    struct muon_config config; ///< `lr` may be changed between steps.
    size_t rows;               ///< Rows of the matrix: units of the layer.
    size_t cols;               ///< Columns: inputs of the layer.
    size_t t;                  ///< Steps taken.
    real *b;                   ///< B, momentum, rows × cols; owned.
    real *d; ///< What is made orthogonal, then what was made of it, 2 rows × cols;
             ///< for use within a step; owned.
    struct newton_schulz ns; ///< Room for the iteration; owned.
    /** s, what the whole step is multiplied by, decay included: finite, at least 0, 1
     *  until the caller sets it. */
    real schedule;
};

/** @return lr = 0.02, beta = 0.95, nesterov = true, decay = 0, steps = 5, MUON_EMA,
 *  MUON_SCALE_ASPECT. */
struct muon_config muon_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *muon_check(const struct muon_config *config);

/** Prepares the method for a matrix, with a momentum of 0 and a schedule of 1.
 *  @param[out] muon    overwritten; release it with muon_free()
 *  @param      rows    at least 1
 *  @param      cols    at least 1; rows · cols is at most INT_MAX
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if muon_check() objects or a size is outside its
 *          range, or DESCENT_ENOMEM. After a failure muon_free() is allowed and does
 *          nothing. */
enum descent_status muon_init(struct muon *muon, size_t rows, size_t cols,
                              struct muon_config config);

/** The factor of a convention for a matrix.
 *  @param scale  which convention
 *  @param rows   rows of the matrix, at least 1
 *  @param cols   columns of the matrix, at least 1
 *  @return √max(1, rows/cols), or 0.2 √max(rows, cols); rows/cols is not rounded */
real muon_scale(enum muon_scale scale, size_t rows, size_t cols);

/** One step. Momentum comes first: B takes in G as `momentum` says. With `nesterov` the
 *  direction D is βB + (1 - β)G for MUON_EMA and βB + G for MUON_SUM, both with the new
 *  B; without, it is B. Then, with the O that newton_schulz() makes of D in `steps`
 *  steps, and the old W on the right,
 *
 *      W ← W - s η (k O + λ W)        k = muon_scale(scale, rows, cols)
 *
 *  A gradient of zeros makes a step like any other. Allocates nothing.
 *  @param         muon  initialized by muon_init()
 *  @param[in,out] w     W, rows × cols, row-major
 *  @param         g     G, gradient at W, rows × cols; does not overlap W
 *  @return DESCENT_OK, or DESCENT_ENAN if the gradient or its norm is not finite, or the
 *          direction has become so large that its norm is not; then W is as it was, and
 *          in the first case B and t are, too
 *  @see Jordan et al. (2024), Muon; Liu et al. (2025), Muon is Scalable for LLM
 *       Training. */
enum descent_status muon_step(struct muon *muon, real *w, const real *g);

/** Releases the state. May be called twice.
 *  @param muon  initialized, or all zero */
void muon_free(struct muon *muon);

/** @} */

#endif
