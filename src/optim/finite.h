/** @file finite.h
 *  @brief Whether numbers can be computed with.
 *  @ingroup ch00 */
#ifndef DESCENT_FINITE_H
#define DESCENT_FINITE_H

#include "optim/real.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** @param n  how many
 *  @param x  n numbers; may be NULL if n is 0
 *  @return whether none of them is an infinity or NaN */
bool all_finite(size_t n, const real *x);

/** @} */

#endif
