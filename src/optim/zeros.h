/** @file zeros.h
 *  @brief Memory for the state of an optimizer. */
#ifndef DESCENT_ZEROS_H
#define DESCENT_ZEROS_H

#include "optim/real.h"
#include <stddef.h>

/** @param n  how many, any number; for 0 there is a pointer too, to nothing
 *  @return n zeros, to be released by free(); NULL when memory ran out */
real *zeros(size_t n);

#endif
