/** @file plateau.h
 *  @brief A learning rate that falls when the loss no longer does (exercise 8.3).
 *  @ingroup ch08 */
#ifndef DESCENT_PLATEAU_H
#define DESCENT_PLATEAU_H

#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** What an improvement is measured against. */
enum plateau_threshold {
    PLATEAU_RELATIVE, ///< A share of the best loss.
    PLATEAU_ABSOLUTE, ///< The loss itself.
};

/** Hyper-parameters. */
struct plateau_config {
    real rate;       ///< The first rate, finite and at least 0. Default 1: a multiplier.
    real factor;     ///< What a reduction multiplies by, 0 to below 1. Default 0.1.
    real least;      ///< The smallest rate, 0 to `rate`. Default 0.
    size_t patience; ///< Losses without an improvement that are borne. Default 10.
    size_t cooldown; ///< Losses after a reduction that do not count. Default 0.
    real threshold;  ///< Smaller improvements are none; finite, at least 0. Default 1e-4.
    enum plateau_threshold relative_to; ///< Default PLATEAU_RELATIVE.
};

/** A state machine that reads losses. */
struct plateau {
    struct plateau_config config; ///< As given to plateau_init().
    real rate;                    ///< The rate now.
    real best;                    ///< The best loss so far; INFINITY at first.
    size_t bad;        ///< Losses in a row without an improvement, since the last reset.
    size_t cooling;    ///< Losses still to come that do not count.
    size_t reductions; ///< Times the rate has become smaller.
};

/** @return the defaults named above. */
struct plateau_config plateau_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *plateau_check(const struct plateau_config *config);

/** Prepares the machine: no loss read yet. Allocates nothing, so nothing is to be
 *  released.
 *  @param[out] plateau  overwritten; on failure untouched
 *  @param      config   hyper-parameters
 *  @return DESCENT_OK, or DESCENT_ERANGE if plateau_check() objects. */
enum descent_status plateau_init(struct plateau *plateau, struct plateau_config config);

/** Reads one loss, of an epoch say. In this order:
 *
 *  1. A loss below best - threshold · |best|, or below best - threshold if that is
 *     absolute, is an improvement: it becomes the best, and `bad` is 0. Any other loss
 *     adds 1 to `bad`. While there is no finite best, any loss below it improves.
 *  2. If the machine is cooling, this loss takes 1 off `cooling`, and `bad` is 0.
 *  3. If `bad` is now more than the patience, the rate becomes max(factor · rate, least),
 *     `cooling` the cooldown, `bad` 0.
 *
 *  A loss that is NaN is no improvement, and never the best. A reduction that leaves the
 *  rate as it is, because it is the least, starts the cooldown too.
 *  @param plateau  initialized
 *  @param loss     any number, negative ones included; -INFINITY is an improvement that
 *                  nothing improves on. To wait for a score to rise, hand in its negative
 *  @return whether the rate has become smaller, which `reductions` counts
 *  @see PyTorch's ReduceLROnPlateau, with eps = 0 and for losses above 0. */
bool plateau_read(struct plateau *plateau, real loss);

/** @} */

#endif
