/** @file sag_table.h
 *  @brief SAG for any finite sum, with a table of gradients.
 *  @ingroup ch04 */
#ifndef DESCENT_SAG_TABLE_H
#define DESCENT_SAG_TABLE_H

#include "optim/finite_sum.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch04
 *  @{ */

/** Hyper-parameters. */
struct sag_table_config {
    real lr; ///< η, learning rate, finite and at least 0; 1/(16L) is proven to be safe.
             ///< Default 0.01.
};

/** A table of gradients and their sum. */
struct sag_table {
    struct sag_table_config config; ///< `lr` may be changed between steps.
    const struct finite_sum *sum;   ///< The function; the caller's.
    size_t t;                       ///< Steps taken.
    real *table;                    ///< y_1 … y_m, m × n numbers, row by row; owned.
    real *total;                    ///< d = Σ y_i, n numbers; owned.
    real *g;                        ///< The newest gradient, n numbers; owned.
};

/** @return lr = 0.01. */
struct sag_table_config sag_table_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *sag_table_check(const struct sag_table_config *config);

/** Prepares the method. The table starts with y_i = ∇f_i(θ) - ∇f(θ), so that d = 0, which
 *  costs the gradients of all samples twice.
 *  @param[out] sag     overwritten; release it with sag_table_free()
 *  @param      sum     the function; must outlive the method
 *  @param      theta   where to start, n numbers
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if sag_table_check() objects, or DESCENT_ENOMEM.
 *          After a failure sag_table_free() is allowed and does nothing. */
enum descent_status sag_table_init(struct sag_table *sag, const struct finite_sum *sum,
                                   const real *theta, struct sag_table_config config);

/** One step with sample i:
 *
 *      d ← d - y_i + ∇f_i(θ)        y_i ← ∇f_i(θ)        θ ← θ - (η/m) d
 *
 *  Allocates nothing. A gradient that is NaN or infinite stays in the table, and makes θ
 *  so for good.
 *  @param         sag    initialized by sag_table_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         i      the sample, below m, drawn at random
 *  @see Schmidt, Le Roux and Bach (2017), Mathematical Programming 162. */
void sag_table_step(struct sag_table *sag, real *theta, size_t i);

/** Releases the state. May be called twice.
 *  @param sag  initialized, or all zero */
void sag_table_free(struct sag_table *sag);

/** @} */

#endif
