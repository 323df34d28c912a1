/** @file tiny.h
 *  @brief What the tiny book is about.
 *  @ingroup ch01 */
#ifndef TINY_H
#define TINY_H

/** @addtogroup ch01
 *  @{ */

/** Bounds a number.
 *  @param x  any
 *  @return x, or 1 if that is less */
int tiny_step(int x);

/** @} */

#endif
