/** @file largest.h
 *  @brief The largest of many numbers.
 *
 *  A comparison has to wait for the one before it, and a compiler may not change their
 *  order, because of NaN. So there are several champions, each of its own numbers, and in
 *  the end one of them: then the processor compares several numbers at once.
 *
 *  Invariant: champion k is the largest of the numbers k, k + m, k + 2m, … so far, with m
 *  champions. */
#ifndef DESCENT_LARGEST_H
#define DESCENT_LARGEST_H

#include "optim/real.h"
#include <stddef.h>
#include <tgmath.h>

/** @param n  how many numbers; 0 is allowed
 *  @param x  n numbers
 *  @return the largest; NaN are passed over; -∞ if there is nothing else */
static inline real largest_of(size_t n, const real *x)
{
    enum { CHAMPIONS = 32 };
    real top[CHAMPIONS];
    size_t i = 0;
    for (size_t k = 0; k < CHAMPIONS; k++)
        top[k] = -(real)INFINITY;
    for (; n - i >= CHAMPIONS; i += CHAMPIONS)
        for (size_t k = 0; k < CHAMPIONS; k++)
            top[k] = x[i + k] > top[k] ? x[i + k] : top[k];
    for (size_t k = 0; i < n; i++, k++)
        top[k] = x[i] > top[k] ? x[i] : top[k];
    for (size_t k = 1; k < CHAMPIONS; k++)
        top[0] = top[k] > top[0] ? top[k] : top[0];
    return top[0];
}

/** @param size  at least 0, or NaN
 *  @param top   at least 0, or NaN
 *  @return the larger one; NaN if one of them is NaN */
static inline real winner(real size, real top)
{
    return size > top || isnan(size) ? size : top;
}

/** @param n  how many numbers; 0 is allowed
 *  @param x  n numbers
 *  @return the largest |x_i|; NaN if one of them is NaN, because it wins against all; 0
 *          if there are none */
static inline real largest_size_of(size_t n, const real *x)
{
    enum { CHAMPIONS = 32 };
    real top[CHAMPIONS] = {0};
    size_t i = 0;
    for (; n - i >= CHAMPIONS; i += CHAMPIONS)
        for (size_t k = 0; k < CHAMPIONS; k++)
            top[k] = winner(fabs(x[i + k]), top[k]);
    for (size_t k = 0; i < n; i++, k++)
        top[k] = winner(fabs(x[i]), top[k]);
    for (size_t k = 1; k < CHAMPIONS; k++)
        top[0] = winner(top[k], top[0]);
    return top[0];
}

#endif
