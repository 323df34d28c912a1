/** @file check.h
 *  @brief The ranges that hyper-parameters have in common.
 *
 *  Every method `X` has a function `X_check(config)` that returns NULL, or a constant
 *  sentence such as "beta1 must be at least 0 and below 1"; `X_init` returns
 *  DESCENT_ERANGE where `X_check` objects. So a program can say what is wrong with its
 *  settings before it allocates anything, and no message is ever lost to another thread.
 *  The comparisons are written so that NaN is outside every range. */
#ifndef DESCENT_CHECK_H
#define DESCENT_CHECK_H

#include "optim/real.h"
#include <stdbool.h>
#include <tgmath.h>

/** @param x  a learning rate, an ε, a decay
 *  @return whether x is finite and at least 0 */
static inline bool is_nonnegative(real x)
{
    return x >= 0 && isfinite(x);
}

/** @param x  the share of the past in an average
 *  @return whether x is at least 0 and below 1 */
static inline bool is_decay_rate(real x)
{
    return x >= 0 && x < 1;
}

#endif
