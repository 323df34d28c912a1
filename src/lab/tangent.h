/** @file tangent.h
 *  @brief Derivatives of a network along a direction: products with its Hessian.
 *  @ingroup lab
 *
 *  Along θ + r v every number that the network computes has a derivative with respect to
 *  r, its tangent. The tangents of the outputs come from a second forward pass, those of
 *  the gradient from a second backward pass, and the last are H v. */
#ifndef DESCENT_TANGENT_H
#define DESCENT_TANGENT_H

#include "lab/dataset.h"
#include "lab/mlp.h"
#include "optim/objective.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** What a module does to tangents. */
struct module_tangent {
    /** From X and its tangent computes that of Y. `tx` is NULL for the network's input,
     *  whose tangent is 0. */
    void (*forward)(const struct module *self, const real *theta, const real *v,
                    size_t batch, const real *x, const real *tx, real *ty);

    /** From dY and its tangent computes that of the module's part of the gradient, and
     *  that of dX, which may be NULL if it is not wanted. */
    void (*backward)(const struct module *self, const real *theta, const real *v,
                     size_t batch, const real *x, const real *tx, const real *dy,
                     const real *tdy, real *tg, real *tdx);
};

extern const struct module_tangent linear_tangent; ///< Of a linear layer.
extern const struct module_tangent relu_tangent;   ///< Of ReLU; its kink has none.

/** A network on a data set, ready to be multiplied with its Hessian. */
struct mlp_hessian {
    struct mlp *mlp;            ///< Its scratch memory is used.
    const struct dataset *data; ///< The cost is the mean over all of it.
    real *theta;                ///< Where, n numbers; owned. Change it as you like.
    real *g;                    ///< The gradient there, as of the last product; owned.
    real *tangent[MLP_MAX_MODULES]; ///< Of what each module made.
    real *delta[2];                 ///< Tangents on their way back.
    real *memory;                   ///< All of the above; owned.
};

/** Prepares products.
 *  @param[out] hessian  overwritten; release it with mlp_hessian_free()
 *  @param      mlp      initialized, of linear layers and ReLU only; must outlive it
 *  @param      data     samples with mlp->features features, at most mlp->batch of them;
 *                       must outlive it
 *  @return DESCENT_OK, DESCENT_ERANGE if the network has other modules or the data do not
 *          fit, or DESCENT_ENOMEM. After a failure mlp_hessian_free() does nothing. */
enum descent_status mlp_hessian_init(struct mlp_hessian *hessian, struct mlp *mlp,
                                     const struct dataset *data);

/** H v at hessian->theta, exact but for rounding: no differences. A `product_fn`.
 *  Allocates nothing; takes three times as many matrix products as a gradient.
 *  @param      n        mlp->n
 *  @param      v        n numbers
 *  @param[out] hv       n numbers
 *  @param      hessian  a `struct mlp_hessian *`
 *  @see Pearlmutter (1994), Neural Computation 6(1): Fast exact multiplication by the
 *       Hessian. */
void mlp_hessian_product(size_t n, const real *v, real *hv, void *hessian);

/** The mean cost on the data, and its gradient. An `objective_fn`; dropout does not drop.
 *  @param      n        mlp->n
 *  @param      theta    n numbers
 *  @param[out] g        n numbers, or NULL
 *  @param      hessian  a `struct mlp_hessian *`
 *  @return the cost */
real mlp_hessian_cost(size_t n, const real *theta, real *g, void *hessian);

/** Releases the memory. May be called twice.
 *  @param hessian  initialized, or all zero */
void mlp_hessian_free(struct mlp_hessian *hessian);

/** @} */

#endif
