/** @exercise 10.5 Adafactor
 *  @points 15
 *
 *  Adam's v costs a number a parameter. For a matrix of parameters, Adafactor keeps the
 *  sums of its rows and of its columns only, R and C, and takes
 *
 *      V_ij = R_i C_j/(Σ_k R_k)
 *
 *  for the rest. Both sums add up to the same total, and the division by it is what gives
 *  V the right size: the rows and columns of V have the sums R and C.
 *
 *  There is more to it. β_2 grows with time, so that no correction of the bias is needed.
 *  An update whose root mean square is above d is shortened to it. And a step is
 *  relative: it is a share of the size of the parameters. Write the step.
 *
 *  Try it:  build/descent grade 10.5
 *  A hint:  build/descent hint 10.5
 */
#include "optim/adafactor.h"
#include "optim/todo.h"

#include <tgmath.h>

void adafactor_step(struct adafactor *adafactor, real *theta, const real *g)
{
    // TODO 10.5
    todo("10.5");
}
