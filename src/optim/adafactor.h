/** @file adafactor.h
 *  @brief Adafactor: the second moment of a matrix from sums of its rows and columns
 *  (exercise 10.5).
 *  @ingroup ch10 */
#ifndef DESCENT_ADAFACTOR_H
#define DESCENT_ADAFACTOR_H

#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch10
 *  @{ */

/** Hyper-parameters. The defaults are the paper's, algorithms 4 to 6. */
struct adafactor_config {
    real lr; ///< The relative step is at most this; finite, at least 0. Default 0.01.
    /** Whether the relative step is ρ_t = min(lr, 1/√t). Default true; otherwise it is lr
     *  throughout. */
    bool fading;
    /** Whether steps are multiplied by max(eps2, RMS(θ)), with θ as before the step.
     *  Default true. */
    bool relative;
    real exponent; ///< c in β₂ = 1 - t^-c, above 0 and finite. Default 0.8.
    real clip;     ///< d, the largest root mean square of an update, above 0; infinity is
                   ///< allowed. Default 1.
    real eps1;     ///< ε₁, added to g², finite and at least 0. Default 1e-30.
    real eps2; ///< ε₂, the least size that θ counts with, finite, at least 0. Default
               ///< 0.001.
};

/** A tensor's state: rows + columns numbers for a matrix, one for each parameter if there
 *  is a single row or column. */
struct adafactor {
    struct adafactor_config config; ///< `lr` may be changed between steps.
    size_t rows;                    ///< Rows of the tensor.
    size_t cols;                    ///< Columns of the tensor.
    size_t t;                       ///< Steps taken.
    real *r; ///< Averages of the sums of rows of g² + ε₁, `rows` numbers; NULL if one row
             ///< or one column is all there is; owned.
    real *c; ///< Averages of the sums of columns, `cols` numbers; NULL where r is; owned.
    real *v; ///< Averages of g² + ε₁, rows × cols; NULL where r is not; owned.
};

/** @return the defaults named above. */
struct adafactor_config adafactor_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *adafactor_check(const struct adafactor_config *config);

/** Prepares the method with averages of 0.
 *  @param[out] adafactor  overwritten; release it with adafactor_free()
 *  @param      rows       at least 1
 *  @param      cols       at least 1; rows × cols is a number of parameters that memory
 *                         can have
 *  @param      config     hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if adafactor_check() or a size objects, or
 *          DESCENT_ENOMEM. After a failure adafactor_free() is allowed and does
 *          nothing. */
enum descent_status adafactor_init(struct adafactor *adafactor, size_t rows, size_t cols,
                                   struct adafactor_config config);

/** One step, with β₂ = 1 - t^-c and t = 1 in the first one:
 *
 *      R ← β₂R + (1-β₂) (G² + ε₁) 1      C ← β₂C + (1-β₂) 1ᵀ(G² + ε₁)
 *      V = R C / (1ᵀR)                   or V ← β₂V + (1-β₂)(g² + ε₁) for a vector
 *      U = G / √V                        U ← U / max(1, RMS(U)/d)
 *      θ ← θ - ρ max(ε₂, RMS(θ)) U
 *
 *  See the config for ρ and for what the last line has without `relative`. Allocates
 *  nothing, so U is computed twice. A NaN in the gradient makes all of θ NaN.
 *  @param         adafactor  initialized by adafactor_init()
 *  @param[in,out] theta      θ, rows × cols numbers, row by row
 *  @param         g          gradient at θ, as many numbers; does not overlap θ
 *  @see Shazeer and Stern (2018), ICML, algorithms 4 and 5. */
void adafactor_step(struct adafactor *adafactor, real *theta, const real *g);

/** Releases the state. May be called twice.
 *  @param adafactor  initialized, or all zero */
void adafactor_free(struct adafactor *adafactor);

/** @} */

#endif
