/** @file quant_map.h
 *  @brief The 256 numbers that a byte can stand for: spaced equally, or in proportion.
 *  @ingroup ch10 */
#ifndef DESCENT_QUANT_MAP_H
#define DESCENT_QUANT_MAP_H

#include "optim/real.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch10
 *  @{ */

#define QUANT_CODES 256 ///< Numbers in a map: as many as a byte has values.

/** Equal steps from -1, or from 0, to 1.
 *  @param[out] map      256 numbers, ascending
 *  @param      with_sign  from -1 or from 0 */
void quant_map_linear(real map[QUANT_CODES], bool with_sign);

/** The dynamic map: 0, 1, and in each of the decades from 10^-7 to 1 the middles of equal
 *  parts, twice as many in a decade as in the one below it. Without a sign it has twice
 *  as many of them.
 *  @param[out] map      256 numbers, ascending
 *  @param      with_sign  whether each number but 0 and 1 is there with both signs
 *  @see Dettmers et al. (2022), ICLR, section 1.3; Dettmers (2016), ICLR. */
void quant_map_dynamic(real map[QUANT_CODES], bool with_sign);

/** @} */

#endif
