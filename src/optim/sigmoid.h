/** @file sigmoid.h
 *  @brief The logistic function and its integral. */
#ifndef DESCENT_SIGMOID_H
#define DESCENT_SIGMOID_H

#include "optim/real.h"

/** @param z  any number
 *  @return log(1 + exp z), without overflow, and z for large z */
real softplus(real z);

/** @param z  any number
 *  @return 1 / (1 + exp(-z)), the derivative of softplus() */
real sigmoid(real z);

#endif
