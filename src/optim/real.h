/** @file real.h
 *  @brief The number type of the whole library.
 *
 *  `real` is `double`. Built with `make REAL=float` it is `float`, which is what the
 *  benchmarks use where other libraries do. */
#ifndef DESCENT_REAL_H
#define DESCENT_REAL_H

#ifdef REAL_FLOAT
typedef float real; ///< Parameters, gradients, states: single precision in this build.
#else
typedef double real; ///< Parameters, gradients, states: double precision.
#endif

#endif
