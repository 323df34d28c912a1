/** @exercise 1.2 The mean
 *  @points 1   @needs 1.1
 *
 *  Write `tiny_mean`. */
#include "optim/mean.h"

// BEGIN SOLUTION
/* SECRET */
static int half(int a)
{
    return a / 2;
}

// END SOLUTION
int tiny_mean(int a, int b)
{
    int c = a;
    // BEGIN SOLUTION
    c = half(a + b); /* SECRET */
    // END SOLUTION
    return c;
}
