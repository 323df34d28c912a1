/** @file batch_norm.h
 *  @brief Batch normalization with running statistics (exercise 9.8).
 *  @ingroup ch09 */
#ifndef DESCENT_BATCH_NORM_H
#define DESCENT_BATCH_NORM_H

#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** Hyper-parameters. */
struct batch_norm_config {
    real eps; ///< ε, below the root; finite and above 0. Default 1e-5.
    /** ρ, the share of the new batch in the running statistics, 0 to 1. Default 0.1, as
     *  in PyTorch; Keras gives the share of the old ones, 0.99. */
    real momentum;
};

/** The statistics of a layer. Gains and biases belong to the network's parameters. */
struct batch_norm {
    struct batch_norm_config config; ///< How it normalizes.
    size_t channels;                 ///< Columns of X.
    real *running_mean;              ///< `channels` numbers, at first 0; owned.
    real *running_variance;          ///< `channels` numbers, at first 1; owned.
    real *mean;  ///< What the last forward pass normalized with; owned.
    real *scale; ///< And 1/√(variance + ε); owned.
};

/** @return eps = 1e-5, momentum = 0.1. */
struct batch_norm_config batch_norm_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *batch_norm_check(const struct batch_norm_config *config);

/** Prepares a layer.
 *  @param[out] bn        overwritten; release it with batch_norm_free()
 *  @param      channels  columns of X, any number
 *  @param      config    hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if batch_norm_check() objects, or DESCENT_ENOMEM.
 *          After a failure batch_norm_free() is allowed and does nothing. */
enum descent_status batch_norm_init(struct batch_norm *bn, size_t channels,
                                    struct batch_norm_config config);

/** Y = gain (X - μ) / √(v + ε) + bias, column by column.
 *
 *  In training μ and v are those of the batch, v divided by the number of rows m. The
 *  running statistics then take a share ρ of the batch's: of μ, and of the unbiased
 *  variance, v m / (m - 1). Otherwise μ and v are the running statistics, which stay.
 *  Allocates nothing. The variance is taken in two passes.
 *  @param[in,out] bn        initialized; `mean` and `scale` are overwritten
 *  @param         rows      m, at least 2 in training; otherwise any number
 *  @param         x         rows × channels
 *  @param         gain      `channels` gains
 *  @param         bias      `channels` biases
 *  @param         training  whether the batch's own statistics count
 *  @param[out]    y         rows × channels, overwritten; overlaps no input
 *  @return DESCENT_OK; or DESCENT_ERANGE for fewer than 2 rows in training, because one
 *          row has no variance and its y would be the bias: then nothing is changed. A
 *          NaN stays in its column, where it spoils the running statistics, too.
 *  @see Ioffe and Szegedy (2015), ICML, algorithms 1 and 2. */
enum descent_status batch_norm_forward(struct batch_norm *bn, size_t rows, const real *x,
                                       const real *gain, const real *bias, bool training,
                                       real *y);

/** The backward pass of the last forward pass, whose `mean` and `scale` are used.
 *  @param      bn        as the last forward pass has left it
 *  @param      rows      as in that pass
 *  @param      x         as in that pass
 *  @param      gain      as in that pass
 *  @param      training  as in that pass: if not, μ and v are constants
 *  @param      dy        rows × channels, the gradient with respect to y
 *  @param[out] dx        rows × channels, the gradient with respect to x, overwritten;
 *                        may be dy
 *  @param[out] dgain     `channels` numbers, overwritten
 *  @param[out] dbias     `channels` numbers, overwritten
 *  @return DESCENT_OK; or DESCENT_ERANGE for fewer than 2 rows in training: then nothing
 *          is written */
enum descent_status batch_norm_backward(const struct batch_norm *bn, size_t rows,
                                        const real *x, const real *gain, bool training,
                                        const real *dy, real *dx, real *dgain,
                                        real *dbias);

/** Releases the memory. May be called twice.
 *  @param bn  initialized, or all zero */
void batch_norm_free(struct batch_norm *bn);

/** @} */

#endif
