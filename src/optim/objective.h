/** @file objective.h
 *  @brief A function to be minimized, as methods that choose their own points see it. */
#ifndef DESCENT_OBJECTIVE_H
#define DESCENT_OBJECTIVE_H

#include "optim/real.h"
#include <stddef.h>

/** Evaluates a function and its gradient at a point.
 *  @param      n        number of parameters
 *  @param      theta    the point, n numbers
 *  @param[out] g        the gradient there, n numbers; or NULL when only the value is
 *  wanted
 *  @param      context  what the function needs to know besides; passed through untouched
 *  @return the value at `theta` */
typedef real objective_fn(size_t n, const real *theta, real *g, void *context);

#endif
