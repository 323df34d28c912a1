/** @file kfac.h
 *  @brief K-FAC for one linear layer: the Fisher matrix as a product of two small ones
 *         (exercise 7.6).
 *  @ingroup ch07
 *
 *  Matrices are row-major without gaps. The layer is Y = X Wᵀ, one sample per row; a bias
 *  is one more column of W, whose input is always 1. */
#ifndef DESCENT_KFAC_H
#define DESCENT_KFAC_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch07
 *  @{ */

/** Hyper-parameters. */
struct kfac_config {
    real lr;   ///< η, learning rate, finite and at least 0. Default 0.1.
    real beta; ///< β, the share of the past in the factors, 0 ≤ β < 1. Default 0.95.
    real damping; ///< λ, added to the Fisher matrix, finite and at least 0. Default 1e-3.
};

/** A layer's weights, and the two factors of their Fisher matrix. */
struct kfac {
    struct kfac_config config; ///< `lr` and `damping` may be changed between steps.
    size_t in;                 ///< Inputs of the layer, columns of W.
    size_t out;                ///< Outputs of the layer, rows of W.
    size_t t;                  ///< Batches observed.
    real *a;    ///< A, in × in, average of xxᵀ over samples, never corrected in place;
                ///< of which the upper triangle counts; owned.
    real *s;    ///< S, out × out, average of ssᵀ, likewise; owned.
    real *room; ///< To work with: in × in + out × out + 2 in × out; owned.
    real beta_power; ///< β^t, kept as a running product; 1 at first.
};

/** @return lr = 0.1, beta = 0.95, damping = 0.001. */
struct kfac_config kfac_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *kfac_check(const struct kfac_config *config);

/** Prepares the method for a layer, with factors of 0.
 *  @param[out] kfac    overwritten; release it with kfac_free()
 *  @param      in      1 to 16384
 *  @param      out     1 to 16384; in · out is at most INT_MAX
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if kfac_check() objects or a size is outside its
 *          range, or DESCENT_ENOMEM. After a failure kfac_free() is allowed and does
 *          nothing. */
enum descent_status kfac_init(struct kfac *kfac, size_t in, size_t out,
                              struct kfac_config config);

/** Takes a batch into the factors, with their upper triangles or in full:
 *
 *      A ← βA + (1 - β) (1/N) Σ x xᵀ,   S ← βS + (1 - β) (1/N) Σ s sᵀ
 *
 *  Here s is a sample's own gradient of its cost with respect to its output: N times its
 *  row of dY, because dY is that of the mean cost over the batch. For the Fisher matrix
 *  the labels behind dY are drawn from the model's own distribution; with the labels of
 *  the data it is the empirical Fisher matrix, which is another one. Allocates nothing.
 *  @param kfac   initialized
 *  @param batch  N, number of samples, at least 1
 *  @param x      inputs of the layer, batch × in
 *  @param dy     dY, gradient of the mean cost with respect to Y, batch × out
 *  @return DESCENT_OK, DESCENT_ERANGE if batch is 0, or DESCENT_ENAN if an element is not
 *          finite; after a failure nothing was changed */
enum descent_status kfac_observe(struct kfac *kfac, size_t batch, const real *x,
                                 const real *dy);

/** One step along the natural gradient, W ← W - η (S + γI)⁻¹ G (A + αI)⁻¹, with the
 *  factors divided by 1 - β^t. The damping is shared in proportion to the mean
 *  eigenvalues, with π = √((tr A / in) / (tr S / out)):
 *
 *      α = π√λ,   γ = √λ / π
 *
 *  and α = γ = √λ where a trace is 0. Allocates nothing.
 *  @param         kfac  initialized
 *  @param[in,out] w     W, out × in
 *  @param         g     G, gradient of the mean cost at W, out × in; does not overlap W
 *  @return DESCENT_OK; DESCENT_EORDER if no batch was observed yet; DESCENT_ENAN if an
 *          element of G is not finite; or DESCENT_ESINGULAR if the Cholesky
 *          factorization of a damped factor breaks down, as that of a matrix with a zero
 *          row does without damping. After a failure W is as it was.
 *  @see Martens and Grosse (2015), arXiv:1503.05671, section 6.3. */
enum descent_status kfac_step(struct kfac *kfac, real *w, const real *g);

/** Releases the state. May be called twice.
 *  @param kfac  initialized, or all zero */
void kfac_free(struct kfac *kfac);

/** @} */

#endif
