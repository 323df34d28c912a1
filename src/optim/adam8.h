/** @file adam8.h
 *  @brief Adam whose averages are kept as bytes (exercise 10.4).
 *  @ingroup ch10 */
#ifndef DESCENT_ADAM8_H
#define DESCENT_ADAM8_H

#include "optim/quant_map.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>
#include <stdint.h>

/** @addtogroup ch10
 *  @{ */

/** Hyper-parameters. */
struct adam8_config {
    real lr;      ///< η, learning rate, finite and at least 0. Default 0.001.
    real beta1;   ///< β₁, the share of the past in m, 0 ≤ β₁ < 1. Default 0.9.
    real beta2;   ///< β₂, the share of the past in v, 0 ≤ β₂ < 1. Default 0.999.
    real eps;     ///< ε, against division by 0, finite and at least 0. Default 1e-8.
    real decay;   ///< λ, taken off as in AdamW, times lr; finite, at least 0. Default 0.
    size_t block; ///< Numbers that share a scale, at least 1. Default 256.
};

/** Parameters, two bytes for each, and two scales for each block. */
struct adam8 {
    struct adam8_config config; ///< `lr` may be changed between steps.
    size_t n;                   ///< Number of parameters.
    size_t t;                   ///< Steps taken.
    uint8_t *m;                 ///< Codes of the average of g, n; owned.
    uint8_t *v;                 ///< Codes of the average of g², n; owned.
    real *m_scale;              ///< A scale for each block of m; owned.
    real *v_scale;              ///< A scale for each block of v; owned.
    real *work;       ///< Room for two blocks of numbers; owned. Nothing is kept in it.
    real beta1_power; ///< β₁^t, kept as a running product; 1 at first.
    real beta2_power; ///< β₂^t.
    real with_sign[QUANT_CODES];    ///< What the codes of m mean: the dynamic map.
    real without_sign[QUANT_CODES]; ///< What the codes of v mean: that without signs.
};

/** @return the defaults named above. */
struct adam8_config adam8_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *adam8_check(const struct adam8_config *config);

/** Prepares the method with averages of 0.
 *  @param[out] adam8   overwritten; release it with adam8_free()
 *  @param      n       number of parameters; 0 is allowed, steps then do nothing
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if adam8_check() objects, or DESCENT_ENOMEM. After
 *          a failure adam8_free() is allowed and does nothing. */
enum descent_status adam8_init(struct adam8 *adam8, size_t n, struct adam8_config config);

/** One step. Block by block, the averages are read from their codes, take in the gradient
 *  as in adam_step(), move the parameters,
 *
 *      θ ← θ - η m̂ / (√v̂ + ε) - ηλθ        with the old θ on the right,
 *
 *  and only then are written back as codes with new scales, by block_quantize(). So what
 *  is rounded is the memory, never the step. Allocates nothing. A NaN in the gradient
 *  makes the averages of its block NaN for good, and with the next step its parameters;
 *  no other block. With eps = 0 a v that is read as 0 may divide by 0.
 *  @param         adam8  initialized by adam8_init()
 *  @param[in,out] theta  θ, n numbers
 *  @param         g      gradient at θ, n numbers; does not overlap θ
 *  @see Dettmers et al. (2022), ICLR, section 2. */
void adam8_step(struct adam8 *adam8, real *theta, const real *g);

/** Releases the state. May be called twice.
 *  @param adam8  initialized, or all zero */
void adam8_free(struct adam8 *adam8);

/** @} */

#endif
