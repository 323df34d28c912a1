/** @file mean.h
 *  @brief The mean of two numbers.
 *  @ingroup ch01 */
#ifndef MEAN_H
#define MEAN_H

/** @addtogroup ch01
 *  @{ */

/** @param a  any
 *  @param b  any
 *  @return the mean */
int tiny_mean(int a, int b);

/** @} */

#endif
