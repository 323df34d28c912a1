/** @file sorting.h
 *  @brief Numbers in ascending order, and their median.
 *  @ingroup lab */
#ifndef DESCENT_SORTING_H
#define DESCENT_SORTING_H

#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** Sorts numbers, the smallest first.
 *  @param n  how many
 *  @param x  n numbers, none NaN; infinities are numbers here */
void sort_ascending(size_t n, double *x);

/** @param n  at least 1
 *  @param x  n numbers, sorted
 *  @return the one in the middle, or the mean of the two there */
double median_of_sorted(size_t n, const double *x);

/** @} */

#endif
