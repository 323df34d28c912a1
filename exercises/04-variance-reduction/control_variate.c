/** @exercise 4.1 A control variate
 *  @points 10
 *
 *  To estimate E X from one draw, take a second number Y, drawn with X, whose mean is
 *  known:
 *
 *      Z = α(X - Y) + E Y.
 *
 *  The pairs are m pairs of numbers, each as likely as the others. Write three functions:
 *  one that makes Z of a draw; one that says what mean, variance and mean squared error Z
 *  has; and one that finds the α with the smallest mean squared error.
 *
 *  The numbers may be large and close to each other, such as 10^8 + 1 and 10^8 + 2. That
 *  must not cost the variance its digits.
 *
 *  Try it:  build/descent grade 4.1
 *  A hint:  build/descent hint 4.1
 */
#include "optim/control_variate.h"
#include "optim/todo.h"

real control_variate(real x, real y, real mean_y, real alpha)
{
    // TODO 4.1
    todo("4.1");
}

struct control_variate_law control_variate_law(size_t m, const real *x, const real *y,
                                               real alpha)
{
    // TODO 4.1
    todo("4.1");
}

real control_variate_best(size_t m, const real *x, const real *y)
{
    // TODO 4.1
    todo("4.1");
}
