/** @file loss_scaler.h
 *  @brief Dynamic loss scaling: as large as fp16 bears, found by trying (exercise 10.2).
 *  @ingroup ch10 */
#ifndef DESCENT_LOSS_SCALER_H
#define DESCENT_LOSS_SCALER_H

#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch10
 *  @{ */

/** How the scale reacts. */
struct loss_scaler_config {
    real scale;   ///< The first scale, within `least` and `most`. Default 2^16.
    real growth;  ///< What it is multiplied by when all goes well, finite and at least 1.
                  ///< Default 2.
    real backoff; ///< What it is multiplied by after an overflow, above 0 and at most 1.
                  ///< Default 1/2.
    size_t interval; ///< Good gradients in a row before it grows, at least 1. Default
                     ///< 2000. All four defaults are PyTorch's.
    real least; ///< It never falls below, above 0 and finite. Default 1, as in DeepSpeed.
    real most;  ///< It never grows above, finite, at least `least`. Default 2^24, as in
                ///< Apex.
};

/** The state machine. */
struct loss_scaler {
    struct loss_scaler_config config; ///< Its settings.
    real scale;                       ///< What the next loss is to be multiplied by.
    size_t good;    ///< Good gradients since the scale changed or a step was skipped.
    size_t skipped; ///< Gradients so far with which no step was to be made.
};

/** @return the defaults named above. */
struct loss_scaler_config loss_scaler_defaults(void);

/** @param config  any
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *loss_scaler_check(const struct loss_scaler_config *config);

/** @param[out] scaler  overwritten: the first scale, and counters of 0
 *  @param      config  its settings
 *  @return DESCENT_OK, or DESCENT_ERANGE if loss_scaler_check() objects */
enum descent_status loss_scaler_init(struct loss_scaler *scaler,
                                     struct loss_scaler_config config);

/** Takes the gradient of the scaled loss. If all its numbers are finite, they are divided
 *  by the scale that the loss was multiplied by; it counts as good; and if it is the
 *  `interval`-th good one in a row, the scale is multiplied by `growth`, but not above
 *  `most`, and counting starts anew. If one is infinite or NaN, the gradient stays as it
 *  is, counting starts anew, the scale is multiplied by `backoff`, but not below `least`,
 *  and the step is one more that is skipped. Allocates nothing.
 *  @param         scaler  initialized
 *  @param         n       how many numbers; none at all are good
 *  @param[in,out] g       n numbers
 *  @return whether the optimizer shall step
 *  @see Micikevicius et al. (2018), ICLR, section 3.2. */
bool loss_scaler_take(struct loss_scaler *scaler, size_t n, real *g);

/** @} */

#endif
