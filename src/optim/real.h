/** @file real.h
 *  @brief The number type of the whole library.
 *
 *  `real` is `double`. Built with `make REAL=float` it is `float`, which is what the
 *  benchmarks use where other libraries do. */
#ifndef DESCENT_REAL_H
#define DESCENT_REAL_H

#include <float.h>

#ifdef REAL_FLOAT
typedef float real; ///< Parameters, gradients, states: single precision in this build.
#define REAL_EPSILON FLT_EPSILON ///< From 1 to the next larger `real`.
#else
typedef double real; ///< Parameters, gradients, states: double precision.
#define REAL_EPSILON DBL_EPSILON ///< From 1 to the next larger `real`.
#endif

#endif
