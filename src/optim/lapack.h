/** @file lapack.h
 *  @brief Names of LAPACKE routines for `real`. */
#ifndef DESCENT_LAPACK_H
#define DESCENT_LAPACK_H

#include "optim/real.h"
#include <lapacke.h>

#ifdef REAL_FLOAT
#define LAPACK_NAME(stem) LAPACKE_s##stem ///< The single-precision routine.
#else
#define LAPACK_NAME(stem) LAPACKE_d##stem ///< The double-precision routine.
#endif

#endif
