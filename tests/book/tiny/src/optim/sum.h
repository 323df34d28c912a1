/** @file sum.h
 *  @brief The sum of two numbers.
 *  @ingroup ch01 */
#ifndef SUM_H
#define SUM_H

/** @addtogroup ch01
 *  @{ */

/** @param a  any
 *  @param b  any
 *  @return the sum */
int tiny_sum(int a, int b);

/** @} */

#endif
