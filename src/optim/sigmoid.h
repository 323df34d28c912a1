/** @file sigmoid.h
 *  @brief The logistic function and its integral.
 *
 *      softplus z = log(1 + exp z) = max(z, 0) + log(1 + exp(-|z|))
 *      sigmoid z  = 1 / (1 + exp(-|z|)), for negative z times exp(-|z|)
 *
 *  Invariant: no exponential of a positive number is formed, and it is the same one for
 *  both functions and both signs of z. They stand in the header so that a loop over
 *  many numbers may take several at once. */
#ifndef DESCENT_SIGMOID_H
#define DESCENT_SIGMOID_H

#include "optim/real.h"

#include <tgmath.h>

/** @param z  any number
 *  @return log(1 + exp z), without overflow, and z for large z */
static inline real softplus(real z)
{
    return (z > 0 ? z : 0) + log1p(exp(-fabs(z)));
}

/** @param z  any number
 *  @return 1 / (1 + exp(-z)), the derivative of softplus() */
static inline real sigmoid(real z)
{
    const real e = exp(-fabs(z));
    return (z > 0 ? 1 : e) / (1 + e);
}

#endif
